import CanonicalJSON
package import Changes
package import ValueStreams

/// The conflicts of a merge by meaning: where both sides cannot be had, and what each side says there.
package struct ConflictText {
  private let stream: String
  private let conflicts: [(state: Provenance.State, conflict: Conflict)]

  package init(stream: String, _ conflicts: [(Provenance.State, Conflict)]) {
    self.stream = stream
    self.conflicts = conflicts.map { (state: $0.0, conflict: $0.1) }
  }

  /// The whole list, with what to do about it.
  package func render(_ terminal: Terminal) -> String {
    var page = Page(terminal)
    page.wrap(
      "\(Numbers.counted(conflicts.count, "conflict"), .strong) in \(stream). Settle each with \u{201C}vsmrepo resolve ADDRESS --ours\u{201D} (or --theirs, --base, --value), all with \u{201C}vsmrepo resolve --all --ours\u{201D}, or by hand with \u{201C}vsmrepo resolve --edit\u{201D}. \u{201C}vsmrepo merge --abort\u{201D} gives up."
    )
    for (state, conflict) in conflicts { add(conflict, state, to: &page) }
    return page.string()
  }

  /// The conflicts alone, for a dialogue.
  package func entry(_ terminal: Terminal) -> String {
    var page = Page(terminal)
    for (state, conflict) in conflicts { add(conflict, state, to: &page) }
    return page.string()
  }

  private func add(_ conflict: Conflict, _ state: Provenance.State, to page: inout Page) {
    page.blank()
    let place = state == .future ? " (future state)" : ""
    page.wrap("\("! \(conflict.address.description)", .warning)\(place)  \(Self.words(conflict.kind))")
    if let problem = conflict.problem {
      page.wrap("    \(problem.sentence)", indent: 4)
      return
    }
    for (name, value) in [
      ("base  ", conflict.values.base), ("ours  ", conflict.values.ours), ("theirs", conflict.values.theirs),
    ] {
      page.wrap("    \(name, .faint)  \(Self.text(value))", indent: 12)
    }
  }

  private static func text(_ value: JSON?) -> String {
    guard let value else { return "(nothing)" }
    return String(decoding: value.compactBytes, as: UTF8.self)
  }

  private static func words(_ kind: Conflict.Kind) -> String {
    switch kind {
    case .edit: "both changed it, differently"
    case .delete: "one side removed it, the other changed it"
    case .flow: "the two orders do not go together"
    case .calendar: "one side changed the calendar, the other durations that depend on it"
    case .rule: "the combination breaks a rule; mend it with --edit"
    }
  }
}
