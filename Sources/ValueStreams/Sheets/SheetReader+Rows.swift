import CanonicalJSON

/// Rows, cell by cell.
extension SheetReader {
  mutating func readRow(_ row: TableRow) {
    for index in stride(from: columns.count, to: row.count, by: 1) where SheetCell(row, index) != nil {
      complain(
        in: row, index, "this cell is to the right of the last title",
        "give its column a title, or put text with a separator in it in quotation marks")
    }
    let name = cell(row, .step).map { $0.text.split(whereSeparator: \.isNewline).joined(separator: " ") }
    let ownID = cell(row, .id)?.text
    guard let title = name ?? ownID else {
      complain(at: row.position(0), "row \(row.number)", "this row names no step", "name it, or empty the row")
      return
    }
    var step = Step(id: "", name: Text(title))
    if let ownID { step.id = Text(Identifier.isValid(Text(ownID)) ? ownID : Identifier.proposal(for: ownID) ?? "") }
    step.team = cell(row, .team).flatMap(\.figure).map { Text($0) }
    step.arrives = choice(row, .arrives, Self.arrivals)
    readTimes(row, &step)
    step.queue = number(row, .queue, 0...Double.greatestFiniteMagnitude, "a number of items, 0 or more")
    step.percentCompleteAccurate = number(row, .accuracy, 0...100, "a percent from 0 to 100")
    step.value = choice(row, .value, Self.values)
    step.basis = basis(row)
    step.source = cell(row, .source).map { Text($0.text) }
    step.replaces = identifiers(row, .replaces)
    step.notes = notes(row)
    drafts.append(
      Draft(row: row, step: step, number: cell(row, .number)?.text, hasOwnID: !step.id.string.isEmpty))
  }

  func cell(_ row: TableRow, _ column: SheetColumn) -> SheetCell? {
    index(of: column).flatMap { SheetCell(row, $0) }
  }

  func index(of column: SheetColumn) -> Int? {
    columns.firstIndex { $0.meaning?.column == column }
  }

  /// Wait and process time. A lead time is the two together, so that any two of the three give the third.
  private mutating func readTimes(_ row: TableRow, _ step: inout Step) {
    step.waitTime = time(row, .wait)
    step.processTime = time(row, .process)
    step.waitRange = range(row, .waitRange)
    step.processRange = range(row, .processRange)
    guard let lead = time(row, .lead), let index = index(of: .lead) else { return }
    let text = { [times] (time: WorkingTime) in times.durations.write(time) }
    func difference(_ part: WorkingTime, _ name: String) -> WorkingTime? {
      guard part <= lead else {
        complain(
          in: row, index, "the lead time \(text(lead)) is less than the \(name) time \(text(part))",
          "it is the time from the end of the step before: wait and process together")
        return nil
      }
      return WorkingTime(seconds: lead.seconds - part.seconds)
    }
    switch (step.waitTime, step.processTime) {
    case (nil, let process?): step.waitTime = difference(process, "process")
    case (let wait?, nil): step.processTime = difference(wait, "wait")
    case (let wait?, let process?):
      guard wait.seconds + process.seconds != lead.seconds else { return }
      complain(
        in: row, index,
        "the lead time \(text(lead)) is not wait \(text(wait)) and process \(text(process)) together",
        "empty one of the three cells")
    case (nil, nil):
      // Whichever cell was misread has its complaint already.
      guard cell(row, .process)?.figure == nil, cell(row, .wait)?.figure == nil else { return }
      complain(
        in: row, index, "a lead time alone does not tell how long work waits",
        "add the process time, or move it to wait")
    }
  }

  /// The notes of the row, and below them what stands in columns that a map does not know.
  private func notes(_ row: TableRow) -> Text? {
    var lines: [String] = []
    for (index, column) in columns.enumerated().prefix(row.count) {
      guard let cell = SheetCell(row, index) else { continue }
      if column.meaning == nil || isKeptAsNote(column) {
        lines.append("\(column.title): \(cell.text)")
      } else if column.meaning?.column == .notes {
        lines.append(cell.text)
      }
    }
    return lines.isEmpty ? nil : Text(lines.joined(separator: "\n"))
  }

  /// A percent of rework says nothing without a place to go back to.
  private func isKeptAsNote(_ column: Column) -> Bool {
    column.meaning?.column == .reworkPercent && index(of: .reworkTo) == nil
  }

  /// A last row of totals would become a step with the time of all others.
  mutating func findTotals() {
    guard let last = drafts.last, !last.hasOwnID,
      ["total", "totals", "grand total", "sum", "overall", "total:", "sum:"].contains(
        last.step.name.string.lowercased())
    else { return }
    complain(
      in: last.row, index(of: .step) ?? 0, "this row looks like the totals of the others",
      "remove it: a map adds up by itself")
  }
}
