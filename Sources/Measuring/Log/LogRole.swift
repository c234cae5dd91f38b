import ValueStreams

/// What a column of an event log says.
package enum LogRole: String, CaseIterable, Sendable {
  case item = "case"
  case activity, start, end, lifecycle

  /// What programs call it, in order of preference, compared without case, spaces, `_`, `-` and `:`.
  var synonyms: [String] {
    switch self {
    case .item:
      [
        "case", "case:concept:name", "case id", "ticket", "ticket id", "issue", "issue key", "issue id", "key", "item",
        "item id", "request", "request id", "order", "order id", "work item", "id", "fall", "vorgang",
      ]
    case .activity:
      [
        "activity", "concept:name", "activity name", "step", "task", "status", "state", "stage", "action", "event",
        "event name", "column", "phase", "to status", "aktivität", "schritt",
      ]
    case .start:
      [
        "start", "start_timestamp", "start time", "start date", "started", "started at", "begin", "begin time", "from",
        "entered", "entered at", "in", "startzeit", "beginn",
      ]
    case .end:
      [
        "end", "end_timestamp", "end time", "end date", "ended", "ended at", "complete", "completed", "completed at",
        "complete timestamp", "completion time", "finish", "finished", "finished at", "done", "to", "left", "out",
        "time:timestamp", "timestamp", "time", "date", "datetime", "endzeit", "ende", "zeit",
      ]
    case .lifecycle: ["lifecycle:transition", "lifecycle", "transition"]
    }
  }
}

/// In which columns of a table the roles stand.
struct LogColumns: Equatable {
  private(set) var places: [LogRole: Int] = [:]

  subscript(role: LogRole) -> Int? { places[role] }

  /// Finds the columns by the names that the user gives, else by what programs call them.
  init(titles: [String], named: [LogRole: String]) throws(MeasuringError) {
    let plain = titles.map(Self.plain)
    for (role, name) in named.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      let matches = plain.indices.filter { plain[$0] == Self.plain(name) }
      guard let place = matches.first ?? Self.number(name, upTo: titles.count) else {
        throw .unknownColumn(name, role: role, nearest: NearestWord.to(name, among: titles))
      }
      places[role] = place
    }
    // Who names one of the two moments says that the other is not to be guessed.
    let hasNamedTime = named[.start] != nil || named[.end] != nil
    for role in LogRole.allCases where places[role] == nil {
      if hasNamedTime, role == .start || role == .end || role == .lifecycle { continue }
      for name in role.synonyms where places[role] == nil {
        let taken = Set(places.values)
        places[role] = plain.indices.first { plain[$0] == Self.plain(name) && !taken.contains($0) }
      }
    }
    for role in [LogRole.item, .activity] where places[role] == nil { throw .noColumn(role, columns: titles) }
    if places[.start] == nil, places[.end] == nil { throw .noColumn(.end, columns: titles) }
  }

  private static func plain(_ name: String) -> String {
    name.lowercased().filter { !" _-:\t\u{FEFF}".contains($0) }
  }

  /// Columns can be named by their number, from 1.
  private static func number(_ name: String, upTo count: Int) -> Int? {
    guard let number = Int(name), (1...max(1, count)).contains(number), number <= count else { return nil }
    return number - 1
  }
}
