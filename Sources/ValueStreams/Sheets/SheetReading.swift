package import CanonicalJSON

/// What came of reading a spreadsheet with a row a step: a map, or every reason why there is none.
package struct SheetReading: Sendable {
  /// Nobody mends more cells than these before trying again.
  package static let problemLimit = 1000

  /// How to read it, as far as the file itself cannot tell.
  package struct Options: Sendable {
    package var title: Text
    /// How long a day and a week are; kept in the map.
    package var calendar: WorkCalendar?
    /// What columns mean whose titles do not tell, by title.
    package var columns: [String: SheetColumn] = [:]

    package init(title: Text) {
      self.title = title
    }
  }

  /// Something that makes no sense, and how to mend it.
  package struct Problem: Equatable, Sendable {
    package var position: JSONPosition
    /// As the spreadsheet program names the cell, with the title of its column: `C5, Wait (h)`; nil for a whole row.
    package var cell: String?
    package var message: String
    package var remedy: String
  }

  /// A column that a map has no place for; its cells went into the notes of the steps.
  package struct Unplaced: Equatable, Sendable {
    package var title: String
    /// What its title is close to.
    package var nearest: SheetColumn?
  }

  /// Nil if there is any problem. A map that is there has no errors.
  package internal(set) var map: ValueStreamMap?
  /// In the order of the file, the first ``problemLimit`` of them.
  package internal(set) var problems: [Problem] = []
  /// How many more there are.
  package internal(set) var furtherProblems = 0
  package internal(set) var unplaced: [Unplaced] = []

  /// Reads a table with a row a step, under a row of titles; see ``SheetColumn`` for the titles.
  package static func read(_ bytes: [UInt8], _ options: Options) -> SheetReading {
    var table = TableReader()
    var rows: [TableRow] = []
    table.read(bytes.span) { if rows.count <= SheetReader.rowLimit { rows.append($0) } }
    table.finish { if rows.count <= SheetReader.rowLimit { rows.append($0) } }
    var reader = SheetReader(options, separator: table.separator)
    reader.read(rows)
    if !reader.reading.problems.isEmpty { reader.reading.map = nil }
    reader.reading.problems.sort { $0.position < $1.position }
    return reader.reading
  }
}
