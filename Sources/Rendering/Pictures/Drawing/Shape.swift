/// How a shape is filled and stroked.
package struct Paint: Equatable, Sendable {
  package var fill: Tone?
  package var stroke: Tone?
  package var width: Double
  package var dash: [Double]

  package init(fill: Tone? = nil, stroke: Tone? = nil, width: Double = 1, dash: [Double] = []) {
    self.fill = fill
    self.stroke = stroke
    self.width = width
    self.dash = dash
  }
}

/// A placed piece of a picture.
package indirect enum Shape: Equatable, Sendable {
  case rectangle(Box, corner: Double, Paint)
  case circle(Point, radius: Double, Paint)
  case polygon([Point], Paint)
  /// A stroke through the points, its bends rounded with `corner`.
  case path([Point], corner: Double, Paint)
  case text(TextLine)
  /// `name` becomes the class; `title` is what a pointer resting on it reads.
  case group(name: String, title: String?, [Shape])
}

/// One line of text on its baseline.
package struct TextLine: Equatable, Sendable {
  package enum Alignment: Sendable { case start, middle, end }

  package var text: String
  package var at: Point
  package var alignment: Alignment
  package var font: Font
  package var tone: Tone
  package var struck: Bool

  package init(
    _ text: String, at: Point, alignment: Alignment = .start, font: Font = .body, tone: Tone = .ink,
    struck: Bool = false
  ) {
    self.text = text
    self.at = at
    self.alignment = alignment
    self.font = font
    self.tone = tone
    self.struck = struck
  }

  /// The room it is given: at least what it takes in any face of the stack.
  package var box: Box {
    let width = font.width(of: text)
    let left =
      switch alignment {
      case .start: at.x
      case .middle: at.x - width / 2
      case .end: at.x - width
      }
    return Box(x: left, y: at.y - font.ascent, width: width, height: font.ascent + font.descent)
  }
}

extension Shape {
  /// All text lines within, in drawing order.
  package var textLines: [TextLine] {
    switch self {
    case .text(let line): [line]
    case .group(_, _, let shapes): shapes.flatMap(\.textLines)
    case .rectangle, .circle, .polygon, .path: []
    }
  }
}
