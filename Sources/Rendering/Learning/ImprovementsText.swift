package import CanonicalJSON
package import Changes
package import ValueStreams

/// `vsmrepo improvements`: what made lead time fall, where, by how much, and whether it lasted.
package struct ImprovementsText {
  /// Largest first.
  package let entries: [Improvement]
  private let isRegressions: Bool
  /// By stream: the names of teams and actions, and the calendar of its latest version.
  private let maps: [String: ValueStreamMap]
  /// By stream and id; also of steps that are gone.
  private let stepNames: [String: [StepID: Text]]

  package init(
    _ entries: [Improvement], regressions: Bool, maps: [String: ValueStreamMap], stepNames: [String: [StepID: Text]]
  ) {
    self.stepNames = stepNames
    self.entries = entries.sorted { abs($0.seconds) > abs($1.seconds) }
    isRegressions = regressions
    self.maps = maps
  }

  package func render(_ terminal: Terminal) -> String {
    var page = Page(terminal)
    guard !entries.isEmpty else {
      page.add(isRegressions ? "Nothing got worse." : "No improvements yet.")
      return page.string()
    }
    var table = Table([
      .init("", rank: 1), .init("", .right), .init("", least: 12), .init("", least: 16), .init("", rank: 2),
    ])
    for entry in entries {
      table.add([
        StyledText("\(entry.provenance.stream ?? "") \(entry.provenance.label)", .identity),
        StyledText(size(entry), Arrow.role(entry.seconds)), StyledText(Self.word(entry)), StyledText(place(entry)),
        StyledText(entry.provenance.date.map(Dates.text) ?? "", .faint),
      ])
      var note = entry.subject
      if let action = action(behind: entry) { note += " · action: " + action }
      table.note((entry.isKept ? "" : "    \("! not kept", .warning)") + StyledText("    " + note, .faint))
    }
    page.add(table.lines(width: terminal.width))
    addSummary("By kind", ImprovementSummary.by({ [Self.word($0)] }, among: entries), to: &page)
    addSummary(
      "By team", ImprovementSummary.by({ entry in entry.teams.map { self.team($0, entry) } }, among: entries), to: &page
    )
    return page.string()
  }

  private func addSummary(_ title: String, _ summary: [String: ImprovementSummary], to page: inout Page) {
    guard !summary.isEmpty else { return }
    page.heading(StyledText(title))
    var table = Table([
      .init("  ", least: 16), .init("times", .right), .init("in all", .right), .init("on average", .right),
      .init("kept", .right),
    ])
    let durations = Durations(maps.values.first?.calendar)
    for (name, sum) in summary.sorted(by: { (abs($1.value.seconds), $0.key) < (abs($0.value.seconds), $1.key) }) {
      table.add([
        StyledText("  " + name), StyledText(String(sum.count)), StyledText(durations.signed(sum.seconds)),
        StyledText(durations.signed(sum.seconds / Double(sum.count))),
        StyledText(isRegressions ? "" : "\(sum.kept) of \(sum.count)"),
      ])
    }
    page.add(table.lines(width: page.terminal.width))
  }

  /// What the action behind it is called.
  package func action(behind entry: Improvement) -> String? {
    entry.action.map { map(entry)?.actions?[$0]?.title.string ?? $0.string }
  }

  private func map(_ entry: Improvement) -> ValueStreamMap? { entry.provenance.stream.flatMap { maps[$0] } }

  /// The change in lead time; empty for a handoff, which has none of its own.
  package func size(_ entry: Improvement) -> String {
    entry.kind == .handoff ? "" : Durations(map(entry)?.calendar).signed(entry.seconds)
  }

  package func team(_ id: TeamID, _ entry: Improvement) -> String {
    map(entry).map { Names($0).team(id).string } ?? id.string
  }

  /// The steps that it is about.
  package func place(_ entry: Improvement) -> String {
    let ids = entry.steps.after.isEmpty ? entry.steps.before : entry.steps.after
    let names = entry.provenance.stream.flatMap { stepNames[$0] } ?? [:]
    return ids.map { (names[$0] ?? $0).string }.joined(separator: entry.kind == .handoff ? " → " : ", ")
  }

  /// `wait shrank`
  package static func word(_ entry: Improvement) -> String {
    let worse = entry.isRegression
    return switch entry.kind {
    case .wait: worse ? "wait grew" : "wait shrank"
    case .process: worse ? "process longer" : "process shorter"
    case .loop: worse ? "loop costs more" : "loop cut"
    case .handoff: worse ? "handoff new" : "handoff gone"
    case .step: worse ? "step added" : "step gone"
    case .steps: worse ? "steps recut" : "steps merged"
    case .path: "other path"
    case .mix: "other mix of work"
    }
  }

  package var markdown: String {
    var lines = ["| Version | Date | What | Where | Lead time | Kept |", "| --- | --- | --- | --- | ---: | --- |"]
    for entry in entries {
      lines.append(
        "| \(Markdown.escaped("\(entry.provenance.stream ?? "") \(entry.provenance.label)")) | "
          + "\(entry.provenance.date.map(Dates.text) ?? "") | \(Self.word(entry)): \(Markdown.escaped(entry.subject)) | "
          + "\(Markdown.escaped(place(entry))) | \(size(entry)) | \(entry.isKept ? "yes" : "**no**") |")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// `vsm-improvements/1`.
  package var json: JSON {
    let list: [JSON] = entries.map { entry in
      [
        "stream": .value(entry.provenance.stream), "version": .value(entry.provenance.version),
        "commit": .value(entry.provenance.commit), "date": .value(entry.provenance.date),
        "kind": .value(entry.kind.rawValue), "regression": .bool(entry.isRegression),
        "before": .list(entry.steps.before), "after": .list(entry.steps.after), "workType": .value(entry.workType),
        "teams": .list(entry.teams), "leadTime": .number(entry.seconds), "subject": .value(entry.subject),
        "action": .value(entry.action), "kept": .bool(entry.isKept),
      ]
    }
    return ["format": "vsm-improvements/1", "improvements": .array(list)]
  }
}
