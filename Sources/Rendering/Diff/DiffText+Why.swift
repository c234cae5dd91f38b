import CanonicalJSON
package import Changes
import ValueStreams

/// The first screen: the account of the lead time, the waits and the handoffs.
extension DiffText {
  /// Lines of the account that are told apart; the smaller ones follow as one.
  private static let told = 8

  var words: BridgeWords { BridgeWords(difference: difference) }

  /// The lead time as an account: what it was, each reason with a bar, what it is.
  func addBridge(to page: inout Page) {
    var lines = difference.bridge.lines
    guard !lines.isEmpty else { return }
    let account = TimeAccount(difference.headline.leadTime, calendars: difference.calendars)
    lines.sort { abs($0.total) > abs($1.total) }
    let told = lines.count > Self.told + 1 ? Self.told : lines.count
    let others = lines[told...]
    let totals = lines[..<told].map(\.total) + (others.isEmpty ? [] : [others.reduce(0) { $0 + $1.total }])
    let texts = account.texts(totals)
    let most = totals.map(abs).max() ?? 0
    let barWidth = page.terminal.width < 100 ? 8 : 36

    page.heading("Why it moved")
    var table = Table([.init(""), .init("", least: 18), .init("", least: 16), .init("", .right), .init("")])
    table.add(["", StyledText(difference.from.label, .identity), "", StyledText(account.before)])
    for (index, total) in totals.enumerated() {
      let role = Arrow.role(total)
      let isOthers = index == told
      let subject = isOthers ? "\(others.count) smaller ones" : words.subject(lines[index])
      let cause = isOthers ? "" : words.cause(lines[index], changes.signed)
      table.add([
        StyledText(Arrow.of(total), role), StyledText(subject), StyledText(cause, .faint),
        StyledText(texts[index], role),
        StyledText((total < 0 ? Bars.solid : Bars.shaded)(abs(total), most, barWidth), role),
      ])
    }
    table.add(["", StyledText(difference.to.label, .identity), "", StyledText(account.after, .strong)])
    page.add(table.lines(width: page.terminal.width, margin: 2))
  }

  func addWaits(to page: inout Page) {
    guard !difference.waits.isEmpty else { return }
    page.heading("Waits")
    var table = Table([.init(""), .init("", least: 18), .init("", .right), .init(""), .init("", .right), .init("")])
    for wait in difference.waits {
      let role = Arrow.role(wait.difference)
      let account = TimeAccount(wait.seconds, calendars: difference.calendars)
      table.add([
        StyledText(Arrow.of(wait.difference), role), StyledText(words.group(wait.steps) + words.type(wait.workType)),
        StyledText(wait.counts.before == 0 ? "none" : account.before),
        "→ \(wait.counts.after == 0 ? "none" : account.after)",
        StyledText(account.change, role), StyledText(wait.word, .faint),
      ])
    }
    page.add(table.lines(width: page.terminal.width, margin: 2))
  }

  func addHandoffs(to page: inout Page) {
    let handoffs = difference.handoffs
    guard !handoffs.isEmpty else { return }
    let before = handoffs.kept + handoffs.changed.count + handoffs.gone.count
    let after = handoffs.kept + handoffs.changed.count + handoffs.new.count
    page.heading("Handoffs  \(before) → \(after)")
    var table = Table([.init(""), .init("", least: 24), .init("", least: 16), .init("")])
    for handoff in handoffs.gone {
      table.add([
        StyledText("−", .better), StyledText(words.ends(handoff, difference.names.before)),
        StyledText(words.teams(handoff, difference.teamNames.before), .faint),
        StyledText("gone", .better),
      ])
    }
    for handoff in handoffs.new {
      table.add([
        StyledText("+", .worse), StyledText(words.ends(handoff, difference.names.after)),
        StyledText(words.teams(handoff, difference.teamNames.after), .faint),
        StyledText("new", .worse),
      ])
    }
    for change in handoffs.changed {
      let now = words.teams(change.after, difference.teamNames.after)
      let was = words.teams(change.before, difference.teamNames.before)
      table.add(["~", StyledText(words.ends(change.after, difference.names.after)), StyledText(now, .faint), "changed"])
      table.note(StyledText("   was \(was)", .faint))
    }
    page.add(table.lines(width: page.terminal.width, margin: 2))
  }
}

extension WaitChange {
  /// `shrank, 2 waits → 1`
  package var word: String {
    let several = max(counts.before, counts.after) > 1 ? ", \(counts.before) waits → \(counts.after)" : ""
    switch kind {
    case .shrank: return "shrank" + several
    case .grew: return "grew" + several
    case .vanished: return "vanished" + several
    case .appeared: return "new" + several
    }
  }
}
