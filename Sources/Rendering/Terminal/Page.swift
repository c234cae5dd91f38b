/// Lines laid out for one terminal, built from the top down.
package struct Page {
  package let terminal: Terminal
  package private(set) var lines: [StyledText] = []

  package init(_ terminal: Terminal) {
    self.terminal = terminal
  }

  /// One line, as it is.
  package mutating func add(_ line: StyledText) {
    lines.append(line)
  }

  package mutating func add(_ lines: [StyledText]) {
    self.lines += lines
  }

  /// A sentence broken over as many lines as it needs.
  package mutating func wrap(_ text: StyledText, indent: Int = 2) {
    lines += text.wrapped(to: terminal.width, indent: indent)
  }

  /// Text of several lines, each wrapped, behind a margin.
  package mutating func quote(_ text: String, margin: Int = 2) {
    for line in visibleLines(text) {
      wrap(StyledText.spaces(margin) + StyledText(line), indent: margin)
    }
  }

  /// An empty line, unless there is one or nothing yet.
  package mutating func blank() {
    if let last = lines.last, !last.isEmpty { lines.append(StyledText()) }
  }

  package mutating func heading(_ text: StyledText) {
    blank()
    lines.append(text.truncated(to: terminal.width).inRole(.heading))
  }

  /// The page as it goes out, ending in a newline; empty for an empty page.
  package func string() -> String {
    var lines = lines
    while let last = lines.last, last.isEmpty { lines.removeLast() }
    return lines.map { $0.string(color: terminal.color) + "\n" }.joined()
  }
}
