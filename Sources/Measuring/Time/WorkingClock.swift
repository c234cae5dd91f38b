package import ValueStreams

/// Counts working time: a clock that stands still at night, on free days and on holidays.
package struct WorkingClock: Sendable {
  /// A stretch of working time in milliseconds since 1970, and what was worked before it.
  private struct Stretch: Sendable {
    let start: Int
    let end: Int
    let before: Int
  }

  package let hours: WorkingHours
  package let zone: Zone
  package let holidays: Holidays
  private let stretches: [Stretch]

  /// A clock for moments between the two, in milliseconds since 1970; it stands still outside.
  ///
  /// Where clocks change during working time, the hour that is there twice counts twice and one that is skipped does not.
  package init(_ hours: WorkingHours, zone: Zone, holidays: Holidays, from first: Int, to last: Int) {
    self.hours = hours
    self.zone = zone
    self.holidays = holidays
    var stretches: [Stretch] = []
    var worked = 0
    let firstDay = Self.day(of: first, zone) - 1
    let lastDay = Self.day(of: last, zone) + 1
    for day in firstDay...max(firstDay, lastDay) {
      // 1970-01-01 was a Thursday.
      let weekday = ((day + 3) % 7 + 7) % 7
      if hours.week[weekday].isEmpty || holidays.days.contains(Day(daysSinceEpoch: day)) { continue }
      for stretch in hours.week[weekday] {
        let start = zone.moment(ofLocal: day * 86_400 + stretch.lowerBound) * 1000
        let end = zone.moment(ofLocal: day * 86_400 + stretch.upperBound) * 1000
        guard end > start else { continue }
        stretches.append(Stretch(start: start, end: end, before: worked))
        worked += end - start
      }
    }
    self.stretches = stretches
  }

  /// The day since 1970 that the calendar of the place shows.
  static func day(of moment: Int, _ zone: Zone) -> Int {
    let second = (moment >= 0 ? moment : moment - 999) / 1000
    let local = second + zone.offset(at: second)
    return (local >= 0 ? local : local - 86_399) / 86_400
  }

  /// The day of a moment at the place.
  package func day(of moment: Int) -> Day { Day(daysSinceEpoch: Self.day(of: moment, zone)) }

  /// Seconds of working time from one moment to a later one, both in milliseconds since 1970.
  package func worked(from start: Int, to end: Int) -> Double {
    Double(worked(until: end) - worked(until: start)) / 1000
  }

  private func worked(until moment: Int) -> Int {
    var (low, high) = (0, stretches.count)
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].start <= moment { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return 0 }
    let stretch = stretches[low - 1]
    return stretch.before + min(moment, stretch.end) - stretch.start
  }
}
