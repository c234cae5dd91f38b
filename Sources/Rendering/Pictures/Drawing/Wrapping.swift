extension Font {
  /// Breaks `text` into at most `lines` lines no wider than `width`: at white space and after hyphens and slashes,
  /// else within the word. What does not fit ends in an ellipsis; `isWhole` says whether all of it stands there.
  package func wrap(_ text: String, width: Double, lines limit: Int = .max) -> (lines: [String], isWhole: Bool) {
    let text = LegibleText.line(text)
    if text.isEmpty { return ([], true) }
    if self.width(of: text) <= width { return ([text], true) }
    var lines: [String] = []
    var line = ""
    for piece in pieces(of: text) {
      let glued = line + piece
      if self.width(of: glued.trimmed) <= width {
        line = glued
        continue
      }
      if !line.trimmed.isEmpty { lines.append(line.trimmed) }
      line = ""
      for character in piece {
        if !line.isEmpty, self.width(of: (line + String(character)).trimmed) > width {
          lines.append(line.trimmed)
          line = ""
        }
        line.append(character)
      }
    }
    if !line.trimmed.isEmpty { lines.append(line.trimmed) }
    guard lines.count > limit else { return (lines, true) }
    var last = lines[limit - 1]
    while !last.isEmpty, self.width(of: last.trimmed + "…") > width { last.removeLast() }
    return (Array(lines[..<(limit - 1)]) + [last.trimmed + "…"], false)
  }

  /// `text` on one line, shortened with an ellipsis where it is wider than `width`.
  package func fit(_ text: String, width: Double) -> String {
    let line = LegibleText.line(text)
    guard self.width(of: line) > width else { return line }
    var used = self.width(of: "…")
    var result = ""
    for character in line {
      used += self.width(of: String(character))
      if used > width { break }
      result.append(character)
    }
    return result.trimmed + "…"
  }

  /// The parts between which a line may break, each with the white space that follows it; `30 %` stays together.
  private func pieces(of text: String) -> [Substring] {
    let isPlain = text.isPlain
    func end(of place: String.Index) -> String.Index {
      isPlain ? text.utf8.index(after: place) : text.index(after: place)
    }
    func stands(_ character: Unicode.Scalar, at place: String.Index) -> Bool {
      place < text.endIndex && text.unicodeScalars[place] == character
        && end(of: place) == text.unicodeScalars.index(after: place)
    }
    var result: [Substring] = []
    var start = text.startIndex
    var place = start
    while place < text.endIndex {
      let next = end(of: place)
      if stands("-", at: place) || stands("/", at: place) || stands(" ", at: place) && !stands("%", at: next) {
        result.append(text[start..<next])
        start = next
      }
      place = next
    }
    if start < text.endIndex { result.append(text[start...]) }
    return result
  }
}

extension String {
  /// Without the spaces at either end.
  fileprivate var trimmed: String {
    var rest = self[...]
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
