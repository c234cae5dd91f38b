/// What happened to the items of a stream, as a program kept it: a row an event, all that follows is counted from.
package struct EventLog: Equatable, Sendable {
  /// One row: work on an item, with the moments in milliseconds since 1970 that the row states.
  struct Event: Equatable, Sendable {
    /// Numbers of the case and of the activity, by first appearance.
    var item: Int32
    var activity: Int32
    var start: Int?
    var end: Int?
    /// A start and an end that stand in rows of their own belong together.
    var isHalf = false
  }

  /// Which moments the log states, and so what can be told apart.
  package enum Kind: String, Equatable, Sendable {
    /// Start and end: waiting and work.
    case intervals
    /// Only when work was done: waiting and work together.
    case ends
    /// Only when a status was entered: the time until the next.
    case starts
  }

  package private(set) var activities: [String] = []
  package private(set) var cases = 0
  private(set) var events: [Event] = []
  /// Rows that were left out since they say nothing about work, such as a lifecycle of "schedule".
  package var ignored = 0
  /// Rows that make no sense, left out because the user said so.
  package var invalid = 0

  package var count: Int { events.count }

  package var kind: Kind {
    let hasStart = events.contains { $0.start != nil }
    let hasEnd = events.contains { $0.end != nil }
    return hasStart && hasEnd ? .intervals : hasStart ? .starts : .ends
  }

  /// From the first moment to the last, in milliseconds since 1970; nil without events.
  package var span: ClosedRange<Int>? {
    var (first, last) = (Int.max, Int.min)
    for event in events {
      first = min(first, event.start ?? .max, event.end ?? .max)
      last = max(last, event.start ?? .min, event.end ?? .min)
    }
    return first <= last ? first...last : nil
  }

  /// How many events each activity has.
  package var frequencies: [Int] {
    var counts = [Int](repeating: 0, count: activities.count)
    for event in events { counts[Int(event.activity)] += 1 }
    return counts
  }

  /// Makes a log row by row.
  package struct Builder {
    private var log = EventLog()
    private var cases: [String: Int32] = [:]
    private var activities: [String: Int32] = [:]

    package init() {}

    /// A row; of a start and an end at least one.
    package mutating func add(item: String, activity: String, start: Int?, end: Int?, isHalf: Bool = false) {
      let item = Self.number(item, &cases)
      let known = activities.count
      let number = Self.number(activity, &activities)
      if activities.count > known { log.activities.append(activity) }
      log.events.append(Event(item: item, activity: number, start: start, end: end, isHalf: isHalf))
    }

    package mutating func ignore() { log.ignored += 1 }
    package mutating func leaveOut() { log.invalid += 1 }

    private static func number(_ text: String, _ numbers: inout [String: Int32]) -> Int32 {
      if let number = numbers[text] { return number }
      let number = Int32(numbers.count)
      numbers[text] = number
      return number
    }

    /// - Throws: ``MeasuringError/empty`` without events.
    package consuming func finish() throws(MeasuringError) -> EventLog {
      guard !log.events.isEmpty else { throw .empty }
      log.cases = cases.count
      return log
    }
  }
}
