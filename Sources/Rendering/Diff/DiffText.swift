package import Changes
import ValueStreams

/// `vsmrepo diff`: the difference for the terminal.
///
/// The first screen answers three questions: how did the lead time move and why, which waits shrank or grew, which
/// handoffs went away or came. What follows is everything else.
package struct DiffText {
  let difference: Difference
  let durations: Sides<Durations>
  /// For changes: by the calendar of both, or hours where they have two.
  let changes: Durations

  package init(_ difference: Difference) {
    self.difference = difference
    durations = difference.calendars.map { Durations($0) }
    changes = durations.differ ? .hours : durations.after
  }

  package func render(_ terminal: Terminal) -> String {
    var page = Page(terminal)
    page.wrap(heading)
    guard !difference.isEmpty else {
      page.add("No changes.")
      return page.string()
    }
    addLeadTime(to: &page)
    addBridge(to: &page)
    addWaits(to: &page)
    addHandoffs(to: &page)
    addDetails(to: &page)
    return page.string()
  }

  /// What follows the first screen, without colour, for a fold of a page.
  var details: String {
    var page = Page(Terminal(width: 100, color: false))
    addDetails(to: &page)
    return page.string()
  }

  private func addDetails(to page: inout Page) {
    addRework(to: &page)
    addFigures(to: &page)
    addSteps(to: &page)
    addFlow(to: &page)
    addMap(to: &page)
  }

  /// `content  v3 (31 Jul 2026) → v5 (30 Sep 2026)`
  private var heading: StyledText {
    let (from, to) = (difference.from, difference.to)
    let stream = to.stream ?? from.stream
    let title: StyledText = stream.map { "\($0, .strong)  " } ?? ""
    return title + side(from, beside: to) + " → " + side(to, beside: from)
  }

  private func side(_ side: Provenance, beside other: Provenance) -> StyledText {
    var result = StyledText(side.label, .identity)
    if side.state != other.state { result += " \(side.state.rawValue) state" }
    if let date = side.date { result += StyledText(" (\(Dates.text(date)))", .faint) }
    return result
  }

  private func addLeadTime(to page: inout Page) {
    let headline = difference.headline
    let account = TimeAccount(headline.leadTime, calendars: difference.calendars)
    page.blank()
    var line = StyledText(headline.isCorrection ? "Correction: lead time " : "Lead time ", .strong)
    if account.units == 0, account.before == account.after {
      line += "\(account.after, .strong), unchanged"
    } else {
      line += StyledText("\(account.before) → \(account.after)", .strong)
      let percent = difference[.leadTime]?.percent.map { " (" + Numbers.signed($0, Numbers.percent) + ")" } ?? ""
      let word = account.units < 0 ? "shorter" : "longer"
      let size = account.change.drop { "+−±".contains($0) }
      line += "  " + StyledText("\(Arrow.of(headline.change)) \(size) \(word)\(percent)", Arrow.role(headline.change))
    }
    page.wrap(line)
    for sentence in difference.warningSentences { page.wrap("! \(sentence, .warning)") }
    if let corrections = difference.corrections, !corrections.versions.isEmpty {
      let versions = corrections.versions.map { "v\($0)" }.joined(separator: ", ")
      page.wrap(
        "! \("Of this, \(account.text(corrections.leadTime)) corrects how the map was drawn (\(versions)); the work did not change.", .warning)"
      )
    }
  }
}

/// Directions of time: down is shorter and better, up is longer. The sign says so where colour does not.
package enum Arrow {
  package static func of(_ change: Double) -> String {
    change < 0 ? "▼" : change > 0 ? "▲" : "="
  }

  static func role(_ change: Double) -> Role? {
    change < 0 ? .better : change > 0 ? .worse : nil
  }
}
