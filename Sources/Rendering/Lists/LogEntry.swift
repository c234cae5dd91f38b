package import ValueStreams

/// One version as `log` shows it.
package struct LogEntry: Equatable, Sendable {
  package var stream: String
  /// Nil for a commit off the main line.
  package var version: Int?
  package var commit: String
  /// RFC 3339 with offset.
  package var date: String
  package var author: String
  package var subject: String
  /// What the version changed, in one sentence; nil when its map cannot be read.
  package var headline: String?
  /// Seconds; nil when the map cannot be read.
  package var leadTime: Double?
  /// Against the version before, in seconds; nil for the first one.
  package var change: Double?
  package var calendar: WorkCalendar?
  package var isCorrection: Bool
  package var tags: [String]

  package init(
    stream: String, version: Int?, commit: String, date: String, author: String, subject: String,
    headline: String? = nil,
    leadTime: Double? = nil, change: Double? = nil, calendar: WorkCalendar? = nil, isCorrection: Bool = false,
    tags: [String] = []
  ) {
    self.stream = stream
    self.version = version
    self.commit = commit
    self.date = date
    self.author = author
    self.subject = subject
    self.headline = headline
    self.leadTime = leadTime
    self.change = change
    self.calendar = calendar
    self.isCorrection = isCorrection
    self.tags = tags
  }

  /// `v3`, or the start of the commit id where there is no number.
  package var name: String { version.map { "v\($0)" } ?? String(commit.prefix(7)) }
}
