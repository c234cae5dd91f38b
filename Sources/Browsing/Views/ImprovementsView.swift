import Archives
import CanonicalJSON
import Changes
import Rendering
import Reports
import ValueStreams

extension Pages {
  /// What made lead time fall, in every stream, with search and filters.
  func improvementsView(_ request: PageRequest) throws(BrowsingError) -> View {
    let links = links(at: .improvements)
    let filter = try ImprovementsForm(request.fields)
    let found = try improvements(filter)
    let rows: [Filling] = found.text.entries.map { row($0, found.text, links) }
    let kinds = Improvement.Kind.allCases.map { kind in
      (value: kind.rawValue, name: kind.rawValue, isChosen: filter.filter.kinds?.contains(kind) ?? false)
    }
    let teams = found.teams.map { (value: $0.key, name: $0.value, isChosen: filter.filter.team?.string == $0.key) }
      .sorted { ($0.name, $0.value) < ($1.name, $1.value) }
    let streams = found.streams.map { (value: $0, name: $0, isChosen: filter.stream == $0) }
    func options(_ list: [(value: String, name: String, isChosen: Bool)]) -> Filling {
      .list(list.map { ["value": .text($0.value), "name": .text($0.name), "chosen": .flag($0.isChosen)] })
    }
    var isLimited = false
    for stream in found.streams where try marks(of: stream).count > Self.chartLength { isLimited = true }
    return View(
      template: "improvements", title: "Improvements", crumbs: [("Streams", .archive)],
      filling: [
        "entries": .rows(rows), "kinds": options(kinds), "teams": options(teams), "streams": options(streams),
        "hasTeams": .flag(!teams.isEmpty), "hasStreams": .flag(streams.count > 1),
        "action": .text(links.to(.improvements)), "values": filter.values,
        "regressions": .flag(filter.filter.regressions),
        "count": .text(
          Numbers.counted(rows.count, filter.filter.regressions ? "setback" : "improvement")),
        "isFiltered": .flag(filter.isFiltered),
        "limit": isLimited
          ? .text("Of each stream the latest \(Self.chartLength) versions are read; vsmrepo improvements reads all.")
          : .absent,
      ])
  }

  private func row(_ entry: Improvement, _ text: ImprovementsText, _ links: Links) -> Filling {
    let stream = entry.provenance.stream ?? ""
    let number = entry.provenance.version
    let before = number.flatMap { number in (try? marks(of: stream))?.last { $0.number < number }?.number }
    let source = number.flatMap { number in before.map { PageAddress.comparison(stream, $0, number) } }
    return [
      "stream": .link(stream, links.to(.stream(stream))), "streamName": .text(stream),
      "version": .link(entry.provenance.label, number.flatMap { links.to(.version(stream, $0, .current)) }),
      "date": .text(entry.provenance.date.map(Dates.text)), "word": .text(ImprovementsText.word(entry)),
      "kind": .text(entry.kind.rawValue), "place": .text(text.place(entry)),
      "teams": .text(entry.teams.map { text.team($0, entry) }.joined(separator: ", ")),
      "teamIDs": .text(entry.teams.map(\.string).joined(separator: " ")),
      "size": entry.kind == .handoff ? .absent : .change(entry.seconds, text.size(entry)),
      "sizeHref": .text(source.flatMap { links.to($0) }), "subject": .text(entry.subject),
      "action": .text(text.action(behind: entry)), "isKept": .flag(entry.isKept),
    ]
  }

  typealias FoundImprovements = (text: ImprovementsText, teams: [String: String], streams: [String])

  /// Over the latest versions of every stream, or of the one that is asked for.
  func improvements(_ form: ImprovementsForm) throws(BrowsingError) -> FoundImprovements {
    let all = try reading { () throws(ArchiveError) in try archive.committedStreams() }
    if let asked = form.stream, !all.contains(asked) { _ = try marks(of: asked) }
    var entries: [Improvement] = []
    var maps: [String: ValueStreamMap] = [:]
    var stepNames: [String: [StepID: Text]] = [:]
    var teams: [String: String] = [:]
    for stream in all where form.stream == nil || form.stream == stream {
      let past = try reporting { () throws(ReportError) in try archive.past(of: stream, limit: Self.chartLength) }
      entries += Improvements(past).entries.filter(form.filter.admits)
      maps[stream] = past.last?.measured.map
      stepNames[stream] = past.stepNames
      for (id, team) in past.last?.measured.map.teams ?? [:] { teams[id.string] = team.name?.string ?? id.string }
    }
    let text = ImprovementsText(
      entries, regressions: form.filter.regressions, maps: maps, stepNames: stepNames)
    return (text, teams, all)
  }
}
