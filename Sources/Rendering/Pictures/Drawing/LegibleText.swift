import CanonicalJSON

/// Text from a map as the picture may show it: nothing invisible, nothing that XML 1.0 forbids.
enum LegibleText {
  /// White space in runs of one space, what cannot be seen made ``visible(_:)``, at most four marks on a character.
  static func line(_ text: String) -> String {
    if text.isPlain, hasSingleSpaces(text) { return text }
    var result = String.UnicodeScalarView()
    var space = false
    var marks = 0
    for scalar in visible(text).unicodeScalars {
      if scalar.properties.isWhitespace {
        space = !result.isEmpty
        continue
      }
      marks = scalar.properties.generalCategory == .nonspacingMark ? marks + 1 : 0
      if marks > 4 { continue }
      if space { result.append(" ") }
      space = false
      result.append(scalar)
    }
    return String(result)
  }

  /// Whether spaces stand one by one between words of printable ASCII, and nowhere else.
  private static func hasSingleSpaces(_ text: String) -> Bool {
    var isAfterSpace = true
    for byte in text.utf8 {
      let isSpace = byte == UInt8(ascii: " ")
      if isSpace, isAfterSpace { return false }
      isAfterSpace = isSpace
    }
    return text.isEmpty || !isAfterSpace
  }

  /// Appends a text, line by line made ``visible(_:)`` and escaped for element content and double-quoted attributes.
  static func append(_ text: String, to buffer: inout ByteBuffer) {
    if isLegible(text) { return appendMarked(text, to: &buffer) }
    var shown = String.UnicodeScalarView()
    for scalar in visibleLines(text).joined(separator: "\n").unicodeScalars {
      shown.append(scalar == "\n" ? scalar : self.shown(scalar))
    }
    appendMarked(String(shown), to: &buffer)
  }

  /// Whether each scalar can be shown as it stands, and the last line is not empty.
  private static func isLegible(_ text: String) -> Bool {
    guard let last = text.utf8.last, last != UInt8(ascii: " "), last != UInt8(ascii: "\n") else { return false }
    if text.isPlain { return true }
    return text.unicodeScalars.allSatisfy { scalar in
      scalar.value < 0x7F
        ? scalar.value >= 0x20 || scalar == "\n"
        : scalar.value >= 0xA0 && scalar.value & 0xFFFE != 0xFFFE && isVisible(scalar)
    }
  }

  private static func appendMarked(_ text: String, to buffer: inout ByteBuffer) {
    guard text.utf8.contains(where: { entity($0) != nil }) else { return buffer.append(text) }
    for byte in text.utf8 {
      if let entity = entity(byte) { buffer.append(entity) } else { buffer.append(byte) }
    }
  }

  private static func entity(_ byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }

  /// U+FFFD for what XML 1.0 has no way to write.
  private static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let isForbidden = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || scalar.value & 0xFFFE == 0xFFFE
    return isForbidden ? "\u{FFFD}" : scalar
  }
}
