import CanonicalJSON
package import Changes
import ValueStreams

/// A difference for a pull request comment or a wiki page: the answer first, the details folded away.
package struct DiffMarkdown {
  private let difference: Difference
  private let durations: Sides<Durations>
  private let changes: Durations

  package init(_ difference: Difference) {
    self.difference = difference
    durations = difference.calendars.map { Durations($0) }
    changes = durations.differ ? .hours : durations.after
  }

  package func render() -> String {
    let (from, to) = (difference.from, difference.to)
    let stream = to.stream ?? from.stream
    let title = [stream, "\(from.label) → \(to.label)"].compactMap { $0 }.joined(separator: " ")
    var parts = ["### \(Markdown.escaped(title))\n", "**\(Markdown.escaped(difference.headlineText))**\n"]
    guard !difference.isEmpty else { return parts.joined(separator: "\n") }
    let warnings = difference.warningSentences.map { "> ⚠ \(Markdown.escaped($0))\n" }
    if !warnings.isEmpty { parts.append(warnings.joined(separator: ">\n")) }
    parts += [bridge, waits, handoffs, details].compactMap { $0 }
    return parts.joined(separator: "\n")
  }

  private var bridge: String? {
    let lines = difference.bridge.lines.sorted { abs($0.total) > abs($1.total) }
    guard !lines.isEmpty else { return nil }
    let account = TimeAccount(difference.headline.leadTime, calendars: difference.calendars)
    let words = BridgeWords(difference: difference)
    let rows = zip(lines, account.texts(lines.map(\.total))).map { line, text in
      [
        Arrow.of(line.total), Markdown.escaped(words.subject(line)),
        Markdown.escaped(words.cause(line, changes.signed)), text,
      ]
    }
    return Markdown.table(
      ["", "Why the lead time moved", "", "Lead time"], "lllr",
      [["", Markdown.escaped(difference.from.label), "", account.before]] + rows
        + [["", Markdown.escaped(difference.to.label), "", "**\(account.after)**"]])
  }

  private var waits: String? {
    guard !difference.waits.isEmpty else { return nil }
    let words = BridgeWords(difference: difference)
    return Markdown.table(
      ["", "Waits", "Before", "After", "Change"], "llrrr",
      difference.waits.map { wait in
        let account = TimeAccount(wait.seconds, calendars: difference.calendars)
        return [
          Arrow.of(wait.difference), Markdown.escaped(words.group(wait.steps) + words.type(wait.workType)),
          wait.counts.before == 0 ? "none" : account.before, wait.counts.after == 0 ? "none" : account.after,
          account.change,
        ]
      })
  }

  private var handoffs: String? {
    let handoffs = difference.handoffs
    guard !handoffs.isEmpty else { return nil }
    let words = BridgeWords(difference: difference)
    let (names, teams) = (difference.names, difference.teamNames)
    let gone = handoffs.gone.map { handoff in
      ["−", words.ends(handoff, names.before), words.teams(handoff, teams.before), "gone"]
    }
    let new = handoffs.new.map { handoff in
      ["+", words.ends(handoff, names.after), words.teams(handoff, teams.after), "new"]
    }
    let changed = handoffs.changed.map { pair in
      [
        "~", words.ends(pair.after, names.after), words.teams(pair.after, teams.after),
        "was \(words.teams(pair.before, teams.before))",
      ]
    }
    return Markdown.table(
      ["", "Handoffs", "Teams", ""], "llll",
      (gone + new + changed).map { [$0[0]] + $0.dropFirst().map { Markdown.escaped($0) } })
  }

  private var details: String? {
    let page = DiffText(difference).details
    guard !page.isEmpty else { return nil }
    return "<details><summary>Rework, figures, steps, flow</summary>\n\n" + fenced(page) + "\n</details>\n"
  }

  /// As preformatted text, in a fence that is longer than any run of backticks within.
  private func fenced(_ text: String) -> String {
    var (longest, run) = (0, 0)
    for character in text {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return "\(fence)text\n\(text)\(fence)\n"
  }
}
