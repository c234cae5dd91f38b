import CanonicalJSON
import ValueStreams

/// What a map states beside its flow: teams, actions, people, terms, and what was noted at the steps.
struct MapDetails {
  private let map: ValueStreamMap
  private let metrics: Metrics
  private let names: Names

  init(_ map: ValueStreamMap, _ metrics: Metrics) {
    self.map = map
    self.metrics = metrics
    names = Names(map)
  }

  func add(to page: inout Page) {
    addTeams(to: &page)
    addActions(to: &page)
    addNotes(to: &page)
    addPeople(to: &page)
    if let glossary = map.glossary, !glossary.isEmpty {
      page.heading("Glossary")
      for (term, meaning) in glossary { page.wrap("  \(term, .strong)  \(meaning)", indent: 4) }
    }
  }

  private func addTeams(to page: inout Page) {
    guard !metrics.teams.isEmpty else { return }
    page.heading("Teams")
    let durations = Durations(map.calendar)
    var table = Table([
      .init("team", least: 12), .init("control", rank: 1), .init("steps", .right), .init("work an item", .right),
      .init("busy", .right),
    ])
    for (id, team) in metrics.teams {
      table.add([
        StyledText(names.team(id)), team.outside ? "outside" : "own", StyledText(String(team.steps)),
        StyledText(durations.text(team.effort)), StyledText(team.utilisation.map { Numbers.percent($0 * 100) } ?? "–"),
      ])
    }
    page.add(table.lines(width: page.terminal.width, margin: 2))
  }

  private func addActions(to page: inout Page) {
    guard let actions = map.actions, !actions.isEmpty else { return }
    page.heading("Actions")
    for (id, action) in actions {
      page.wrap("  \(action.title, .strong)", indent: 4)
      var facts: [StyledText] = []
      if let status = action.status { facts.append(StyledText(status.rawValue)) }
      if let target = action.target { facts.append(text(target)) }
      if let owner = action.owner { facts.append(StyledText(owner)) }
      if let due = action.due { facts.append(StyledText("due \(Dates.text(due))")) }
      facts.append(StyledText(id, .faint))
      page.wrap("    " + facts.dropFirst().reduce(facts[0]) { "\($0), \($1)" }, indent: 4)
      if let hypothesis = action.hypothesis { page.quote(hypothesis.string, margin: 4) }
      if let learned = action.learned { page.quote("Learned: " + learned.string, margin: 4) }
    }
  }

  private func text(_ target: Action.Target) -> StyledText {
    switch target {
    case .step(let id): "at \(names.step(id))"
    case .handoff(let from, let to): "handoff \(names.step(from)) → \(names.step(to))"
    case .rework(let from, let to): "loop \(names.step(from)) ↺ \(names.step(to))"
    }
  }

  private func addNotes(to page: inout Page) {
    let noted = map.steps.filter { $0.notes != nil }
    if !noted.isEmpty { page.heading("Notes") }
    for step in noted {
      page.wrap("  \(step.name, .strong)", indent: 4)
      if let notes = step.notes { page.quote(notes.string, margin: 4) }
    }
    var sources: [(source: Text, steps: [String])] = []
    for step in map.steps {
      guard let source = step.source else { continue }
      if let known = sources.firstIndex(where: { $0.source == source }) {
        sources[known].steps.append(step.name.string)
      } else {
        sources.append((source, [step.name.string]))
      }
    }
    if !sources.isEmpty { page.heading("Where the figures come from") }
    for (source, steps) in sources {
      let place = steps.count == map.steps.count ? "all steps" : steps.joined(separator: ", ")
      page.wrap("  \(source)  \(place, .faint)", indent: 4)
    }
  }

  private func addPeople(to page: inout Page) {
    if let participants = map.participants, !participants.isEmpty {
      page.heading("Mapped by")
      for person in participants {
        let facts = [person.role, person.team.map(names.team)].compactMap { $0?.string }
        page.wrap("  \(person.name, .strong)\(facts.map { ", " + $0 }.joined())", indent: 4)
      }
    }
    let lists = [("Work comes from", map.sources), ("Work goes to", map.customers)]
    guard lists.contains(where: { $0.1?.isEmpty == false }) else { return }
    page.blank()
    for (label, list) in lists {
      guard let list, !list.isEmpty else { continue }
      page.wrap("\(label): \(list.map(\.string).joined(separator: ", "))")
    }
  }
}
