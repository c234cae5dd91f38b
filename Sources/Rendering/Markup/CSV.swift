/// Comma-separated values (RFC 4180) that a spreadsheet opens without running anything.
package enum CSV {
  package enum Cell: Equatable, Sendable {
    /// Anything a person wrote: quoted where needed, and never a formula.
    case text(String)
    /// A plain decimal number.
    case number(Double)
    case empty
  }

  /// Rows end in CR LF.
  package static func document(_ rows: some Sequence<[Cell]>) -> String {
    var text = ""
    for row in rows {
      for (place, cell) in row.enumerated() {
        if place > 0 { text += "," }
        text += field(cell)
      }
      text += "\r\n"
    }
    return text
  }

  static func field(_ cell: Cell) -> String {
    switch cell {
    case .empty: return ""
    case .number(let value):
      let text = Numbers.decimal(value, places: 6)
      return value < 0 ? text.replacing(Numbers.minus, with: "-") : text
    case .text(let text):
      if isPlain(text) { return text }
      let content = unarmed(visibleLines(text).joined(separator: "\n"))
      guard
        content.contains(where: { $0 == "," || $0 == "\"" || $0 == ";" || $0.isNewline })
          || content.first?.isWhitespace == true || content.last?.isWhitespace == true
      else {
        return content
      }
      return "\"" + content.replacing("\"", with: "\"\"") + "\""
    }
  }

  /// Letters, digits and a few marks need no second look; that is what most cells consist of.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy {
      switch $0 {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "/"),
        UInt8(ascii: "_"):
        true
      default: false
      }
    }
  }

  /// A spreadsheet runs a cell that begins with one of these; an apostrophe in front makes it text. What has apostrophes
  /// in front already gets another, so that taking one away gives the text back.
  private static func unarmed(_ text: String) -> String {
    guard let first = text.first(where: { $0 != " " && $0 != "'" }), "=+-@＝＋－＠".contains(first) else { return text }
    return "'" + text
  }
}
