import CanonicalJSON

/// A cell that holds something.
struct SheetCell {
  let row: TableRow
  let index: Int
  /// Without the spaces around it, unless quotation marks keep them, and without the apostrophe that keeps a spreadsheet
  /// program from taking it for a formula.
  let text: String

  /// Nil for an empty cell.
  init?(_ row: TableRow, _ index: Int) {
    var text = row.text(index).replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    if !row.isQuoted(index) { text = Self.trimmed(text) }
    if text.hasPrefix("'"), Self.isFormula(text) { text.removeFirst() }
    guard text.contains(where: { !$0.isWhitespace }) else { return nil }
    self.row = row
    self.index = index
    self.text = text
  }

  /// Nil where it says that the figure is not known: `-`, `?`, `n/a`.
  var figure: String? {
    let plain = Self.trimmed(text)
    return ["-", "–", "—", "?", "n/a", "na", "tbd", "unknown"].contains(plain.lowercased()) ? nil : plain
  }

  /// Its parts, where it holds several: between semicolons or on lines of their own.
  var parts: [String] { text.split(omittingEmptySubsequences: false) { $0 == ";" || $0.isNewline }.map(Self.trimmed) }

  static func trimmed(_ text: some StringProtocol) -> String {
    String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }

  /// Whether a spreadsheet program would take it for a formula, were it not for apostrophes in front.
  static func isFormula(_ text: String) -> Bool {
    guard let first = text.first(where: { $0 != " " && $0 != "'" }) else { return false }
    return "=+-@＝＋－＠".contains(first)
  }

  /// As spreadsheet programs count columns: A to Z, AA, AB, …
  static func letters(_ index: Int) -> String {
    var letters = ""
    var rest = index
    repeat {
      letters = String(Unicode.Scalar(UInt8(ascii: "A") + UInt8(rest % 26))) + letters
      rest = rest / 26 - 1
    } while rest >= 0
    return letters
  }

  /// The value of `--column`, in quotation marks where a shell needs them.
  static func argument(_ title: String, _ meaning: String) -> String {
    "\"\(title)=\(meaning)\""
  }
}
