/// How far a character advances, in hundredths of the font size.
///
/// The table holds, for every printable ASCII character, the larger advance of Liberation Sans (metrically Arial and
/// Helvetica) and DejaVu Sans (metrically Verdana, the widest common fallback). The rest is bounded by its kind, so
/// that text may turn out narrower than measured but never wider.
enum GlyphWidth {
  /// In units of the font size.
  static func of(_ text: String, bold: Bool) -> Double {
    let table = bold ? boldASCII : regularASCII
    var sum = 0.0
    if text.isPlain {
      for byte in text.utf8 { sum += table[Int(byte) - 32] }
      return sum
    }
    for scalar in text.unicodeScalars {
      let index = Int(scalar.value) - 32
      sum += table.indices.contains(index) ? table[index] : bound(scalar) * (bold ? 1.16 : 1)
    }
    return sum
  }

  private static func bound(_ scalar: Unicode.Scalar) -> Double {
    if let known = symbols[scalar] { return known }
    let properties = scalar.properties
    switch (properties.generalCategory, scalar.value) {
    case (.nonspacingMark, _), (.enclosingMark, 0x0488...0x0489): return 0.1
    case (.format, _): return 0
    case (.lowercaseLetter, 0xA0..<0x1C4), (.lowercaseLetter, 0x1CD..<0x250): return 0.75
    case (.uppercaseLetter, 0xA0..<0x1C4), (.uppercaseLetter, 0x1CD..<0x250): return 0.9
    case (.lowercaseLetter, 0x250..<0x530): return 1.02
    case (.uppercaseLetter, 0x250..<0x530): return 1.2
    case (.spaceSeparator, 0x3000): return 1.05
    case (.spaceSeparator, _): return 1
    case (_, 0xFDFD): return 12
    default: return properties.isEmoji || properties.isEmojiPresentation ? 1.4 : 1.45
    }
  }

  private static let symbols: [Unicode.Scalar: Double] = [
    "\u{A0}": 0.35, "·": 0.4, "–": 0.6, "—": 1, "…": 1, "‘": 0.4, "’": 0.4, "“": 0.6, "”": 0.6, "«": 0.62, "»": 0.62,
    "×": 0.84, "−": 0.84, "→": 1, "≈": 0.84, "ß": 0.65, "æ": 1, "œ": 1.05, "Æ": 1.05, "Œ": 1.1, "€": 0.66, "£": 0.66,
    "\u{200D}": 0, "\u{FE0E}": 0, "\u{FE0F}": 0,
  ]

  private static func hundredths(_ numbers: [Int]) -> [Double] { numbers.map { Double($0) / 100 } }

  private static let regularASCII = hundredths([
    32, 41, 46, 84, 64, 96, 78, 28, 40, 40, 50, 84, 32, 37, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84,
    84, 84, 56, 102, 69, 69, 73, 78, 67, 62, 78, 76, 30, 50, 67, 56, 87, 75, 79, 67, 79, 73, 67, 62, 74, 69, 99, 69, 67,
    69, 40, 34, 40, 84, 56, 50, 62, 64, 55, 64, 62, 36, 64, 64, 28, 28, 58, 28, 98, 64, 62, 64, 64, 42, 53, 40, 64, 60,
    82, 60, 60, 53, 64, 34, 64, 84,
  ])

  private static let boldASCII = hundredths([
    35, 46, 53, 84, 70, 101, 88, 31, 46, 46, 53, 84, 38, 42, 38, 37, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 40, 40, 84,
    84, 84, 62, 100, 78, 77, 74, 84, 69, 69, 83, 84, 38, 56, 78, 64, 100, 84, 86, 74, 86, 78, 73, 69, 82, 78, 111, 78,
    73,
    73, 46, 37, 46, 84, 56, 50, 68, 72, 60, 72, 68, 44, 72, 72, 35, 35, 67, 35, 105, 72, 69, 72, 72, 50, 60, 48, 72, 66,
    93, 65, 66, 59, 72, 37, 72, 84,
  ])
}
