import CanonicalJSON
package import ValueStreams

/// One map for a wiki page or a pull request.
package struct ShowMarkdown {
  private let map: ValueStreamMap
  private let flow: Flow
  private let metrics: Metrics
  private let provenance: Provenance
  private let names: Names
  private let durations: Durations

  package init(_ map: ValueStreamMap, _ flow: Flow, _ metrics: Metrics, _ provenance: Provenance) {
    self.map = map
    self.flow = flow
    self.metrics = metrics
    self.provenance = provenance
    names = Names(map)
    durations = Durations(map.calendar)
  }

  package func render() -> String {
    var parts = ["# \(Markdown.escaped(map.title))\n", origin, figures]
    if let constraint = FigureLines(map, metrics).constraint { parts.append(Markdown.escaped(constraint.plain) + "\n") }
    parts.append("## Steps\n\n" + steps)
    let loops = LoopWords.bySource(map, metrics)
    if !loops.isEmpty { parts.append("## Rework\n\n" + map.steps.flatMap { loops[$0.id] ?? [] }.map(item).joined()) }
    if let actions = map.actions, !actions.isEmpty { parts.append("## Actions\n\n" + table(of: actions)) }
    if let glossary = map.glossary, !glossary.isEmpty {
      parts.append(
        "## Glossary\n\n" + glossary.map { "- **\(Markdown.escaped($0.key))**: \(Markdown.lines($0.value))\n" }.joined()
      )
    }
    return parts.joined(separator: "\n")
  }

  private var origin: String {
    var parts = [[provenance.stream, provenance.label].compactMap { $0 }.joined(separator: " ")]
    parts.append("\(provenance.state.rawValue) state")
    if let day = map.asOf { parts.append("observed \(Dates.text(day))") }
    if let team = map.team { parts.append(names.team(team).string) }
    return Markdown.escaped(parts.joined(separator: ", ")) + "\n"
  }

  private var figures: String {
    Markdown.table(
      ["Figure", "Value", ""], "lrl",
      FigureLines(map, metrics).lines.map { line in
        [line.label, "**\(line.value)**", Markdown.escaped(line.explanation)]
      })
  }

  private var steps: String {
    Markdown.table(
      ["#", "Step", "Team", "After", "Waits", "Worked on", "%C&amp;A"], "rlllrrr",
      flow.order.enumerated().map { place, index in
        let (step, figure) = (map.steps[index], metrics.steps[index])
        let before = flow.predecessors[index].map { Markdown.escaped(map.steps[$0].name) }
        return [
          String(place + 1), figure.onCriticalPath ? "**\(Markdown.escaped(step.name))**" : Markdown.escaped(step.name),
          step.team.map { Markdown.escaped(names.team($0)) } ?? "", before.joined(separator: ", "),
          step.waitTime == nil && figure.waitTime == 0 ? "?" : durations.text(figure.waitTime),
          step.processTime == nil && figure.processTime == 0 ? "?" : durations.text(figure.processTime),
          step.percentCompleteAccurate.map(Numbers.percent) ?? "?",
        ]
      })
  }

  private func item(_ loop: LoopWords) -> String {
    "- **\(Markdown.escaped(names.step(loop.loop.from)))**: \(Markdown.escaped("of what leaves it, " + loop.sentence))\n"
  }

  private func table(of actions: Members<Action>) -> String {
    Markdown.table(
      ["Action", "Status", "Owner", "Due", "Hypothesis"], "lllll",
      actions.map { _, action in
        [
          Markdown.escaped(action.title), action.status?.rawValue ?? "",
          action.owner.map { Markdown.escaped($0) } ?? "",
          action.due.map { Dates.text($0) } ?? "", action.hypothesis.map(Markdown.lines) ?? "",
        ]
      })
  }
}
