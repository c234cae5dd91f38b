import Archives
import CanonicalJSON
import Changes
import Rendering
import Reports
import ValueStreams

extension Pages {
  /// So many versions, the latest, make the chart.
  static let chartLength = 200

  /// One stream: its lead time over time, a player of its history, its latest versions.
  func streamView(_ stream: String) throws(BrowsingError) -> View {
    let links = links(at: .stream(stream))
    let marks = try marks(of: stream)
    let latest = marks[marks.count - 1].number
    let first = max(
      1, Self.blockStart(latest) - (latest % PageAddress.historyLength < 20 ? PageAddress.historyLength : 0))
    let entries = try entries(of: stream, from: first, to: latest)
    let map = try mapIfValid(try version(latest, of: stream))
    let older = stride(from: Self.blockStart(first - 1), through: 1, by: -PageAddress.historyLength).filter { _ in
      first > 1
    }
    var filling: [String: Filling] = [
      "stream": .text(stream), "title": .text(map?.map.title.string ?? stream),
      "team": .text(map.flatMap { map in map.map.team.map { Names(map.map).team($0) } }),
      "count": .text(Numbers.counted(marks.count, "version")),
      "latest": .link("v\(latest)", links.to(.version(stream, latest, .current))),
      "versions": .rows(entries.map { row($0, links) }),
      "older": .rows(
        older.map {
          .link(
            "v\($0) to v\(min($0 + PageAddress.historyLength - 1, first - 1))", links.to(.history(stream, from: $0)))
        }),
      "plan": map != nil ? try plan(of: stream, latest, links) : .absent,
    ]
    if marks.count > 1 {
      filling["chart"] = .markup(try chart(of: stream).svg(.embedded))
      filling["all"] = .link(
        "From the first version to the latest", links.to(.comparison(stream, marks[0].number, latest)))
      filling["choices"] = .rows(
        marks.reversed().prefix(500).map {
          ["name": .text("v\($0.number)"), "isFirst": .flag($0 == marks[0]), "isLatest": .flag($0.number == latest)]
        })
      filling["firstName"] = .text("v\(marks[0].number)")
      filling["chartNote"] =
        marks.count > Self.chartLength ? .text("The latest \(Self.chartLength) versions.") : .absent
      // Where a version cannot be drawn the player passes it over.
      filling["player"] = .flag(entries.filter { $0.leadTime != nil }.count > 1)
    }
    return View(
      template: "stream", title: stream, crumbs: [("Streams", .archive)], filling: filling)
  }

  /// Older versions of a stream.
  func historyView(_ stream: String, from first: Int) throws(BrowsingError) -> View {
    let marks = try marks(of: stream)
    guard first <= marks[marks.count - 1].number else { throw .noSuchPage }
    let last = first + PageAddress.historyLength - 1
    let address = PageAddress.history(stream, from: first)
    let entries = try entries(of: stream, from: first, to: last)
    let previous = first > 1 ? PageAddress.history(stream, from: first - PageAddress.historyLength) : nil
    let next = last < marks[marks.count - 1].number ? PageAddress.history(stream, from: last + 1) : nil
    return View(
      template: "history", title: "\(stream) v\(first) to v\(last)",
      crumbs: [("Streams", .archive), (stream, .stream(stream))], previous: previous.map { ("Older", $0) },
      next: next.map { ("Newer", $0) },
      filling: [
        "stream": .text(stream), "range": .text("v\(first) to v\(last)"),
        "versions": .rows(entries.map { row($0, links(at: address)) }),
      ])
  }

  /// The number with which the page of history begins that holds this one.
  static func blockStart(_ number: Int) -> Int {
    max(0, number - 1) / PageAddress.historyLength * PageAddress.historyLength + 1
  }

  /// What `log` tells of these versions, newest first.
  func entries(of stream: String, from first: Int, to last: Int) throws(BrowsingError) -> [LogEntry] {
    let count = try marks(of: stream).count { first <= $0.number && $0.number <= last }
    return try reporting { () throws(ReportError) in
      try archive.log(stream, LogQuery(limit: count, newest: last))
    }
  }

  private func row(_ entry: LogEntry, _ links: Links) -> Filling {
    let number = entry.version ?? 0
    let leadTime = entry.leadTime.map(Durations(entry.calendar).text)
    return [
      "version": .link(entry.name, links.to(.version(entry.stream, number, .current))),
      "date": .text(Dates.text(entry.date)), "author": .text(entry.author), "subject": .text(entry.subject),
      "headline": .text(entry.headline == entry.subject ? nil : entry.headline), "leadTime": .text(leadTime ?? "?"),
      "change": change(entry, links), "isCorrection": .flag(entry.isCorrection),
      "tags": .rows(entry.tags.map { .text($0) }),
      "picture": .text(entry.leadTime == nil ? nil : links.to(.picture(entry.stream, number, .current))),
    ]
  }

  private func plan(of stream: String, _ latest: Int, _ links: Links) throws(BrowsingError) -> Filling {
    guard try version(latest, of: stream).has(.future) else { return .absent }
    return .link("Plan to the future state", links.to(.plan(stream, latest)))
  }

  private func chart(of stream: String) throws(BrowsingError) -> Picture {
    let past = try past(of: stream, upTo: try marks(of: stream).last?.number ?? 0)
    let series = TrendText.Stream(
      name: stream, trend: Trend(.leadTime, over: past), calendar: past.last?.measured.map.calendar,
      subjects: past.map(\.subject))
    return TrendText([series], metric: .leadTime).picture
  }
}
