/// Reads an event log in IEEE XES (IEEE 1849-2016): a trace an item, its events with a time and a lifecycle transition.
package struct XESLog {
  /// What has been read of a trace or an event.
  private struct Attributes {
    var name: String?
    var end: (text: String, moment: Int)?
    var start: (text: String, moment: Int)?
    var transition = ""
  }

  private var tags = XMLTags()
  private var state: State

  /// - Parameter keys: of attributes that are not those of the standard (`concept:name`, `time:timestamp`, `start_timestamp`).
  package init(_ timestamps: TimestampText, keys: [LogRole: String] = [:], skipsInvalid: Bool = false) {
    let standard: [LogRole: String] = [
      .item: "concept:name", .activity: "concept:name", .start: "start_timestamp", .end: "time:timestamp",
      .lifecycle: "lifecycle:transition",
    ]
    state = State(
      keys: standard.merging(keys) { $1 }.mapValues { Array($0.utf8) }, timestamps: timestamps,
      skipsInvalid: skipsInvalid)
  }

  /// Takes the next bytes of the file.
  package mutating func read(_ bytes: Span<UInt8>) throws(MeasuringError) {
    var taken = state
    state = State(keys: taken.keys, timestamps: taken.timestamps, skipsInvalid: taken.skipsInvalid)
    do {
      try tags.read(bytes) { tag throws(LogProblem) in try taken.take(tag) }
    } catch {
      throw .log([error], more: 0)
    }
    state = taken
  }

  /// The log, at the end of the file.
  package consuming func finish() throws(MeasuringError) -> EventLog {
    do {
      try tags.finish()
    } catch {
      throw .log([error], more: 0)
    }
    try state.problems.check()
    return try state.builder.finish()
  }

  private struct State {
    let keys: [LogRole: [UInt8]]
    let timestamps: TimestampText
    let skipsInvalid: Bool
    var builder = EventLog.Builder()
    var problems = LogProblems()
    private var depth = 0
    private var traceDepth: Int?
    private var eventDepth: Int?
    private var traces = 0
    private var trace: String?
    private var event = Attributes()

    init(keys: [LogRole: [UInt8]], timestamps: TimestampText, skipsInvalid: Bool) {
      self.keys = keys
      self.timestamps = timestamps
      self.skipsInvalid = skipsInvalid
    }

    mutating func take(_ tag: XMLTag) throws(LogProblem) {
      switch tag.kind {
      case .close:
        try close(tag)
        depth -= 1
      case .open, .empty:
        depth += 1
        try open(tag)
        if tag.kind == .empty {
          try close(tag)
          depth -= 1
        }
      }
    }

    private mutating func open(_ tag: XMLTag) throws(LogProblem) {
      if depth == 1 {
        guard tag.isNamed("log") else {
          throw LogProblem(tag.position, .xml("the first element of XES is <log>"))
        }
      } else if traceDepth == nil, depth == 2, tag.isNamed("trace") {
        traceDepth = depth
        traces += 1
        trace = nil
      } else if let traceDepth, eventDepth == nil, depth == traceDepth + 1 {
        if tag.isNamed("event") {
          eventDepth = depth
          event = Attributes()
        } else if tag.bytes("key")?.elementsEqual(keys[.item] ?? []) == true {
          trace = try tag.text("value")
        }
      } else if let eventDepth, depth == eventDepth + 1 {
        try takeAttribute(tag)
      }
    }

    /// A direct attribute of an event; what is nested in one says nothing of when.
    private mutating func takeAttribute(_ tag: XMLTag) throws(LogProblem) {
      guard let key = tag.bytes("key") else { return }
      for (role, name) in keys where name.count == key.count && key.elementsEqual(name) {
        switch role {
        case .activity: event.name = try tag.text("value")
        case .end: event.end = try moment(tag)
        case .start: event.start = try moment(tag)
        case .lifecycle: event.transition = try tag.text("value") ?? ""
        default: break
        }
      }
    }

    private mutating func moment(_ tag: XMLTag) throws(LogProblem) -> (text: String, moment: Int)? {
      guard let bytes = tag.bytes("value") else { return nil }
      let text = String(decoding: bytes.prefix(60), as: UTF8.self)
      do {
        return (text, try timestamps.read(bytes))
      } catch {
        note(LogProblem(tag.position, .timestamp(text, error)))
        event.name = nil
        event.transition = Self.unreadable
        return nil
      }
    }

    /// Marks an event whose problem is noted.
    private static let unreadable = "\u{0}"

    private mutating func close(_ tag: XMLTag) throws(LogProblem) {
      if depth == eventDepth {
        eventDepth = nil
        if event.transition != Self.unreadable { add(tag) }
      } else if depth == traceDepth {
        traceDepth = nil
      }
    }

    private mutating func add(_ tag: XMLTag) {
      guard let name = event.name, !name.isEmpty else { return note(LogProblem(tag.position, .noActivity)) }
      guard event.start != nil || event.end != nil else { return note(LogProblem(tag.position, .noTime)) }
      if let start = event.start, let end = event.end, end.moment < start.moment {
        return note(LogProblem(tag.position, .endBeforeStart(start: start.text, end: end.text)))
      }
      let item = trace ?? "trace \(traces)"
      if let start = event.start {
        builder.add(item: item, activity: name, start: start.moment, end: event.end?.moment)
        return
      }
      switch Lifecycle(event.transition) {
      case .start: builder.add(item: item, activity: name, start: event.end?.moment, end: nil, isHalf: true)
      case .complete: builder.add(item: item, activity: name, start: nil, end: event.end?.moment, isHalf: true)
      case .other: builder.ignore()
      }
    }

    private mutating func note(_ problem: LogProblem) {
      if skipsInvalid { builder.leaveOut() } else { problems.add(problem) }
    }
  }
}
