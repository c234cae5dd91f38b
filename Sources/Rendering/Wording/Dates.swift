package import ValueStreams

/// Days as people write them, without an order of numbers to guess.
package enum Dates {
  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  /// `30 Sep 2026`.
  package static func text(_ day: Day) -> String {
    "\(day.day) \(months[day.month - 1]) \(day.year)"
  }

  /// The day of an RFC 3339 date and time, in its own offset; the text itself when it is none.
  package static func text(_ timestamp: String) -> String {
    Day(timestamp.prefix(10)).map(text) ?? timestamp
  }
}
