import CanonicalJSON
import Changes
import Rendering
import Reports
import ValueStreams

/// What a map states and what follows from it, for the page of a version.
struct MapSheet {
  private let named: NamedMap
  private let map: ValueStreamMap
  private let metrics: Metrics
  private let names: Names
  private let durations: Durations
  private let picture: Picture

  /// - Parameter picture: the map's, where it is at hand.
  init(_ named: NamedMap, _ picture: Picture? = nil) {
    self.named = named
    self.picture = picture ?? MapPicture.make(named.measured, label: named.provenance.label)
    map = named.map
    metrics = named.measured.metrics
    names = Names(map)
    durations = Durations(map.calendar)
  }

  var filling: [String: Filling] {
    let lines = FigureLines(map, metrics)
    let figures: [Filling] = lines.lines.map { line in
      [
        "label": .text(line.label), "value": .text(line.value), "explanation": .text(line.explanation),
        "place": .text(Self.place(of: line.label)),
      ]
    }
    let advice = Advice.on(map, metrics).filter { if case .constraint = $0 { false } else { true } }
    return [
      "title": .text(map.title),
      "picture": .markup(picture.svg(.embedded)),
      "figures": .rows(figures), "constraint": constraint,
      "advice": .rows(adviceLines(advice, map).map { .text($0) }),
      "facts": .rows(facts), "steps": .rows(steps), "loops": .rows(loops), "handoffs": .rows(handoffs),
      "workTypes": .rows(workTypes), "teams": .rows(teams), "actions": .rows(actions),
      "glossary": .rows((map.glossary ?? [:]).map { ["term": .text($0.key), "meaning": .text($0.value)] }),
      "participants": .rows(participants), "notes": .rows(notes),
    ]
  }

  /// The part of the page that a figure is the sum of.
  private static func place(of label: String) -> String {
    switch label {
    case "Handoffs": "handoffs"
    case "Outside time", "Effort": "teams"
    case "Takt", "Work in progress": "facts"
    default: "steps"
    }
  }

  private var constraint: Filling {
    guard let constraint = metrics.constraint, let words = FigureLines(map, metrics).constraint else { return .absent }
    return .link(words.plain.replacing("Constraint: ", with: "", maxReplacements: 1), "#" + anchor(constraint.step))
  }

  private var facts: [Filling] {
    let demand = map.demand.map { "\(Numbers.count($0.items)) items in \(durations.text($0.per))" }
    let list: [(String, String?)] = [
      ("Begins when", map.trigger?.string), ("Done when", map.doneWhen?.string),
      ("Observed", map.asOf.map { Dates.text($0) }), ("Team", map.team.map { names.team($0).string }),
      ("Work comes from", map.sources.map { $0.map(\.string).joined(separator: ", ") }),
      ("Work goes to", map.customers.map { $0.map(\.string).joined(separator: ", ") }), ("Demand", demand),
      ("Reviewed", map.review?.rawValue),
    ]
    return list.compactMap { label, value in value.map { ["label": .text(label), "value": .text($0)] } }
  }

  private var steps: [Filling] {
    named.measured.flow.order.map { index in
      let (step, figure) = (map.steps[index], metrics.steps[index])
      let bases = ["waitTime", "processTime", "percentCompleteAccurate"].compactMap { step.basis?[$0]?.rawValue }
      return [
        "id": .text(anchor(step.id)), "name": .text(step.name), "team": .text(step.team.map { names.team($0) }),
        "isCritical": .flag(figure.onCriticalPath),
        "after": .text(
          named.measured.flow.predecessors[index].map { map.steps[$0].name.string }.joined(separator: ", ")),
        "wait": .text(step.waitTime == nil && figure.waitTime == 0 ? "?" : durations.text(figure.waitTime)),
        "waitNote": .text(figure.isWaitDerived ? "from the queue" : nil),
        "process": .text(step.processTime == nil && figure.processTime == 0 ? "?" : durations.text(figure.processTime)),
        "accuracy": .text(step.percentCompleteAccurate.map(Numbers.percent) ?? "?"),
        "value": .text(step.value?.rawValue),
        "basis": .text(Set(bases).sorted().joined(separator: ", ")), "source": .text(step.source),
      ]
    }
  }

  private var loops: [Filling] {
    let loops = LoopWords.bySource(map, metrics)
    return map.steps.flatMap { loops[$0.id] ?? [] }.map { words in
      [
        "step": .link(names.step(words.loop.from).string, "#" + anchor(words.loop.from)),
        "sentence": .text(words.sentence),
      ]
    }
  }

  private var handoffs: [Filling] {
    metrics.handoffs.map { handoff in
      [
        "from": .link(names.step(handoff.from).string, "#" + anchor(handoff.from)),
        "to": .link(names.step(handoff.to).string, "#" + anchor(handoff.to)),
        "teams": .text("\(names.team(handoff.fromTeam)) → \(names.team(handoff.toTeam))"),
      ]
    }
  }

  private var workTypes: [Filling] {
    metrics.workTypes.map { id, type in
      [
        "name": .text(names.workType(id)), "share": .text(Numbers.percent(type.share * 100)),
        "leadTime": .text(durations.text(type.figures.leadTime)), "wait": .text(durations.text(type.figures.waitTime)),
        "process": .text(durations.text(type.figures.processTime)),
        "rework": .text(durations.text(type.figures.reworkTime)),
      ]
    }
  }

  private var teams: [Filling] {
    metrics.teams.map { id, team in
      [
        "name": .text(names.team(id)), "control": .text(team.outside ? "outside" : "own"), "steps": .number(team.steps),
        "effort": .text(durations.text(team.effort)),
        "busy": .text(team.utilisation.map { Numbers.percent($0 * 100) } ?? "–"),
      ]
    }
  }

  private var actions: [Filling] {
    (map.actions ?? [:]).values.map { action in
      [
        "title": .text(action.title), "status": .text(action.status?.rawValue ?? "proposed"),
        "target": .text(target(action)),
        "owner": .text(action.owner), "due": .text(action.due.map { Dates.text($0) }),
        "hypothesis": .text(action.hypothesis), "learned": .text(action.learned),
      ]
    }
  }

  private func target(_ action: Action) -> String? {
    switch action.target {
    case .step(let id): names.step(id).string
    case .handoff(let from, let to): "handoff \(names.step(from)) → \(names.step(to))"
    case .rework(let from, let to): "loop \(names.step(from)) ↺ \(names.step(to))"
    case nil: nil
    }
  }

  private var participants: [Filling] {
    (map.participants ?? []).map { person in
      let facts = [person.role?.string, person.team.map { names.team($0).string }].compactMap(\.self)
      return ["name": .text(person.name), "facts": .text(facts.isEmpty ? nil : facts.joined(separator: ", "))]
    }
  }

  private var notes: [Filling] {
    map.steps.compactMap { step in
      step.notes.map { ["step": .link(step.name.string, "#" + anchor(step.id)), "text": .text($0)] }
    }
  }
}
