import CanonicalJSON
import Rendering
import Testing
import ValueStreams

@Suite("Figures in words")
struct WordingTests {
  private let hour = 3600.0

  @Test(
    "durations show their two largest units by the map's calendar",
    arguments: [
      (0, "0"), (0.04, "0"), (2.5, "2.5s"), (12, "12s"), (188, "3m 8s"), (3600, "1h"), (3599.8, "1h"), (5400, "1h 30m"),
      (28_799.9, "1d"), (28_800, "1d"), (43_200, "1d 4h"), (667_000, "23d 1h"), (-43_200, "−1d 4h"),
      (8e12, "277777777d 6h"),
    ])
  func durations(seconds: Double, text: String) {
    #expect(Durations(nil).text(seconds) == text)
  }

  @Test("a day that is no whole number of hours prints minutes too, so that whole days come out")
  func oddDay() {
    let durations = Durations(WorkCalendar(day: WorkingTime(seconds: 55_200)))
    #expect(durations.text(2 * 55_200) == "2d")
    #expect(durations.text(2 * 55_200 + 15.0 * hour) == "2d 15h")
    #expect(durations.text(23.6 * 55_200) == "23d 9h 12m")
  }

  @Test("changes carry a sign, and none where nothing is left of them")
  func signed() {
    #expect(Durations(nil).signed(-9 * hour) == "−1d 1h")
    #expect(Durations(nil).signed(9 * hour) == "+1d 1h")
    #expect(Durations(nil).signed(0) == "±0")
    #expect(Durations.hours.signed(-30 * hour) == "−30h")
  }

  @Test("numbers drop needless digits")
  func numbers() {
    #expect(Numbers.decimal(2.0, places: 2) == "2")
    #expect(Numbers.decimal(-0.004, places: 2) == "0")
    #expect(Numbers.decimal(0.126, places: 2) == "0.13")
    #expect(Numbers.decimal(1234.5, places: 1) == "1234.5")
    #expect(Numbers.percent(29.98) == "30 %")
    #expect(Numbers.percent(4.21) == "4.2 %")
    #expect(Numbers.percent(9.97) == "10 %")
    #expect(Numbers.signed(-17.6, Numbers.percent) == "−18 %")
    #expect(Numbers.counted(1, "handoff") == "1 handoff")
    #expect(Numbers.counted(0, "handoff") == "0 handoffs")
  }

  @Test("dates name their month")
  func dates() throws {
    #expect(Dates.text(try #require(Day("2026-09-30"))) == "30 Sep 2026")
    #expect(Dates.text("2026-02-01T23:59:59+02:00") == "1 Feb 2026")
    #expect(Dates.text("never") == "never")
  }
}
