/// A titled list below the flow: legend, teams, improvements, glossary.
struct FooterBlock {
  /// One entry: a symbol at most 38 wide, or none, and text beside it.
  struct Entry {
    var symbol: [Shape] = []
    /// In user units.
    var symbolHeight = 24.0
    var term: String?
    var text: String
  }

  var heading: String
  var entries: [Entry]

  private static let symbolWidth = 40.0
  private static let lineHeight = 16.0

  /// Draws it at (0, 0), `width` wide; gives its height too.
  func drawn(width: Double) -> (shapes: [Shape], height: Double) {
    var shapes: [Shape] = [.text(TextLine(heading, at: Point(0, 13), font: .section))]
    var y = 24.0
    for entry in entries {
      shapes += entry.symbol.map { $0.moved(0, y) }
      let x = entry.symbol.isEmpty ? 0 : Self.symbolWidth + 6
      let drop = entry.symbol.isEmpty ? 0 : (entry.symbolHeight - 24) / 2
      var lines: [TextLine] = []
      func add(_ text: String, _ font: Font, _ tone: Tone, limit: Int) {
        for line in font.wrap(text, width: width - x, lines: limit).lines {
          let at = Point(x, y + drop + 13 + Double(lines.count) * Self.lineHeight)
          lines.append(TextLine(line, at: at, font: font, tone: tone))
        }
      }
      if let term = entry.term { add(term, .figure, .ink, limit: 3) }
      add(entry.text, .body, entry.term == nil ? .ink : .soft, limit: 6)
      shapes.append(
        .group(
          name: "entry", title: [entry.term, entry.text].compactMap { $0 }.joined(separator: "\n"),
          lines.map(Shape.text)))
      let text = drop + Double(max(1, lines.count)) * Self.lineHeight
      y += max(entry.symbol.isEmpty ? 0 : entry.symbolHeight, text) + 6
    }
    return (shapes, y)
  }
}

/// Blocks side by side, each put into the column that is shortest so far.
struct Footer {
  let shapes: [Shape]
  let height: Double

  init(_ blocks: [FooterBlock], x: Double, y: Double, width: Double) {
    let gap = 36.0
    let columns = max(1, min(blocks.count, Int((width + gap) / (250 + gap))))
    let columnWidth = (width - gap * Double(columns - 1)) / Double(columns)
    var heights = [Double](repeating: 0, count: columns)
    var shapes: [Shape] = []
    for block in blocks {
      let column = heights.indices.min { heights[$0] < heights[$1] } ?? 0
      let drawn = block.drawn(width: columnWidth)
      shapes += drawn.shapes.map { $0.moved(x + Double(column) * (columnWidth + gap), y + heights[column]) }
      heights[column] += drawn.height + 22
    }
    self.shapes = shapes
    height = (heights.max() ?? 0)
  }
}
