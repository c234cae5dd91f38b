import ValueStreams

/// Reads an event log from a table: a row an event, the columns found by their titles.
package struct TableLog {
  package struct Options: Sendable {
    /// Columns by title or by number from 1, for roles that are not to be guessed.
    package var columns: [LogRole: String] = [:]
    package var separator: UInt8?
    package var timestamps: TimestampText
    /// Leave rows that make no sense out instead of refusing the log.
    package var skipsInvalid = false

    package init(_ timestamps: TimestampText) {
      self.timestamps = timestamps
    }
  }

  private let options: Options
  private var reader: TableReader
  private var columns: LogColumns?
  private var builder = EventLog.Builder()
  private var problems = LogProblems()

  package init(_ options: Options) {
    self.options = options
    reader = TableReader(separator: options.separator)
  }

  /// Takes the next bytes of the file.
  package mutating func read(_ bytes: Span<UInt8>) throws(MeasuringError) {
    var state = State(columns: columns, builder: builder, problems: problems, options: options)
    (columns, builder, problems) = (nil, EventLog.Builder(), LogProblems())
    try reader.read(bytes) { row throws(MeasuringError) in try state.take(row) }
    (columns, builder, problems) = (state.columns, state.builder, state.problems)
  }

  /// The log, at the end of the file.
  package consuming func finish() throws(MeasuringError) -> EventLog {
    var state = State(columns: columns, builder: builder, problems: problems, options: options)
    builder = EventLog.Builder()
    try reader.finish { row throws(MeasuringError) in try state.take(row) }
    try state.problems.check()
    return try state.builder.finish()
  }

  /// What rows are made into; apart from the reader, which hands them out.
  private struct State {
    var columns: LogColumns?
    var builder: EventLog.Builder
    var problems: LogProblems
    let options: Options

    mutating func take(_ row: TableRow) throws(MeasuringError) {
      if let fault = row.faults.first {
        let problem = LogProblem(fault.position, .table(fault.kind.message, remedy: fault.kind.remedy))
        // Without titles, or past a fault of the whole file, there is nothing to go on with.
        let isRow = fault.kind == .unclosedQuote || fault.kind == .textAfterQuote
        return columns == nil || !isRow ? problems.add(problem) : note(problem)
      }
      guard let columns else {
        columns = try LogColumns(titles: (0..<row.count).map { row.text($0) }, named: options.columns)
        return
      }
      if row.isBlank { return }
      do {
        try add(row, columns)
      } catch {
        note(error)
      }
    }

    private mutating func note(_ problem: LogProblem) {
      if options.skipsInvalid { builder.leaveOut() } else { problems.add(problem) }
    }

    private mutating func add(_ row: TableRow, _ columns: LogColumns) throws(LogProblem) {
      let item = text(row, columns[.item])
      guard !item.isEmpty else { throw LogProblem(row.position(columns[.item] ?? 0), .noCase) }
      let activity = text(row, columns[.activity])
      guard !activity.isEmpty else { throw LogProblem(row.position(columns[.activity] ?? 0), .noActivity) }
      var start = try moment(row, columns[.start])
      var end = try moment(row, columns[.end])
      var isHalf = false
      if columns[.lifecycle] != nil, start == nil || columns[.start] == nil {
        switch Lifecycle(text(row, columns[.lifecycle])) {
        case .start: (start, end, isHalf) = (end, nil, true)
        case .complete: isHalf = true
        case .other: return builder.ignore()
        }
      }
      guard start != nil || end != nil else {
        throw LogProblem(row.position(columns[.end] ?? columns[.start] ?? 0), .noTime)
      }
      if let start, let end, end < start {
        throw LogProblem(
          row.position(columns[.end] ?? 0),
          .endBeforeStart(start: text(row, columns[.start]), end: text(row, columns[.end])))
      }
      builder.add(item: item, activity: activity, start: start, end: end, isHalf: isHalf)
    }

    private func moment(_ row: TableRow, _ column: Int?) throws(LogProblem) -> Int? {
      guard let column else { return nil }
      let bytes = row[column]
      if bytes.allSatisfy({ $0 == UInt8(ascii: " ") }) { return nil }
      do {
        return try options.timestamps.read(bytes)
      } catch {
        throw LogProblem(row.position(column), .timestamp(String(row.text(column).prefix(60)), error))
      }
    }

    private func text(_ row: TableRow, _ column: Int?) -> String {
      guard let column else { return "" }
      let text = row.text(column)
      guard text.utf8.first == UInt8(ascii: " ") || text.utf8.last == UInt8(ascii: " ") else { return text }
      return String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
  }
}

/// The problems of a log: the first are kept, the rest are counted.
struct LogProblems {
  static let kept = 20

  private var first: [LogProblem] = []
  private var count = 0

  mutating func add(_ problem: LogProblem) {
    count += 1
    if first.count < Self.kept { first.append(problem) }
  }

  func check() throws(MeasuringError) {
    if count > 0 { throw .log(first, more: count - first.count) }
  }
}

/// The transitions of XES that frame work; the others (schedule, assign, suspend …) are left out.
enum Lifecycle {
  case start, complete, other

  init(_ word: String) {
    switch word.lowercased() {
    case "start": self = .start
    case "complete", "": self = .complete
    default: self = .other
    }
  }
}
