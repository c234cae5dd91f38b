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

  /// Line by line made ``visible(_:)`` and escaped for element content and double-quoted attributes.
  static func escaped(_ text: String) -> String {
    // Text of spaces alone is an empty line, and goes the long way.
    if text.isPlain, text.utf8.first != UInt8(ascii: " "), !text.utf8.contains(where: isMarkup) { return text }
    var result = ""
    for scalar in visibleLines(text).joined(separator: "\n").unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\n": result += "\n"
      default: result.unicodeScalars.append(shown(scalar))
      }
    }
    return result
  }

  private static func isMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
    default: false
    }
  }

  /// U+FFFD for what XML 1.0 has no way to write.
  private static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let isForbidden = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || scalar.value & 0xFFFE == 0xFFFE
    return isForbidden ? "\u{FFFD}" : scalar
  }
}
