import Changes
import TestSupport
import Testing
import ValueStreams

@testable import Rendering

struct TrendPictureTests {
  static func series(_ count: Int, points: Int, seed: UInt64 = 1) -> [TrendSeries] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { index in
      var value = Double(Int.random(in: 400...900, using: &generator)) * 3600
      return TrendSeries(
        name: "Stream \(index) with a name that goes on for a while",
        points: (0..<points).compactMap { place in
          value *= Double.random(in: 0.8...1.1, using: &generator)
          let day = Day(year: 2024 + place / 12, month: place % 12 + 1, day: Int.random(in: 1...28, using: &generator))
          let mark: TrendSeries.Mark? =
            place % 7 == 3 ? .correction : place % 11 == 5 ? .caution("the calendar changed") : nil
          return day.map {
            TrendSeries.Point(
              day: $0, label: "v\(place + 1)", value: place % 13 == 12 ? nil : value,
              subject: "Legal approves in parallel with build", mark: mark)
          }
        })
    }
  }

  @Test(
    "texts of a trend keep apart and on the sheet",
    arguments: [(1, 1), (1, 12), (3, 24), (12, 60), (40, 2), (1, 0), (0, 0)])
  func textsApart(count: Int, points: Int) {
    for metric in [Metric.leadTime, .activityRatio, .handoffs, .rolledPercentCompleteAccurate] {
      let picture = TrendPicture.make(Self.series(count, points: points), metric: metric, calendar: nil)
      #expect(TextClashes.of(picture).isEmpty, "\(metric)")
    }
  }

  @Test("the biggest moves are found and told in the order of their days")
  func moves() throws {
    let days = try (1...4).map { try #require(Day(year: 2026, month: $0, day: 1)) }
    let points = zip(days, [100.0, 40, 39, 90]).map { TrendSeries.Point(day: $0, label: "", value: $1, subject: "") }
    let moves = TrendMove.biggest(of: [TrendSeries(name: "s", points: points)], count: 2)
    #expect(moves.map(\.change) == [-60, 51])
    #expect(moves.map(\.point) == [1, 3])
  }

  @Test("a takt past all measure is told, not counted", arguments: [2.9e19, 1e300, -1e25])
  func pastAllMeasure(takt: Double) {
    let points = [0, takt, 60].map {
      TrendSeries.Point(day: Day(year: 2026, month: 1, day: 1)!, label: "v", value: $0, subject: "")
    }
    let picture = TrendPicture.make([TrendSeries(name: "s", points: points)], metric: .takt, calendar: nil)
    #expect(!picture.summary.isEmpty)
    for pair in [Sides(before: 60, after: takt), Sides(before: takt, after: 60), Sides(before: takt, after: -takt)] {
      let account = TimeAccount(pair, calendars: Sides(before: nil, after: nil))
      #expect(account.units != 0 && !account.change.isEmpty)
      #expect(account.texts([takt, 1]).count == 2)
      let other = WorkCalendar(day: WorkingTime(seconds: 3600))
      #expect(!TimeAccount(pair, calendars: Sides(before: nil, after: other)).change.isEmpty)
    }
  }

  @Test("a change is what the printed values differ by, in the picture as in the tables")
  func changes() throws {
    let days = try (1...2).map { try #require(Day(year: 2026, month: $0, day: 1)) }
    let points = zip(days, [359.4, 252.6]).map {
      TrendSeries.Point(day: $0, label: "v", value: $1 * 3600, subject: "")
    }
    let calendar = WorkCalendar(day: WorkingTime(seconds: 8 * 3600))
    let picture = TrendPicture.make([TrendSeries(name: "s", points: points)], metric: .leadTime, calendar: calendar)
    #expect(picture.summary == "s: 44d 7h on 1 Jan 2026, 31d 5h on 1 Feb 2026 (−13d 2h).")
    #expect(picture.textLines.contains { $0.text == "−13d 2h" })
    let durations = Durations(calendar)
    // Told more closely than the values, or more roughly, it stands by itself.
    func change(_ before: Double, _ after: Double) -> String {
      MetricWords.change(Sides(before: before * 3600, after: after * 3600), .leadTime, durations)
    }
    #expect(change(359.4, 358.45) == "−57m")
    #expect(change(9.4, 0.55) == "−1d 1h")
    #expect(MetricWords.change(Sides(before: 0.1, after: 0.14), .activityRatio, durations) == "+4 points")
    #expect(MetricWords.change(Sides(before: 5, after: 2), .handoffs, durations) == "−3")
  }

  @Test("axes begin and end on round values", arguments: [(0.0, 23.0), (0, 0), (0, 1e9), (-5, 12), (0, 0.3)])
  func scale(low: Double, high: Double) {
    let scale = Scale(from: low, to: high, bases: [1, 2, 5, 10])
    #expect(scale.low <= low && scale.high >= high && scale.low < scale.high)
    #expect(scale.ticks.count <= 9 && scale.ticks.first == scale.low && scale.ticks.last == scale.high)
  }
}
