import CanonicalJSON
import Changes
import TestSupport
import Testing
import ValueStreams

@Suite("Learning from a history")
struct LearningTests {
  private static let day = 28_800

  private static func map(wait: Int, accuracy: Double? = nil) -> ValueStreamMap {
    var map = ValueStreamMap(title: "T", steps: [Step(id: "brief", name: "Brief"), Step(id: "legal", name: "Legal")])
    map.team = "growth"
    map.steps[0].team = "growth"
    map.steps[0].waitTime = WorkingTime(seconds: day)
    map.steps[1].team = "legal"
    map.steps[1].waitTime = WorkingTime(seconds: wait)
    var action = Action(title: "One approver")
    action.target = .step("legal")
    action.due = Day(year: 2026, month: 3, day: 1)
    map.actions = ["one-approver": action]
    return map
  }

  private static func history(_ maps: [ValueStreamMap], corrections: Set<Int> = []) throws -> [PastVersion] {
    try maps.enumerated().map { index, map in
      PastVersion(
        provenance: Provenance(
          stream: "s", version: index + 1, date: "2026-01-0\(index % 9 + 1)", label: "v\(index + 1)"),
        measured: try MeasuredMap(map), isCorrection: corrections.contains(index), subject: "Change \(index + 1)")
    }
  }

  @Test("an action's promise: 3d, 1d promised, 1d 4h reached, three quarters kept, and overdue")
  func progress() throws {
    let day = Self.day
    let history = try Self.history([Self.map(wait: 3 * day), Self.map(wait: 2 * day), Self.map(wait: day + day / 2)])
    var future = Self.map(wait: day)
    future.steps[0].waitTime = WorkingTime(seconds: 0)
    let today = try #require(Day(year: 2026, month: 4, day: 1))
    let plan = Plan(
      current: history[2].measured, future: try MeasuredMap(future), history: history, today: today)
    let progress = try #require(plan.progress.first)
    #expect(progress.since?.version == 1 && progress.baseline == Double(3 * day))
    #expect(progress.target == Double(day) && progress.kept == 0.75 && progress.isOverdue)
    #expect(plan.gaps.map(\.size) == [Double(day), Double(day / 2)])
    #expect(plan.gaps.map(\.actions) == [[], ["one-approver"]] && plan.actionsWithoutGap.isEmpty)
    // Legal is outside; the brief is our own.
    #expect(plan.gaps.map(\.isOwn) == [true, false] && plan.suggestion?.size == Double(day))
  }

  @Test("an action whose figure the future state leaves alone has no gap")
  func idleAction() throws {
    let measured = try MeasuredMap(Self.map(wait: 9))
    let today = try #require(Day(year: 2026, month: 1, day: 1))
    let plan = Plan(current: measured, future: measured, history: [PastVersion](), today: today)
    #expect(plan.gaps.isEmpty && plan.actionsWithoutGap == ["one-approver"] && plan.suggestion == nil)
    #expect(plan.progress.first?.kept == nil && plan.progress.first?.isOverdue == false)
  }

  @Test("a trend has its first, best and latest value and the change per cycle")
  func trend() throws {
    let waits = [8, 4, 2, 5].map { Self.map(wait: $0 * Self.day) }
    let trend = Trend(.leadTime, over: try Self.history(waits, corrections: [1]))
    let day = Double(Self.day)
    #expect(trend.first == 9 * day && trend.best == 3 * day && trend.latest == 6 * day)
    #expect(trend.total == -3 * day && trend.perCycle == -day)
    #expect(trend.points.map(\.isCorrection) == [false, true, false, false])
    #expect(trend.points.map(\.change) == [nil, -4 * day, -2 * day, 3 * day])
  }

  @Test("what was taken back later is not kept, corrections are left out, and the action is named")
  func improvements() throws {
    let waits = [8, 4, 2, 9].map { Self.map(wait: $0 * Self.day) }
    let improvements = Improvements(try Self.history(waits, corrections: [1]))
    #expect(improvements.entries.map(\.seconds) == [Double(-2 * Self.day), Double(7 * Self.day)])
    #expect(improvements.entries.map(\.isKept) == [false, true])
    #expect(improvements.entries.first?.action == "one-approver" && improvements.entries.first?.teams == ["legal"])
    var filter = ImprovementFilter()
    filter.team = "legal"
    #expect(improvements.entries.filter(filter.admits).count == 1)
    filter.text = "no such thing"
    #expect(improvements.entries.filter(filter.admits).isEmpty)
    filter.text = nil
    filter.regressions = true
    #expect(improvements.entries.filter(filter.admits).map(\.provenance.version) == [4])
    let summary = ImprovementSummary.by({ [$0.kind] }, among: improvements.entries)
    #expect(summary[.wait] == ImprovementSummary(count: 2, seconds: Double(5 * Self.day), kept: 1))
  }

  @Test("on random histories the entries of a version sum to what its difference shows")
  func sums() throws {
    for seed in 1...UInt64(caseCount(1_000)) {
      var generator = SeededGenerator(seed: seed)
      var maps = [RandomMap.make(using: &generator, shape: RandomMap.Shape(steps: 1...10, loops: 2, workTypes: 2))]
      for _ in 0..<5 { maps.append(RandomEdit.edited(maps[maps.count - 1], edits: 3, using: &generator)) }
      let history = try Self.history(maps, corrections: [2])
      let improvements = Improvements(history)
      for (index, pair) in zip(history, history.dropFirst()).enumerated() where index + 1 != 2 {
        let difference = Difference(from: pair.0.measured, to: pair.1.measured)
        let entries = improvements.entries.filter { $0.provenance.version == index + 2 }
        let sum = entries.reduce(0) { $0 + $1.seconds }
        #expect(
          abs(sum - difference.bridge.total) <= max(1e-6, 1e-9 * abs(difference.headline.leadTime.after)),
          "seed \(seed)")
        #expect(entries.count { $0.kind == .handoff && $0.isGone } == difference.handoffs.gone.count, "seed \(seed)")
      }
    }
  }
}
