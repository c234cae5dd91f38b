import Measuring
import TestSupport
import Testing
import ValueStreams

@Suite("Working time")
struct WorkingTimeTests {
  private func clock(_ hours: String, holidays: Holidays = .none, zone: Zone = .utc) throws -> WorkingClock {
    // From 2026-01-01 to 2027-01-01.
    WorkingClock(
      try WorkingHours(hours), zone: zone, holidays: holidays, from: 1_767_225_600_000, to: 1_798_761_600_000)
  }

  private func moment(_ text: String, zone: Zone = .utc) throws -> Int {
    try TimestampText(zone: zone).read(Array(text.utf8)[...])
  }

  @Test(
    "stands still at night and at weekends",
    arguments: [
      ("2026-09-25 16:00", "2026-09-28 10:00", 2.0), ("2026-09-25 08:00", "2026-09-25 18:00", 8),
      ("2026-09-26 10:00", "2026-09-27 10:00", 0), ("2026-09-25 12:00", "2026-09-25 12:30", 0.5),
      ("2026-09-21 09:00", "2026-09-28 09:00", 40), ("2026-09-25 10:00", "2026-09-25 10:00", 0),
    ])
  func standard(_ start: String, _ end: String, _ hours: Double) throws {
    let clock = try clock("mon-fri 9:00-17:00")
    #expect(clock.worked(from: try moment(start), to: try moment(end)) == hours * 3600)
  }

  @Test("leaves out breaks, short days and holidays")
  func breaks() throws {
    let holidays = try Holidays(text: "# company\n2026-09-23 Founders' day\n\n2026-12-24..2026-12-31")
    #expect(holidays.days.count == 9)
    let clock = try clock("mon-thu 8:00-12:00,13:00-17:00; fri 8:00-14:00", holidays: holidays)
    let week = clock.worked(from: try moment("2026-09-21"), to: try moment("2026-09-28"))
    #expect(week == Double(3 * 8 + 6) * 3600)
  }

  @Test("is that of the place: in Berlin work begins at 7:00 UTC in summer and at 8:00 in winter")
  func place() throws {
    let summer = try #require(Zone(fixed: "+02:00"))
    let clock = try clock("mon-fri 9:00-17:00", zone: summer)
    #expect(clock.worked(from: try moment("2026-09-25 06:00"), to: try moment("2026-09-25 08:00")) == 3600)
    #expect(clock.day(of: try moment("2026-09-25 23:00")) == Day("2026-09-26"))
  }

  @Test("of any hours is what counting minute by minute gives")
  func counting() throws {
    let first = try moment("2026-03-01")
    for seed in 0..<UInt64(caseCount(400)) {
      var generator = SeededGenerator(seed: seed)
      let start = Int.random(in: 0...12, using: &generator)
      let hours =
        "mon-sat \(start)-\(start + 4),\(start + 5)-\(Int.random(in: (start + 6)...24, using: &generator)); sun 0-3"
      let holiday = Day(daysSinceEpoch: 20_513 + Int.random(in: 0...20, using: &generator))
      let clock = try clock(
        hours, holidays: Holidays(days: [holiday].compactMap { $0 }.reduce(into: []) { $0.insert($1) }))
      let from = Int.random(in: 0..<20_000, using: &generator)
      let to = from + Int.random(in: 0..<20_000, using: &generator)
      let week = try WorkingHours(hours).week
      let minutes = (from..<to).count { minute in
        let day = clock.day(of: first + minute * 60_000)
        let weekday = (day.daysSinceEpoch + 3) % 7
        return day != holiday && week[weekday].contains { $0.contains(minute % 1440 * 60) }
      }
      let worked = clock.worked(from: first + from * 60_000, to: first + to * 60_000)
      #expect(worked == Double(minutes * 60), "seed \(seed): \(hours)")
    }
  }

  @Test("of a map without hours follows its calendar")
  func calendars() throws {
    #expect(WorkingHours(nil).text == "mon-fri 9:00-17:00")
    #expect(WorkingHours(nil).description == "Mon–Fri 9:00–17:00")
    let short = WorkCalendar(day: WorkingTime(seconds: 7 * 3600), daysPerWeek: 4.5)
    #expect(WorkingHours(short).text == "mon-thu 9:00-16:00; fri 9:00-12:30")
    #expect(WorkingHours(WorkCalendar(day: WorkingTime(seconds: 86_400), daysPerWeek: 7)) == .always)
  }

  @Test(
    "is written as it is read",
    arguments: [
      "always", "mon-fri 9:00-17:00", "mon-thu 8:00-12:00,13:00-17:30; fri 8:00-14:00",
      "mon 9:00-10:00; wed 0:00-24:00",
    ])
  func roundTrip(_ text: String) throws {
    #expect(try WorkingHours(text).text == text)
  }

  @Test("that cannot be read is refused with what is wrong")
  func faults() {
    func fault(_ text: String) -> WorkingHours.Fault? {
      do {
        _ = try WorkingHours(text)
        return nil
      } catch {
        guard case .hours(_, let fault) = error else { return nil }
        return fault
      }
    }
    #expect(fault("9:00-17:00") == .form)
    #expect(fault("") == .form)
    #expect(fault("mon-fri") == .form)
    #expect(fault("mo-frx 9-17") == .weekday("mo"))
    #expect(fault("mon-fri 9:00-25:00") == .time("25:00"))
    #expect(fault("mon-fri 9:61-17:00") == .time("9:61"))
    #expect(fault("mon-fri 17:00-9:00") == .order("17:00-9:00"))
    #expect(fault("mon-fri 9-13,12-17") == .overlap("Mon"))
    #expect(throws: MeasuringError.line(2, text: "soon")) { try Holidays(text: "2026-01-01\nsoon") }
    #expect(throws: MeasuringError.line(1, text: "2026-02-02..2026-02-01")) {
      try Holidays(text: "2026-02-02..2026-02-01")
    }
  }
}
