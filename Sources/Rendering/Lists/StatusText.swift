package import CanonicalJSON
package import ValueStreams

/// `vsmrepo status`: every stream with its latest version, what is not committed, and what is overdue.
package struct StatusText {
  private let entries: [StatusEntry]
  private let today: Day

  package init(_ entries: [StatusEntry], today: Day) {
    self.entries = entries
    self.today = today
  }

  package func render(_ terminal: Terminal) -> String {
    var page = Page(terminal)
    guard !entries.isEmpty else {
      page.wrap("No streams yet. \u{201C}vsmrepo new STREAM\u{201D} makes the first map.")
      return page.string()
    }
    var table = Table([
      .init("stream", least: 12), .init("version"), .init("lead time", .right), .init("last review"),
      .init("next review"),
      .init("plan", .right, rank: 2), .init("working copy", rank: 1),
    ])
    for entry in entries {
      table.add([
        StyledText(entry.stream, .strong), StyledText(entry.version.map { "v\($0)" } ?? "none", .identity),
        StyledText(entry.leadTime.map(Durations(entry.calendar).text) ?? "–"),
        StyledText(entry.lastReview.map { Dates.text($0) } ?? "–"), nextReview(entry),
        StyledText(entry.planProgress.map { Numbers.percent($0 * 100) } ?? ""), copy(entry),
      ])
    }
    page.add(table.lines(width: terminal.width))
    addChanges(to: &page)
    addOverdueActions(to: &page)
    addUnderWay(to: &page)
    return page.string()
  }

  private func nextReview(_ entry: StatusEntry) -> StyledText {
    if let days = entry.daysOverdue(on: today) {
      return StyledText("! " + Numbers.counted(days, "day") + " overdue", .warning)
    }
    if let next = entry.nextReview { return StyledText(Dates.text(next)) }
    return StyledText(entry.cadence?.rawValue ?? "no cadence", .faint)
  }

  private func copy(_ entry: StatusEntry) -> StyledText {
    switch entry.workingCopy {
    case .clean: StyledText("clean", .faint)
    case .changed: StyledText("changed", .warning)
    case .new: StyledText("not committed yet", .warning)
    case .invalid(let errors): StyledText("! " + Numbers.counted(errors, "error"), .worse)
    case .missing: StyledText("! file missing", .worse)
    }
  }

  private func addChanges(to page: inout Page) {
    var isFirst = true
    for entry in entries {
      let text: StyledText
      switch entry.workingCopy {
      case .clean: continue
      case .changed(let headline): text = StyledText(headline)
      case .new: text = "no version yet; \u{201C}vsmrepo commit \(entry.stream)\u{201D} makes the first."
      case .invalid(let errors):
        text =
          "\(Numbers.counted(errors, "error")); \u{201C}vsmrepo check\u{201D} shows \(errors == 1 ? "it" : "them")."
      case .missing: text = "current.json is gone; \u{201C}vsmrepo restore \(entry.stream)\u{201D} brings it back."
      }
      if isFirst { page.heading("Not committed") }
      isFirst = false
      page.wrap("  \(entry.stream, .strong)  \(text)", indent: 4)
    }
  }

  private func addUnderWay(to page: inout Page) {
    let underWay = entries.flatMap { entry in entry.underWay.map { (entry.stream, $0) } }
    guard !underWay.isEmpty else { return }
    page.heading("Under way")
    for (stream, sentence) in underWay { page.wrap("  \(stream, .strong)  \(sentence)", indent: 4) }
  }

  private func addOverdueActions(to page: inout Page) {
    let overdue = entries.flatMap { entry in entry.overdueActions.map { (entry.stream, $0) } }
    guard !overdue.isEmpty else { return }
    page.heading("Overdue actions")
    for (stream, action) in overdue {
      let owner = action.owner.map { ", \($0)" } ?? ""
      page.wrap("  \(stream, .strong)  \(action.title), due \(Dates.text(action.due))\(owner)", indent: 4)
    }
  }

  /// `vsm-status/1`.
  package var json: JSON {
    ["format": "vsm-status/1", "date": .value(today), "streams": .array(entries.map(json))]
  }

  private func json(_ entry: StatusEntry) -> JSON {
    let (state, headline): (String, String?) =
      switch entry.workingCopy {
      case .clean: ("clean", nil)
      case .changed(let headline): ("changed", headline)
      case .new: ("new", nil)
      case .invalid: ("invalid", nil)
      case .missing: ("missing", nil)
      }
    let actions: [JSON] = entry.overdueActions.map {
      ["title": .value($0.title), "owner": .value($0.owner), "due": .value($0.due)]
    }
    return [
      "stream": .value(entry.stream), "version": .value(entry.version), "workingCopy": .value(state),
      "headline": .value(headline), "leadTime": .value(entry.leadTime), "lastReview": .value(entry.lastReview),
      "cadence": .value(entry.cadence?.rawValue), "nextReview": .value(entry.nextReview),
      "daysOverdue": .value(entry.daysOverdue(on: today)), "overdueActions": .array(actions),
      "planProgress": .value(entry.planProgress), "underWay": .array(entry.underWay.map { .value($0) }),
    ]
  }
}
