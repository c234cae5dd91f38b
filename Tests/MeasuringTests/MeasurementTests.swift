import CanonicalJSON
import Measuring
import TestSupport
import Testing
import ValueStreams

@Suite("What a log says of a map")
struct MeasurementTests {
  private let hour = 3600.0
  /// Copy and design side by side, then legal, which sends one of three items back to copy.
  private let log = """
    case,activity,start,end
    1,copy,2026-09-21 08:00,2026-09-21 10:00
    1,design,2026-09-21 08:00,2026-09-21 12:00
    1,legal,2026-09-21 13:00,2026-09-21 14:00
    2,copy,2026-09-22 08:00,2026-09-22 09:00
    2,design,2026-09-22 09:00,2026-09-22 10:00
    2,legal,2026-09-22 13:00,2026-09-22 14:00
    2,copy,2026-09-22 16:00,2026-09-22 17:00
    2,legal,2026-09-22 18:00,2026-09-22 20:00
    """
  private let map = Logs.map(
    ["intake", "copy", "design", "legal"],
    after: ["copy": ["intake"], "design": ["intake"], "legal": ["copy", "design"]])

  @Test("are passes, waits from the last step that was needed, work, returns and who could have sent back")
  func figures() throws {
    let found = try Logs.measure(Logs.table(log), map)
    let (copy, design, legal) = (found.steps[1], found.steps[2], found.steps[3])
    #expect(found.steps[0].passes == 0)
    #expect(found.items == 2)
    #expect([copy, design, legal].map(\.passes) == [3, 2, 3])
    #expect(copy.process?.mean == 4 / 3 * hour)
    #expect(legal.process?.mean == 4 / 3 * hour)
    // 12:00 to 13:00, 10:00 to 13:00, 17:00 to 18:00.
    #expect(try legal.wait == Logs.sample([3600, 3 * 3600, 3600]))
    // The only wait known of copy is that of the work that came back.
    #expect(copy.wait?.mean == 2 * hour)
    #expect(design.wait == nil)
    #expect(found.loops.map { [$0.from, $0.to] } == [["legal", "copy"]])
    #expect(abs(found.loops[0].percent - 100 / 3) < 1e-9)
    #expect(abs((copy.percentCompleteAccurate ?? 0) - 200 / 3) < 1e-9)
    #expect(legal.percentCompleteAccurate == nil)
    #expect(design.percentCompleteAccurate == 100)
    #expect(try found.itemTimes == Logs.sample([6 * 3600, 12 * 3600]))
    #expect(found.arrivalRate == 1.0 / 86_400)
  }

  @Test("count working time only")
  func workingTime() throws {
    let weekend =
      "case,activity,start,end\n1,copy,2026-09-25 16:00,2026-09-28 10:00\n1,legal,2026-09-29 09:30,2026-09-29 10:00"
    let found = try Logs.measure(Logs.table(weekend), map, hours: WorkingHours("mon-fri 9:00-17:00"))
    #expect(found.steps[1].process?.mean == 2 * hour)
    #expect(found.steps[3].wait?.mean == 7.5 * hour)
  }

  @Test("where only ends are known are waiting and work together, and the wait only where the work is stated")
  func endsOnly() throws {
    let ends = "case,activity,time\n1,copy,2026-09-21 10:00\n1,legal,2026-09-21 14:00"
    var map = map
    map.steps[3].processTime = WorkingTime(seconds: 3600)
    let found = try Logs.measure(Logs.table(ends), map)
    #expect(found.kind == .ends)
    #expect(found.steps[3].both?.mean == 4 * hour)
    #expect(found.steps[3].wait == nil)
    #expect(found.steps[1].both == nil)
    let stated = found.stated(in: map, source: "log.csv")
    #expect(stated.steps[3].waitTime?.seconds == 10_800)
    #expect(stated.steps[3].basis?["waitTime"] != .measured)
    #expect(stated.steps[1].waitTime == nil)
  }

  @Test("where only starts are known last until the next one begins")
  func startsOnly() throws {
    let starts = "case,activity,entered\n1,copy,2026-09-21 10:00\n1,legal,2026-09-21 14:00"
    let found = try Logs.measure(Logs.table(starts), map)
    #expect(found.kind == .starts)
    #expect(found.steps[1].both?.mean == 4 * hour)
    #expect(found.steps[3].both == nil)
  }

