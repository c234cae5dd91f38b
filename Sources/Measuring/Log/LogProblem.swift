package import CanonicalJSON

/// What is wrong with an event log, and where.
package struct LogProblem: Error, Equatable, Sendable {
  package enum Fault: Equatable, Sendable {
    case noCase
    case noActivity
    /// Neither a start nor an end.
    case noTime
    case timestamp(String, TimestampText.Fault)
    case endBeforeStart(start: String, end: String)
    /// A lifecycle word where only letters are expected.
    case table(String, remedy: String)
    case xml(String)
    /// An event outside a trace, or without the attributes of one.
    case noCaseName
  }

  package let position: JSONPosition
  package let fault: Fault

  package init(_ position: JSONPosition, _ fault: Fault) {
    self.position = position
    self.fault = fault
  }

  /// What is wrong.
  package var message: String {
    switch fault {
    case .noCase: "the row does not say which case it belongs to"
    case .noActivity: "the event does not say what was done"
    case .noTime: "the event has neither a start nor an end"
    case .timestamp(let text, .notATimestamp): "\"\(text)\" is not a date and time"
    case .timestamp(let text, .orderNeeded): "\"\(text)\" has the day or the month first"
    case .timestamp(let text, .impossible): "\"\(text)\" is no moment of the calendar"
    case .timestamp(let text, .placeholder): "\"\(text)\" is not a time at which work was done"
    case .endBeforeStart(let start, let end): "it ends (\(end)) before it starts (\(start))"
    case .table(let message, _), .xml(let message): message
    case .noCaseName: "the trace has no concept:name, and another has none either"
    }
  }

  /// What to do about it.
  package var remedy: String? {
    switch fault {
    case .timestamp(_, .notATimestamp): "write it as 2026-09-30T14:05:00+02:00 or 2026-09-30 14:05"
    case .timestamp(_, .orderNeeded): "say which with --dates dmy or --dates mdy"
    case .timestamp(_, .placeholder): "leave it empty where it is not known"
    case .table(_, let remedy): remedy
    case .noCase, .noActivity, .noTime, .timestamp, .endBeforeStart, .xml, .noCaseName: nil
    }
  }

  package var sentence: String { remedy.map { "\(message); \($0)" } ?? message }
}
