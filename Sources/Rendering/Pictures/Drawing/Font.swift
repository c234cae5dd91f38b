/// One of the picture's text sizes. All text is set in one sans-serif stack.
package struct Font: Hashable, Sendable {
  package var size: Double
  package var bold: Bool

  package static let heading = Font(size: 24, bold: true)
  package static let section = Font(size: 13, bold: true)
  package static let name = Font(size: 13, bold: true)
  package static let figure = Font(size: 12, bold: true)
  package static let body = Font(size: 12, bold: false)
  package static let small = Font(size: 11, bold: false)
  package static let label = Font(size: 11, bold: true)

  /// The faces in the order they are tried; ``width(of:)`` holds for every one of them that commonly exists.
  package static let stack = "'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"

  /// From one baseline to the next.
  package var lineHeight: Double { (size * 1.3).rounded() }

  /// From the baseline to the top of the em box; every face of the stack stays within it and ``descent``.
  package var ascent: Double { size * 0.93 }
  package var descent: Double { size * 0.24 }

  /// An upper bound of how wide `text` is set, in user units.
  package func width(of text: String) -> Double {
    GlyphWidth.of(text, bold: bold) * size * 1.01
  }
}
