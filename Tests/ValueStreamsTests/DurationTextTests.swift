import Testing
import ValueStreams

@Suite("Durations") struct DurationTextTests {
  let standard = DurationText(nil)

  @Test(
    "Texts and their seconds at 8 hours a day and 5 days a week",
    arguments: [
      ("1w 2d 3h 30m 15s", 7 * 28800 + 3 * 3600 + 1800 + 15), ("1.5d", 43200), ("0m", 0), ("0s", 0), ("90m", 5400),
      ("0.25h", 900), ("0.025m 0.5s", 2), ("007d", 7 * 28800), ("1.000000000000000000d", 28800),
      ("999999999s", 999_999_999),
    ])
  func reads(_ text: String, _ seconds: Int) throws {
    #expect(try standard.read(text).seconds == seconds)
  }

  @Test(
    "What is no duration, and why",
    arguments: [
      ("3 days", DurationText.Fault.notADuration(suggestion: "3d")),
      ("2h30m", .notADuration(suggestion: "2h 30m")),
      ("1,5 days", .notADuration(suggestion: "1.5d")),
      ("", .notADuration(suggestion: nil)),
      ("soon", .notADuration(suggestion: nil)),
      ("-1d", .notADuration(suggestion: nil)),
      ("1d ", .notADuration(suggestion: "1d")),
      (".5d", .notADuration(suggestion: nil)),
      ("1.d", .notADuration(suggestion: nil)),
      ("3h 1d", .unitOrder(earlier: "h", later: "d")),
      ("1d 1d", .unitOrder(earlier: "d", later: "d")),
      ("0.5s", .notWholeSeconds),
      ("0.0000000000001s", .notWholeSeconds),
      ("1000000000s", .tooLong),
      ("99999999999999999999999999999999999999999999w", .tooLong),
    ])
  func refuses(_ text: String, _ fault: DurationText.Fault) {
    #expect(throws: fault) { try standard.read(text) }
  }

  @Test("The length of a day knows no days")
  func clockOnly() {
    #expect(throws: DurationText.Fault.unitNotAllowed("d")) { try standard.read("1d", clockOnly: true) }
  }

  @Test("Canonical text under other calendars", arguments: [(43200, "1d 4h"), (0, "0m"), (61, "1m 1s"), (28800, "1d")])
  func writes(_ seconds: Int, _ text: String) {
    #expect(standard.write(WorkingTime(seconds: seconds)) == text)
  }

  @Test("A day of 7h 30m and a week of 4.5 days")
  func ownCalendar() throws {
    let own = DurationText(WorkCalendar(day: WorkingTime(seconds: 27_000), daysPerWeek: 4.5))
    #expect(try own.read("1w").seconds == 121_500)
    #expect(own.write(WorkingTime(seconds: 121_500)) == "4d 3h 45m")
  }

  @Test("What is written reads back, for stretches of all lengths")
  func roundTrip() throws {
    for day in [3600, 27_000, 28_800, 55_200, 86_400] {
      let durations = DurationText(WorkCalendar(day: WorkingTime(seconds: day)))
      let times = stride(from: 0, to: WorkingTime.limit, by: 999_983).map(WorkingTime.init(seconds:))
      #expect(try times.filter { try durations.read(durations.write($0)) != $0 } == [])
    }
  }
}
