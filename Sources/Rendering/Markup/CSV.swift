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
  package static func document(_ rows: [[Cell]]) -> String {
    rows.map { $0.map(field).joined(separator: ",") + "\r\n" }.joined()
  }

  static func field(_ cell: Cell) -> String {
    switch cell {
    case .empty: return ""
    case .number(let value): return Numbers.decimal(value, places: 6).replacing(Numbers.minus, with: "-")
    case .text(let text):
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

  /// A spreadsheet runs a cell that begins with one of these; an apostrophe in front makes it text. What has apostrophes
  /// in front already gets another, so that taking one away gives the text back.
  private static func unarmed(_ text: String) -> String {
    guard let first = text.first(where: { $0 != " " && $0 != "'" }), "=+-@＝＋－＠".contains(first) else { return text }
    return "'" + text
  }
}
