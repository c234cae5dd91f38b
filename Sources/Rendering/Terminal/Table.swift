/// Rows whose columns fit the terminal: unimportant ones are left out, then wide ones are cut before narrow ones.
package struct Table {
  package struct Column: Sendable {
    package var title: StyledText
    package var alignment: StyledText.Alignment
    /// The column is never cut below this; nil means that it is never cut at all.
    package var least: Int?
    /// Columns of a higher rank are left out first when even cut columns do not fit; rank 0 always stays.
    package var rank: Int

    package init(
      _ title: StyledText, _ alignment: StyledText.Alignment = .left, least: Int? = nil, rank: Int = 0
    ) {
      self.title = title
      self.alignment = alignment
      self.least = least
      self.rank = rank
    }
  }

  private enum Row {
    case cells([StyledText])
    case note(StyledText, indent: Int)
  }

  private let columns: [Column]
  private var rows: [Row] = []
  private let gap = 2

  package init(_ columns: [Column]) {
    self.columns = columns
  }

  package var isEmpty: Bool { rows.isEmpty }

  /// A row; missing cells are empty.
  package mutating func add(_ cells: [StyledText]) {
    let padding = repeatElement(StyledText(), count: max(0, columns.count - cells.count))
    rows.append(.cells(Array(cells.prefix(columns.count)) + padding))
  }

  /// Text across all columns; lines after its first are indented by `indent` columns.
  package mutating func note(_ text: StyledText, indent: Int = 4) {
    rows.append(.note(text, indent: indent))
  }

  /// The rows laid out in at most `width` columns, behind `margin` spaces. The title row is left out when all titles
  /// are empty; so are columns that are empty in every row.
  package func lines(width: Int, margin: Int = 0) -> [StyledText] {
    let layout = fitted(to: width - margin)
    let indent = StyledText.spaces(margin)
    func line(_ cells: [StyledText]) -> StyledText {
      var result = indent
      for (place, column) in layout.enumerated() {
        if place > 0 { result += .spaces(gap) }
        result += cells[column.index].truncated(to: column.width).padded(
          to: column.width, columns[column.index].alignment)
      }
      return result
    }
    var lines: [StyledText] = []
    if !columns.allSatisfy(\.title.isEmpty) { lines.append(line(columns.map { $0.title.inRole(.faint) })) }
    for row in rows {
      switch row {
      case .cells(let cells): lines.append(line(cells))
      case .note(let text, let hanging): lines += (indent + text).wrapped(to: width, indent: margin + hanging)
      }
    }
    return lines
  }

  /// The columns that are shown, and how wide.
  private func fitted(to width: Int) -> [(index: Int, width: Int)] {
    var layout: [(index: Int, width: Int)] = columns.indices.compactMap { index in
      let widest = rows.map { row in if case .cells(let cells) = row { cells[index].width } else { 0 } }.max() ?? 0
      return widest == 0 ? nil : (index, max(widest, columns[index].title.width))
    }
    func total() -> Int { layout.reduce(0) { $0 + $1.width } + gap * max(0, layout.count - 1) }
    func leastTotal() -> Int {
      layout.reduce(0) { $0 + min($1.width, columns[$1.index].least ?? $1.width) } + gap * max(0, layout.count - 1)
    }
    while leastTotal() > width, let rank = layout.map({ columns[$0.index].rank }).max(), rank > 0,
      let dropped = layout.lastIndex(where: { columns[$0.index].rank == rank })
    {
      layout.remove(at: dropped)
    }
    while total() > width {
      let cuttable = layout.indices.filter { layout[$0].width > (columns[layout[$0].index].least ?? layout[$0].width) }
      // On a very narrow terminal anything is cut rather than that lines break.
      let candidates = cuttable.isEmpty ? layout.indices.filter { layout[$0].width > 1 } : cuttable
      guard let widest = candidates.max(by: { layout[$0].width < layout[$1].width }) else { break }
      layout[widest].width -= 1
    }
    return layout
  }
}
