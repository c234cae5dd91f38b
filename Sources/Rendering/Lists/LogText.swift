package import CanonicalJSON
import Changes
import ValueStreams

/// `vsmrepo log`: versions in the order given, newest first by custom.
package struct LogText {
  private let entries: [LogEntry]

  package init(_ entries: [LogEntry]) {
    self.entries = entries
  }

  /// A line a version, and below it the headline where the subject says something else.
  package func render(_ terminal: Terminal) -> String {
    var page = Page(terminal)
    guard !entries.isEmpty else {
      page.add("No versions.")
      return page.string()
    }
    let hasStreams = Set(entries.map(\.stream)).count > 1
    var table = Table([
      .init("version"), .init("date"), .init("author", least: 12, rank: 1), .init("lead time", .right),
      .init("", .right),
      .init("", least: 32),
    ])
    for entry in entries {
      let name = (hasStreams ? entry.stream + " " : "") + entry.name
      let durations = Durations(entry.calendar)
      let account = account(entry)
      let change = account.map { "\(Arrow.of(entry.change ?? 0)) \($0.change)" } ?? ""
      table.add([
        StyledText(name, .identity), StyledText(Dates.text(entry.date)), StyledText(entry.author, .faint),
        StyledText(account?.after ?? entry.leadTime.map(durations.text) ?? "?", .strong),
        StyledText(change, Arrow.role(entry.change ?? 0)),
        subject(entry),
      ])
      if let headline = entry.headline, headline != entry.subject { table.note(StyledText("    " + headline, .faint)) }
    }
    page.add(table.lines(width: terminal.width))
    return page.string()
  }

  /// Rounded as the headline rounds it; nil for a first version.
  private func account(_ entry: LogEntry) -> TimeAccount? {
    guard let leadTime = entry.leadTime, let change = entry.change else { return nil }
    return TimeAccount(
      Sides(before: leadTime - change, after: leadTime), calendars: Sides(before: entry.calendar, after: entry.calendar)
    )
  }

  private func subject(_ entry: LogEntry) -> StyledText {
    var result: StyledText =
      entry.isCorrection && !entry.subject.hasPrefix("Correction") ? "\("correction", .warning) " : ""
    for tag in entry.tags { result += "\("[\(tag)]", .identity) " }
    return result + StyledText(entry.subject)
  }

  /// `vsm-log/1`.
  package var json: JSON {
    let versions: [JSON] = entries.map { entry in
      [
        "stream": .value(entry.stream), "version": .value(entry.version), "commit": .value(entry.commit),
        "date": .value(entry.date), "author": .value(entry.author), "subject": .value(entry.subject),
        "headline": .value(entry.headline), "leadTime": .value(entry.leadTime), "change": .value(entry.change),
        "correction": .bool(entry.isCorrection), "tags": .array(entry.tags.map { .value($0) }),
      ]
    }
    return ["format": "vsm-log/1", "versions": .array(versions)]
  }
}
