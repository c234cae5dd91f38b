import CanonicalJSON
import Changes
import Measuring
import Rendering
import Testing
import ValueStreams

@Suite("What was measured")
struct MeasurementTextTests {
  private func log(_ bytes: [UInt8]) throws -> EventLog {
    var log = TableLog(TableLog.Options(TimestampText(zone: .utc)))
    try log.read(bytes.span)
    return try log.finish()
  }

  private func view(_ log: EventLog, of map: ValueStreamMap, _ discovery: Discovery? = nil) throws -> MeasurementText {
    let span = try #require(log.span)
    let clock = WorkingClock(
      WorkingHours(map.calendar), zone: .utc, holidays: .none, from: span.lowerBound, to: span.upperBound)
    let mapping = log.activities.contains("Legal review") ? [("Legal review", "legal")] : []
    let names = try discovery?.names ?? ActivityNames(log.activities, in: map, mapping: mapping)
    let measurement = try Measurement(log, of: map, Flow(map), names: names, clock: clock)
    let after = measurement.stated(in: map, source: "tickets.csv")
    return MeasurementText(
      measurement, in: after, leadTime: try Metrics(after).figures.leadTime, source: "tickets.csv", discovery: discovery
    )
  }

  private func tickets() throws -> EventLog {
    try log(try #require(Example.bytes(of: "examples/content/tickets.csv")))
  }

  @Test("of the example: times by step, what came back, what the log does not tell and what it calls otherwise")
  func example() throws {
    let view = try view(tickets(), of: Example("content/v5").map)
    expectSnapshot(view.render(Terminal(width: 80, color: false)), "measured-80.txt")
    expectSnapshot(view.render(Terminal(width: 140, color: false)), "measured-140.txt")
    try expectValid([view.json], "measurement")
  }

  @Test("where only one moment is known, with what that leaves open")
  func oneMoment() throws {
    let text =
      "case,activity,time\n1,Write the copy,2026-01-05 10:00\n1,Legal review,2026-01-06 10:00\n1,x,2026-01-07\n"
    let view = try view(log(Array(text.utf8)), of: Example("content/v5").map)
    let shown = view.render(Terminal(width: 80, color: false))
    for words in ["waits and work", "The log says when work ended, not when it began", "Not in the log", "x, 1 event"] {
      #expect(shown.contains(words), "\(words)\n\(shown)")
    }
    #expect(shown.split(separator: "\n").allSatisfy { $0.count <= 80 })
    try expectValid([view.json], "measurement")
  }

  @Test("names no step beyond what a terminal can take, and passes no control sequence on")
  func hostile() throws {
    let rows = (0..<30).map { "1,act\u{1B}[31m\($0),2026-01-05 10:\($0 < 10 ? "0" : "")\($0)\n" }.joined()
    let log = try log(Array(("case,activity,end\n1,Write the copy,2026-01-05 09:00\n" + rows).utf8))
    let shown = try view(log, of: Example("content/v5").map, nil).render(Terminal(width: 80, color: false))
    #expect(!shown.contains("\u{1B}"))
    #expect(shown.contains("and 18 more"))
  }
}