  @Test("give an extra wait to a loop whose work waits longer, and else count for the step alike")
  func loopWaits() throws {
    let map = Logs.map(["a", "b"])
    func log(_ back: String) throws -> EventLog {
      try Logs.table(
        """
        case,activity,start,end
        1,a,2026-01-01 08:00,2026-01-01 09:00
        1,b,2026-01-01 10:00,2026-01-01 11:00
        1,b,2026-01-01 \(back),2026-01-01 20:00
        """)
    }
    let longer = try Logs.measure(log("14:00"), map)
    #expect(longer.loops.map { [$0.from, $0.to] } == [["b", "b"]])
    #expect(longer.loops[0].extraWait == 2 * hour)
    #expect(longer.steps[1].wait?.mean == hour)
    let shorter = try Logs.measure(log("11:00"), map)
    #expect(shorter.loops[0].extraWait == nil)
    #expect(shorter.steps[1].wait?.mean == hour / 2)
  }

  @Test("stand in the map with basis, source, ranges and what they were drawn from, and the rest is not touched")
  func stating() throws {
    var map = map
    map.steps[1].notes = "keep"
    map.steps[3].waitTime = WorkingTime(seconds: 99)
    map.steps[3].basis = .step(.guess)
    map.rework = [Rework(from: "legal", to: "copy", percent: 5)]
    let found = try Logs.measure(Logs.table(log), map)
    let stated = found.stated(in: map, source: "log.csv")
    let legal = stated.steps[3]
    #expect(legal.waitTime?.seconds == 6000)
    #expect(legal.basis == .step(.measured))
    #expect(legal.source == "log.csv, 2026-09-21 to 2026-09-22")
    #expect(legal.waitRange == nil)
    #expect(legal.extensions["x-measured"] != nil)
    #expect(stated.steps[1].notes == "keep")
    #expect(stated.steps[0] == map.steps[0])
    #expect(stated.rework?.first?.percent == 33.3)
    #expect(stated.asOf == Day("2026-09-22"))
    #expect(MapReader.read(stated.canonicalBytes).map == stated)
  }

  @Test("take their names from steps, ids or a mapping, and list what is none")
  func names() throws {
    let activities = ["Copy", "LEGAL", "lunch", "Art work"]
    let names = try ActivityNames(activities, in: map, mapping: [("Art work", "design")])
    #expect(names.steps == [1, 3, nil, 2])
    #expect(names.unknown == [2])
    #expect(try ActivityNames(activities, in: map, mapping: [("lunch", "")]).unknown == [3])
    #expect(throws: MeasuringError.unknownStep("desing", nearest: "design")) {
      try ActivityNames(activities, in: map, mapping: [("lunch", "desing")])
    }
    #expect(throws: MeasuringError.unknownActivity("lnch", nearest: "lunch")) {
      try ActivityNames(activities, in: map, mapping: [("lnch", "copy")])
    }
    #expect(throws: MeasuringError.noneKnown(activities: ["x"])) {
      try Logs.measure(Logs.table("case,activity,end\n1,x,2026-01-01"), map)
    }
    let pairs = try ActivityNames.mapping("# ours\nArt work = design\n\nA = b = c")
    #expect(pairs.map(\.activity) == ["Art work", "A = b"])
    #expect(pairs.map(\.step) == ["design", "c"])
    #expect(throws: MeasuringError.line(2, text: "nothing")) { try ActivityNames.mapping("a=b\nnothing") }
  }

  @Test("do not depend on the order of the rows")
  func order() throws {
    let lines = log.split(separator: "\n")
    let expected = try Logs.measure(Logs.table(log), map)
    for seed in 0..<UInt64(caseCount(100)) {
      var generator = SeededGenerator(seed: seed)
      let shuffled = [lines[0]] + lines.dropFirst().shuffled(using: &generator)
      let found = try Logs.measure(Logs.table(shuffled.joined(separator: "\n")), map)
      #expect(found == expected, "seed \(seed)")
    }
  }
}

extension Logs {
  /// A sample by the definitions, for samples of up to three.
  static func sample(_ times: [Double]) throws -> Sample? {
    let rows = times.enumerated().map { number, time in
      let end = 1_767_225_600 + Int(time)
      return "\(number),a,2026-01-01T00:00:00Z,\(stamp(end))"
    }
    let log = try table("case,activity,start,end\n" + rows.joined(separator: "\n"))
    return try measure(log, map(["a"])).steps[0].process
  }

  private static func stamp(_ second: Int) -> String {
    let (day, rest) = (Day(daysSinceEpoch: second / 86_400), second % 86_400)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(day)T\(two(rest / 3600)):\(two(rest % 3600 / 60)):\(two(rest % 60))Z"
  }
}
