import Measuring
import Testing

@Suite("Dates and times of events")
struct TimestampTests {
  @Test(
    "are read as programs write them",
    arguments: [
      ("2026-09-30T14:05:09Z", 1_790_777_109_000), ("2026-09-30T14:05:09.250Z", 1_790_777_109_250),
      ("2026-09-30T16:05:09+02:00", 1_790_777_109_000), ("2026-09-30T16:05:09+0200", 1_790_777_109_000),
      ("2026-09-30 12:05:09-02", 1_790_777_109_000), ("2026-09-30 14:05:09 UTC", 1_790_777_109_000),
      ("2026-09-30 14:05:09.2509999", 1_790_777_109_250), ("2026-09-30 14:05:09,5", 1_790_777_109_500),
      ("2026-09-30 14:05", 1_790_777_100_000), (" 2026-09-30  14:05 ", 1_790_777_100_000),
      ("2026/09/30 14:05", 1_790_777_100_000), ("2026-09-30", 1_790_726_400_000),
      ("30.09.2026 14:05", 1_790_777_100_000),
      ("30.9.2026", 1_790_726_400_000), ("2026-09-30T24:00:00Z", 1_790_812_800_000), ("1970-01-01T00:00:00Z", 0),
      ("2026-09-30T23:59:60Z", 1_790_812_799_000),
    ])
  func reads(_ text: String, _ moment: Int) throws {
    #expect(try TimestampText(zone: .utc).read(Array(text.utf8)[...]) == moment)
  }

  @Test("with day and month in figures only, once it is said which comes first")
  func order() throws {
    let dayFirst = TimestampText(zone: .utc, order: .dayFirst)
    let monthFirst = TimestampText(zone: .utc, order: .monthFirst)
    #expect(try dayFirst.read(Array("30/09/2026 2:05 PM".utf8)[...]) == 1_790_777_100_000)
    #expect(try monthFirst.read(Array("9/30/2026, 2:05 PM".utf8)[...]) == 1_790_777_100_000)
    #expect(try monthFirst.read(Array("9/30/2026 12:05 am".utf8)[...]) == 1_790_726_700_000)
  }

  @Test("of no zone are read by the clocks of the place")
  func zone() throws {
    let zone = try #require(Zone(fixed: "+02:00"))
    #expect(try TimestampText(zone: zone).read(Array("2026-09-30 16:05".utf8)[...]) == 1_790_777_100_000)
    #expect(try TimestampText(zone: zone).read(Array("2026-09-30T14:05Z".utf8)[...]) == 1_790_777_100_000)
  }

  @Test(
    "that make no sense are told apart",
    arguments: [
      ("yesterday", TimestampText.Fault.notATimestamp), ("2026-09-30T", .notATimestamp), ("2026-09", .notATimestamp),
      ("2026-09-30T14", .notATimestamp), ("2026-09-30T14:05:09+2", .notATimestamp), ("2026-09-30x", .notATimestamp),
      ("2026-09-30 14:05 noon", .notATimestamp), ("", .notATimestamp), ("03/04/2026", .orderNeeded),
      ("2026-02-30", .impossible), ("2026-13-01", .impossible), ("2026-09-30 25:00", .impossible),
      ("2026-09-30 14:60", .impossible), ("31.04.2026", .impossible), ("9999-12-31", .placeholder),
      ("1900-01-01 00:00", .placeholder), ("2026-09-30 24:01", .impossible),
    ])
  func faults(_ text: String, _ fault: TimestampText.Fault) {
    #expect(throws: fault) { try TimestampText(zone: .utc).read(Array(text.utf8)[...]) }
  }
}
