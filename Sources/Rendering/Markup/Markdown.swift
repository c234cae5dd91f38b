package import CanonicalJSON

/// Text and tables in GitHub Flavored Markdown.
package enum Markdown {
  /// Untrusted text as plain words: no mark-up, no table cell border, no HTML, no `@mention` of a stranger. What would
  /// only begin a list or a heading is escaped only where it stands first.
  package static func escaped(_ text: String) -> String {
    var result = ""
    let text = visible(text)
    let digits = text.prefix { $0 == " " || ("0"..."9").contains($0) }
    let opening = text.dropFirst(digits.count).first
    var isAtStart = opening == "." || opening == ")" ? text.dropFirst(digits.count + 1).first == " " : digits.isEmpty
    for character in text {
      switch character {
      case "<": result += "&lt;"
      case "&": result += "&amp;"
      case "@": result += "@\u{2060}"
      default:
        if "\\`*_[]|~>$".contains(character) || isAtStart && "#+-.)=".contains(character) { result += "\\" }
        result.append(character)
      }
      isAtStart = isAtStart && (character == " " || ("0"..."9").contains(character))
    }
    return result
  }

  package static func escaped(_ text: Text) -> String {
    escaped(text.string)
  }

  /// Lines that follow each other within a paragraph or list item, each escaped.
  static func lines(_ text: Text) -> String {
    visibleLines(text.string).map { escaped($0) }.joined(separator: "<br>")
  }

  /// Alignment by column, `l` or `r`; cells are Markdown already.
  static func table(_ titles: [String], _ alignment: String, _ rows: [[String]]) -> String {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    return line(titles) + line(alignment.map { $0 == "r" ? "---:" : "---" }) + rows.map(line).joined()
  }
}
