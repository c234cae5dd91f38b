import CanonicalJSON

/// Makes a map of the rows of a spreadsheet and keeps every complaint with its place.
struct SheetReader {
  /// A row on its way to become a step.
  struct Draft {
    let row: TableRow
    var step: Step
    /// What stands in the columns that other rows refer to this one by.
    var number: String?
    var hasOwnID = false
  }

  /// A column of the file.
  struct Column {
    /// As it stands in the file; its letter where there is no title.
    let title: String
    var meaning: SheetTitle?
  }

  /// How many rows may stand above the titles, as a sheet's own heading does.
  private static let titleRowLimit = 20
  /// More rows or columns are no steps that people have drawn up, but an event log or a mistake.
  static let rowLimit = 10_000
  private static let columnLimit = 1_000

  let options: SheetReading.Options
  let times: SheetTime
  var reading = SheetReading()
  var columns: [Column] = []
  var drafts: [Draft] = []
  var teams: Members<Team>?

  init(_ options: SheetReading.Options, separator: UInt8?) {
    self.options = options
    times = SheetTime(durations: DurationText(options.calendar), numbers: SheetNumber(separator: separator))
  }

  mutating func read(_ rows: [TableRow]) {
    for row in rows {
      for fault in row.faults {
        complain(at: fault.position, nil, fault.kind.message, fault.kind.remedy)
      }
    }
    if let row = rows.dropFirst(Self.rowLimit).first {
      complain(
        at: row.position(0), nil, "the file has more than 10,000 rows",
        "a map has a row for each step; \"vsmrepo measure\" reads a row for each event")
      return
    }
    if let row = rows.first(where: { $0.count > Self.columnLimit }) {
      complain(at: row.position(0), nil, "row \(row.number) has more than 1,000 cells", "remove what is no column")
      return
    }
    guard let header = rows.prefix(Self.titleRowLimit).firstIndex(where: isHeader) else {
      if reading.problems.isEmpty { complainOfNoHeader(rows.first { !$0.isBlank }) }
      return
    }
    readTitles(rows[header])
    for row in rows[(header + 1)...] where !row.isBlank && row.faults.isEmpty { readRow(row) }
    findTotals()
    if drafts.isEmpty, reading.problems.isEmpty {
      complain(at: rows[header].position(0), nil, "no step follows the titles", "add a row for each step")
    }
    nameSteps()
    nameTeams()
    connect()
    guard reading.problems.isEmpty else { return }
    finish()
  }

  // MARK: Titles

  private func isHeader(_ row: TableRow) -> Bool {
    (0..<row.count).contains { [.step, .id].contains(meaning(of: title(row, $0))?.column) }
  }

  private func title(_ row: TableRow, _ index: Int) -> String {
    SheetCell(row, index)?.text ?? SheetCell.letters(index)
  }

  /// What the user said comes first.
  private func meaning(of title: String) -> SheetTitle? {
    guard let column = options.columns[title] else { return SheetTitle(title) }
    var meaning = SheetTitle(column)
    meaning.unit = column.holdsTimes ? SheetTitle.unit(in: title) : nil
    return meaning
  }

  private mutating func readTitles(_ row: TableRow) {
    for index in 0..<row.count {
      let title = title(row, index)
      let meaning = meaning(of: title)
      columns.append(Column(title: title, meaning: meaning))
      let isFree = meaning.map { $0.column == .notes || $0.column == .ignore } ?? true
      if let meaning, !isFree, let first = columns.dropLast().first(where: { $0.meaning?.column == meaning.column }) {
        complain(
          in: row, index,
          "\(quoted(Text(first.title))) and \(quoted(Text(title))) both say the \(meaning.column.rawValue)",
          "remove one, or say what it is: --column \(SheetCell.argument(title, "notes"))")
      }
      if meaning == nil, SheetCell(row, index) != nil {
        reading.unplaced.append(SheetReading.Unplaced(title: title, nearest: SheetTitle.nearest(to: title)))
      }
    }
    for title in options.columns.keys.sorted() where !columns.contains(where: { $0.title == title }) {
      let nearest = NearestWord.to(title, among: columns.map(\.title))
      complain(
        at: row.position(0), nil, "no column is called \(quoted(Text(title)))",
        nearest.map { "did you mean \(quoted(Text($0)))?" } ?? "give its title as it stands in the file")
    }
  }

  private mutating func complainOfNoHeader(_ row: TableRow?) {
    guard let row else {
      complain(
        at: JSONPosition(line: 1, column: 1), nil, "the file is empty", "write a row of titles and a row for each step")
      return
    }
    let titles = (0..<row.count).compactMap { SheetCell(row, $0)?.text }
    complain(
      at: row.position(0), nil, "no column is called \"step\"",
      "call the one with the names of the steps so, or say which it is: --column "
        + SheetCell.argument(titles.first { !$0.isEmpty } ?? "TITLE", "step"))
  }

  // MARK: Complaints

  mutating func complain(at position: JSONPosition, _ cell: String?, _ message: String, _ remedy: String) {
    guard reading.problems.count < SheetReading.problemLimit else {
      reading.furtherProblems += 1
      return
    }
    reading.problems.append(
      SheetReading.Problem(position: position, cell: cell, message: message, remedy: remedy))
  }

  /// About a cell; its column is named as the file names it.
  mutating func complain(in row: TableRow, _ index: Int, _ message: String, _ remedy: String) {
    let name = SheetCell.letters(index) + String(row.number)
    let title = columns.indices.contains(index) ? columns[index].title : ""
    complain(
      at: row.position(index), title.isEmpty || title == SheetCell.letters(index) ? name : "\(name), \(title)", message,
      remedy)
  }
}
