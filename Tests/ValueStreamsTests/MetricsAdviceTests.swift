import CanonicalJSON
import TestSupport
import Testing
import ValueStreams

@Suite("Advice")
struct MetricsAdviceTests {
  private func sentences(_ map: ValueStreamMap) throws -> [String] {
    Advice.on(map, try Metrics(map)).map { $0.sentence(in: map) { "\(Int($0.rounded()))s" } }
  }

  @Test("a map without figures gets no advice")
  func silence() throws {
    #expect(try sentences(map([step("a"), step("b")])) == [])
  }

  @Test("the constraint by wait comes with its part of the lead time")
  func waiting() throws {
    #expect(
      try sentences(map([step("a", wait: 60, process: 10), step("b", wait: 20, process: 10)])) == [
        "Work waits longest for a: 60s per item, 60 % of the lead time."
      ])
  }

  @Test("a team that is too busy is named with the step that takes most of its time")
  func busy() throws {
    let busy = map(
      [step("a", process: 90, team: "t"), step("b", wait: 500, process: 5, team: "t")],
      demand: Demand(items: 1, per: WorkingTime(seconds: 100)), teams: ["t": Team(name: "Design", people: 1)])
    #expect(try sentences(busy) == ["Design is busy 95 % of its time, most of it with a: work queues up there."])
  }

  @Test("silos: their time beside ours, and the part of the lead time outside our control")
  func silos() throws {
    let steps = [
      step("a", process: 40, team: "own"), step("b", wait: 900, process: 20, team: "legal"),
      step("c", wait: 30, process: 10, team: "web"), step("d", wait: 0, process: 0, after: ["a"]),
    ]
    #expect(
      try sentences(map(steps, team: "own", teams: ["legal": Team(name: "Legal")])) == [
        "Work waits longest for b: 900s per item, 90 % of the lead time.",
        "960s of the lead time, 96 %, pass in teams outside our control.",
        "Legal: 920s with them for 40s with us.",
      ])
  }

  @Test("the loops that cost most come first, at most three, none below a twentieth of the lead time")
  func loops() throws {
    let ids = ["a", "b", "c", "d", "e"] as [StepID]
    let loops = zip(ids, [50.0, 20, 40, 30, 0.5]).map { Rework(from: $0, to: $0, percent: $1) }
    let map = map(ids.map { step($0, process: 100) }, rework: loops + [Rework(from: "e", to: "d", percent: 1)])
    let advice = Advice.on(map, try Metrics(map))
    let loopsNamed = advice.compactMap { advice -> StepID? in
      if case .costlyLoop(let from, _, _, _, _) = advice { from } else { nil }
    }
    #expect(loopsNamed == ["a", "c", "d"])
    #expect(try sentences(map).first == "Rework a again, 50 % of the work, costs 100s per item, 14 % of the lead time.")
  }

  @Test("a queue that contradicts the stated wait by more than a quarter is pointed out")
  func queues() throws {
    let demand = Demand(items: 1, per: WorkingTime(seconds: 10))
    let steps = [step("a", wait: 100, queue: 12), step("b", wait: 100, queue: 30.5), step("c", queue: 1)]
    #expect(
      try sentences(map(steps, demand: demand)).dropFirst() == [
        "30.5 items in front of b mean a wait of 305s at this demand, not the stated 100s."
      ])
    #expect(try sentences(map(steps)).count == 1)
  }

  @Test("every line carries a number, and shares lie between 0 and 1", arguments: 0..<50 as Range<UInt64>)
  func numbers(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let map = RandomMap.make(using: &generator)
    for advice in Advice.on(map, try Metrics(map)) {
      #expect(advice.sentence(in: map) { "\(Int($0))s" }.contains { $0.isNumber }, "seed \(seed)")
      switch advice {
      case .outside(_, let share), .costlyLoop(_, _, _, _, let share):
        #expect(share > 0 && share <= 1.000_001, "seed \(seed): \(advice)")
      case .constraint, .silo, .queueContradicts: break
      }
    }
  }
}
