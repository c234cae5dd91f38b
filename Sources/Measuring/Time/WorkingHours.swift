package import ValueStreams

/// The hours of a week in which work is done, by the clocks of the place.
package struct WorkingHours: Equatable, Sendable {
  package enum Fault: Equatable, Sendable {
    /// Not of the form `mon-fri 9:00-17:00`.
    case form
    case weekday(String)
    case time(String)
    /// The second time is not after the first.
    case order(String)
    /// Two stretches of a day overlap.
    case overlap(String)
  }

  /// Monday first: stretches of the day in seconds from midnight, ascending and apart.
  package private(set) var week: [[Range<Int>]]

  static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let fullDay = 86_400

  /// Every second counts.
  package static let always = WorkingHours(week: Array(repeating: [0..<fullDay], count: 7))

  private init(week: [[Range<Int>]]) {
    self.week = week
  }

  /// As long as the calendar of a map says: from 9:00, or from midnight for days past 15 hours, Monday first. Of 4.5 days
  /// a week the last is half a day.
  package init(_ calendar: WorkCalendar?) {
    let text = DurationText(calendar)
    let day = min(text.day, Self.fullDay)
    let start = day > 15 * 3600 ? 0 : 9 * 3600
    week = (0..<7).map { number in
      let share = min(max(text.daysPerWeek - Double(number), 0), 1)
      let length = Int((share * Double(day)).rounded())
      return length > 0 ? [start..<(start + length)] : []
    }
  }

  /// Reads `mon-fri 9:00-17:00`, `mon-thu 8:00-12:00,13:00-17:00; fri 8:00-14:00` or `always`.
  package init(_ text: String) throws(MeasuringError) {
    if text.lowercased() == "always" {
      self = .always
      return
    }
    week = Array(repeating: [], count: 7)
    for part in text.split(separator: ";") {
      let words = part.split(separator: " ").map(String.init)
      guard words.count >= 2 else { throw .hours(text, .form) }
      let days = try Self.days(words[0], in: text)
      let stretches = try words.dropFirst().joined().split(separator: ",").map { stretch throws(MeasuringError) in
        try Self.stretch(String(stretch), in: text)
      }
      for day in days { week[day] += stretches }
    }
    for day in week.indices {
      week[day].sort { $0.lowerBound < $1.lowerBound }
      for (first, second) in zip(week[day], week[day].dropFirst()) where first.overlaps(second) {
        throw .hours(text, .overlap(Self.weekdays[day]))
      }
    }
    guard week.contains(where: { !$0.isEmpty }) else { throw .hours(text, .form) }
  }

  private static func days(_ word: String, in text: String) throws(MeasuringError) -> [Int] {
    var days: [Int] = []
    for part in word.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = try part.split(separator: "-", omittingEmptySubsequences: false).map { name throws(MeasuringError) in
        guard name.count >= 2, let day = weekdays.firstIndex(where: { $0.lowercased() == name.lowercased().prefix(3) })
        else { throw .hours(text, .weekday(String(name))) }
        return day
      }
      guard let first = ends.first, let last = ends.last, ends.count <= 2 else { throw .hours(text, .form) }
      days += first <= last ? Array(first...last) : Array(first...6) + Array(0...last)
    }
    return days
  }

  private static func stretch(_ text: String, in whole: String) throws(MeasuringError) -> Range<Int> {
    let ends = try text.split(separator: "-", omittingEmptySubsequences: false).map { end throws(MeasuringError) in
      let parts = end.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
      guard (1...2).contains(parts.count), let hour = parts[0], let minute = parts.count > 1 ? parts[1] : 0,
        (0...24).contains(hour), (0...59).contains(minute), hour * 60 + minute <= 24 * 60
      else { throw .hours(whole, .time(String(end))) }
      return hour * 3600 + minute * 60
    }
    guard ends.count == 2 else { throw .hours(whole, .form) }
    guard ends[0] < ends[1] else { throw .hours(whole, .order(text)) }
    return ends[0]..<ends[1]
  }

  /// Seconds of work in the longest day of the week.
  package var dayLength: Int { week.map { $0.reduce(0) { $0 + $1.count } }.max() ?? 0 }

  /// Days of the week on which work is done; a day that is half as long as the longest counts as half a day.
  package var daysPerWeek: Double {
    let total = week.joined().reduce(0) { $0 + $1.count }
    return dayLength > 0 ? Double(total) / Double(dayLength) : 0
  }
}

extension WorkingHours: CustomStringConvertible {
  /// `Mon–Thu 8:00–12:00, 13:00–17:00; Fri 8:00–14:00`.
  package var description: String {
    self == .always ? "day and night, all week" : written(dash: "–", comma: ", ")
  }

  /// As ``init(_:)-(String)`` reads it: `mon-thu 8:00-12:00,13:00-17:00; fri 8:00-14:00`.
  package var text: String {
    self == .always ? "always" : written(dash: "-", comma: ",").lowercased()
  }

  private func written(dash: String, comma: String) -> String {
    var parts: [String] = []
    var day = 0
    while day < 7 {
      let last = (day..<7).prefix { week[$0] == week[day] }.last ?? day
      if !week[day].isEmpty {
        let days = day == last ? Self.weekdays[day] : Self.weekdays[day] + dash + Self.weekdays[last]
        parts.append(days + " " + week[day].map { Self.text($0, dash) }.joined(separator: comma))
      }
      day = last + 1
    }
    return parts.joined(separator: "; ")
  }

  private static func text(_ stretch: Range<Int>, _ dash: String) -> String {
    clock(stretch.lowerBound) + dash + clock(stretch.upperBound)
  }

  private static func clock(_ second: Int) -> String {
    let minute = second % 3600 / 60
    return "\(second / 3600):\(minute < 10 ? "0" : "")\(minute)"
  }
}
