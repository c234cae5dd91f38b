/// Fitting text into columns: padding, cutting and wrapping, all by display width.
extension StyledText {
  package enum Alignment: Sendable { case left, right }

  /// At least `width` columns, filled with spaces.
  package func padded(to width: Int, _ alignment: Alignment = .left) -> StyledText {
    let space = StyledText.spaces(width - self.width)
    return alignment == .left ? self + space : space + self
  }

  /// At most `width` columns; what was cut off shows as `…`.
  package func truncated(to width: Int) -> StyledText {
    guard self.width > width else { return self }
    var result = StyledText()
    var room = width - 1
    for span in spans where room >= 0 {
      for character in span.text {
        room -= character.displayWidth
        guard room >= 0 else {
          result.join("…", span.role)
          break
        }
        result.join(String(character), span.role)
      }
    }
    return result
  }

  /// Lines of at most `width` columns, broken between words; a word longer than a line is cut up. Lines after the
  /// first are indented by `indent` columns. Takes time in proportion to the text.
  package func wrapped(to width: Int, indent: Int = 0) -> [StyledText] {
    guard self.width > width else { return [self] }
    var paragraph = Paragraph(width: width, indent: min(indent, width / 2))
    for span in spans {
      for character in span.text { paragraph.add(character, span.role) }
    }
    return paragraph.finished()
  }
}

/// Fills lines with words.
private struct Paragraph {
  let width: Int
  let indent: Int
  private var lines: [StyledText] = []
  private var line = StyledText()
  private var lineWidth = 0
  private var word = StyledText()
  private var wordWidth = 0
  /// Spaces since the last word; dropped where a line breaks.
  private var gap = StyledText()
  private var gapWidth = 0

  init(width: Int, indent: Int) {
    self.width = width
    self.indent = indent
  }

  mutating func add(_ character: Character, _ role: Role?) {
    if character == " " {
      placeWord()
      gap.join(" ", role)
      gapWidth += 1
      return
    }
    let columns = character.displayWidth
    if indent + wordWidth + columns > width { placeWord() }
    word.join(String(character), role)
    wordWidth += columns
  }

  mutating func finished() -> [StyledText] {
    placeWord()
    return lines + [line]
  }

  private mutating func placeWord() {
    guard !word.isEmpty else { return }
    if lineWidth + gapWidth + wordWidth > width, lineWidth > 0 {
      lines.append(line)
      line = StyledText.spaces(indent)
      lineWidth = indent
    } else {
      line += gap
      lineWidth += gapWidth
    }
    line += word
    lineWidth += wordWidth
    (word, wordWidth, gap, gapWidth) = (StyledText(), 0, StyledText(), 0)
  }
}
