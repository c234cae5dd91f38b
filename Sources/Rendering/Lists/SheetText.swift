import CanonicalJSON
package import ValueStreams

/// What there is to say about a spreadsheet that was to become a map.
package struct SheetText {
  private let name: String
  private let reading: SheetReading

  /// `name` is the file as the user knows it.
  package init(_ name: String, _ reading: SheetReading) {
    self.name = name
    self.reading = reading
  }

  /// One line a problem, never broken, as editors read it: `steps.csv:4:12: C4, Wait: "soon" is not a time; write …`
  package var problems: [String] {
    reading.problems.map { problem in
      let cell = problem.cell.map { "\($0): " } ?? ""
      return visible("\(name):\(problem.position): \(cell)\(problem.message); \(problem.remedy)")
    }
  }

  /// How many problems there are: the last line where there is any.
  package var count: String {
    "\(visible(name)): \(Numbers.counted(reading.problems.count + reading.furtherProblems, "problem")). Nothing was written."
  }

  /// What became of columns that a map has no place for.
  package var remarks: [String] {
    reading.unplaced.map { column in
      let title = visible(column.title)
      return "\"\(title)\" is no column that a map knows; its cells are in the notes. "
        + (column.nearest.map { "Did you mean \($0.rawValue)? --column \"\(title)=\($0.rawValue)\"" }
          ?? "To leave it out: --column \"\(title)=ignore\"")
    }
  }
}
