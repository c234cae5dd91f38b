import CanonicalJSON
import Measuring
import Testing

@Suite("Event logs in tables")
struct TableLogTests {
  private let plain = """
    Ticket;Status;Started;Finished
    A-1;Copy;2026-09-21 09:00;2026-09-21 10:00
    A-1;"Legal ""final"" check";2026-09-22 09:00;2026-09-22 09:30
    A-2;Copy;2026-09-21 11:00;
    """

  @Test("are read whatever the chunks they come in, columns found by what programs call them")
  func columns() throws {
    let log = try Logs.table(plain)
    #expect(log.count == 3)
    #expect(log.cases == 2)
    #expect(log.activities == ["Copy", "Legal \"final\" check"])
    #expect(log.kind == .intervals)
    for chunk in [1, 2, 7, 50] { #expect(try Logs.table(plain, chunk: chunk) == log, "chunks of \(chunk)") }
  }

  @Test("name only ends or only starts where the one column says so")
  func kinds() throws {
    #expect(try Logs.table("case,activity,timestamp\n1,a,2026-01-01").kind == .ends)
    #expect(try Logs.table("case,activity,timestamp\n1,a,2026-01-01", columns: [.start: "timestamp"]).kind == .starts)
    #expect(
      try Logs.table("case,activity,a,b\n1,a,2026-01-01,2026-01-02", columns: [.start: "3", .end: "4"]).kind
        == .intervals)
    let lifecycle = """
      case:concept:name,concept:name,time:timestamp,lifecycle:transition
      1,a,2026-01-01T08:00:00Z,schedule
      1,a,2026-01-01T09:00:00Z,start
      1,a,2026-01-01T10:00:00Z,complete
      """
    let log = try Logs.table(lifecycle)
    #expect(log.kind == .intervals)
    #expect(log.ignored == 1)
  }

  @Test("without the columns that are needed are refused, with the columns that are there")
  func missing() {
    #expect(throws: MeasuringError.noColumn(.item, columns: ["x", "activity", "end"])) {
      try Logs.table("x,activity,end\n1,2,3")
    }
    #expect(throws: MeasuringError.noColumn(.activity, columns: ["case", "y", "end"])) {
      try Logs.table("case,y,end\n1,2,3")
    }
    #expect(throws: MeasuringError.noColumn(.end, columns: ["case", "activity"])) {
      try Logs.table("case,activity\n1,2")
    }
    #expect(throws: MeasuringError.unknownColumn("endd", role: .end, nearest: "end")) {
      try Logs.table("case,activity,end\n1,a,2026-01-01", columns: [.end: "endd"])
    }
    #expect(throws: MeasuringError.empty) { try Logs.table("case,activity,end\n") }
  }

  @Test("with bad rows are refused, each with line and column")
  func problems() throws {
    let bad = """
      case,activity,start,end
      1,a,2026-01-01 09:00,2026-01-01 08:00
      ,a,2026-01-01 09:00,
      2,,2026-01-01 09:00,
      3,a,soon,2026-01-01 08:00
      4,a,,

      5,"a
      b",2026-01-01 09:00,never
      6,a,2026-01-01 09:00,2026-01-01 10:00
      """
    var found: [LogProblem] = []
    do {
      _ = try Logs.table(bad)
    } catch {
      guard case .log(let problems, let more) = error else { throw error }
      found = problems
      #expect(more == 0)
    }
    #expect(found.map { "\($0.position)" } == ["2:22", "3:1", "4:3", "5:5", "6:6", "9:21"])
    #expect(
      found.map(\.fault) == [
        .endBeforeStart(start: "2026-01-01 09:00", end: "2026-01-01 08:00"), .noCase, .noActivity,
        .timestamp("soon", .notATimestamp), .noTime, .timestamp("never", .notATimestamp),
      ])
    let log = try Logs.table(bad, skipsInvalid: true)
    #expect(log.count == 1)
    #expect(log.invalid == 6)
  }

  @Test("of which only the first problems are listed, and the rest are counted")
  func many() {
    let rows = (0..<50).map { "\($0),a,nonsense" }.joined(separator: "\n")
    do {
      _ = try Logs.table("case,activity,end\n" + rows)
      Issue.record("nothing was refused")
    } catch {
      guard case .log(let problems, let more) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(problems.count == 20)
      #expect(more == 30)
    }
  }
}
