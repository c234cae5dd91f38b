import Archives
import CanonicalJSON
import Changes
import Rendering
import Reports
import ValueStreams

extension Pages {
  /// So many versions make the small line beside a stream.
  private static let sparkLength = 16

  /// All streams: how each stands, what it changed last, what is overdue.
  func archiveView() throws(BrowsingError) -> View {
    let links = links(at: .archive)
    let entries = try status()
    var rows: [Filling] = []
    var overdue: [Filling] = []
    for entry in entries where entry.version != nil {
      rows.append(try row(entry, links))
      overdue += overdueRows(entry, links)
    }
    let late = entries.filter { $0.daysOverdue(on: today) != nil }.count
    let counts = [
      Numbers.counted(rows.count, "stream"), late == 0 ? nil : Numbers.counted(late, "review") + " overdue",
    ]
    return View(
      template: "archive", title: site.title,
      filling: [
        "streams": .rows(rows), "overdue": .rows(overdue), "day": .text(Dates.text(today)),
        "summary": .text(counts.compactMap(\.self).joined(separator: " · ")),
      ])
  }

  /// How each stream stands. A published site says nothing of what is not committed.
  func status() throws(BrowsingError) -> [StatusEntry] {
    var entries = try reporting { () throws(ReportError) in try archive.status(today: today) }
    guard site.form == .files else { return entries }
    entries.removeAll { $0.version == nil }
    for index in entries.indices { entries[index].workingCopy = .clean }
    return entries
  }

  private func row(_ entry: StatusEntry, _ links: Links) throws(BrowsingError) -> Filling {
    let stream = entry.stream
    let log = try reporting { () throws(ReportError) in
      try archive.log(stream, LogQuery(limit: Self.sparkLength))
    }
    let number = entry.version ?? 0
    let latest = try mapIfValid(try version(number, of: stream))
    let plan = latest == nil || entry.planProgress == nil ? nil : links.to(.plan(stream, number))
    return [
      "stream": .link(stream, links.to(.stream(stream))), "title": .text(latest?.map.title),
      "version": .link("v\(number)", links.to(.version(stream, number, .current))),
      "date": .text(log.first.map { Dates.text($0.date) }), "subject": .text(log.first?.subject),
      "leadTime": .text(entry.leadTime.map(Durations(entry.calendar).text) ?? "–"),
      "change": log.first.map { change($0, links) } ?? .absent,
      "spark": .markup(Sparkline.svg(log.reversed().map(\.leadTime), of: stream)),
      "plan": entry.planProgress.map { .link(Numbers.percent($0 * 100), plan) } ?? .absent,
      "late": .text(entry.daysOverdue(on: today).map { Numbers.counted($0, "day") + " overdue" }),
      "review": .text(entry.nextReview.map { Dates.text($0) } ?? entry.cadence?.rawValue ?? "no cadence"),
      "underWay": .rows(entry.underWay.map { .text($0) }),
    ]
  }

  /// The change against the version before, which it leads to.
  func change(_ entry: LogEntry, _ links: Links) -> Filling {
    guard let number = entry.version, let change = entry.change, let leadTime = entry.leadTime,
      let before = try? marks(of: entry.stream).last(where: { $0.number < number })
    else { return .absent }
    let sides = Sides(before: leadTime - change, after: leadTime)
    let account = TimeAccount(sides, calendars: Sides(before: entry.calendar, after: entry.calendar))
    return Filling.change(change, account.change).adding([
      "href": .text(links.to(.comparison(entry.stream, before.number, number)))
    ])
  }

  private func overdueRows(_ entry: StatusEntry, _ links: Links) -> [Filling] {
    entry.overdueActions.map { action in
      [
        "action": .link(
          action.title, entry.version.flatMap { links.to(.version(entry.stream, $0, .current)) }.map { $0 + "#actions" }
        ),
        "stream": .link(entry.stream, links.to(.stream(entry.stream))), "owner": .text(action.owner),
        "due": .text(Dates.text(action.due)),
      ]
    }
  }
}
