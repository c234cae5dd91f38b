package import Changes

/// What became of one stream between two commits.
package enum StreamChange {
  case changed(Difference)
  /// It is not there before.
  case new(stream: String, headline: String)
  case removed(stream: String)
  /// One side holds something that is no valid map; the first reason.
  case unreadable(stream: String, reason: String)

  package var isChange: Bool {
    if case .changed(let difference) = self { !difference.isEmpty } else { true }
  }
}

/// The changes of several streams, one after the other: for a pull request that touches more than one.
package struct StreamChanges {
  private let changes: [StreamChange]

  package init(_ changes: [StreamChange]) {
    self.changes = changes
  }

  package func text(_ terminal: Terminal) -> String {
    if changes.isEmpty { return "No stream changed.\n" }
    return changes.map { change in
      switch change {
      case .changed(let difference): DiffText(difference).render(terminal)
      case .new(let stream, let headline): visible(stream) + "  new\n" + visible(headline) + "\n"
      case .removed(let stream): visible(stream) + "  the map was removed\n"
      case .unreadable(let stream, let reason): visible(stream) + "  cannot be compared: " + visible(reason) + "\n"
      }
    }.joined(separator: "\n")
  }

  package func markdown() -> String {
    if changes.isEmpty { return "No value stream map changed.\n" }
    return changes.map { change in
      switch change {
      case .changed(let difference): DiffMarkdown(difference).render()
      case .new(let stream, let headline):
        "### \(Markdown.escaped(stream)) is new\n\n**\(Markdown.escaped(headline))**\n"
      case .removed(let stream): "### \(Markdown.escaped(stream)): the map was removed\n"
      case .unreadable(let stream, let reason):
        "### \(Markdown.escaped(stream)) cannot be compared\n\n⚠ \(Markdown.escaped(reason))\n"
      }
    }.joined(separator: "\n")
  }
}
