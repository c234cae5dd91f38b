import CanonicalJSON
package import ValueStreams

/// Random edits of maps as people make them: every edit of a valid map gives a valid map.
package enum RandomEdit {
  /// What can be done to a map.
  package enum Kind: CaseIterable, Sendable {
    case wait, process, accuracy, team, value, basis, name, notes, queue, stepExtension
    case insertStep, removeStep, renameStep, renameWithoutTrace, mergeSteps, splitStep, moveStep, after
    case loop, noLoop, changedLoop, share, workType, noWorkType, ownTime
    case title, trigger, demand, calendar, glossary, participant, action, teams, mapExtension, set
  }

  /// The map after up to `count` random edits; those that would break a rule are not made.
  package static func edited(
    _ map: ValueStreamMap, edits count: Int, using generator: inout SeededGenerator, kinds: [Kind] = Kind.allCases
  ) -> ValueStreamMap {
    var map = map
    for _ in 0..<count {
      guard let kind = kinds.randomElement(using: &generator) else { break }
      var candidate = map
      apply(kind, to: &candidate, using: &generator)
      candidate.dropLooseEnds()
      if candidate.isMeasurable { map = candidate }
    }
    return map
  }

  private static func apply(_ kind: Kind, to map: inout ValueStreamMap, using generator: inout SeededGenerator) {
    switch kind {
    case .insertStep, .removeStep, .renameStep, .renameWithoutTrace, .mergeSteps, .splitStep, .moveStep, .after:
      reshape(kind, &map, using: &generator)
    case .loop, .noLoop, .changedLoop, .share, .workType, .noWorkType, .ownTime:
      reroute(kind, &map, using: &generator)
    case .title, .trigger, .demand, .calendar, .glossary, .participant, .action, .teams, .mapExtension, .set:
      redescribe(kind, &map, using: &generator)
    case .wait, .process, .accuracy, .team, .value, .basis, .name, .notes, .queue, .stepExtension:
      guard let place = map.steps.indices.randomElement(using: &generator) else { return }
      let teams = map.teams?.keys ?? ["growth", "legal", "web"]
      adjust(kind, &map.steps[place], teams: teams, using: &generator)
    }
  }

  private static func adjust(
    _ kind: Kind, _ step: inout Step, teams: [TeamID], using generator: inout SeededGenerator
  ) {
    let isStated = RandomMap.maybe(0.9, using: &generator)
    switch kind {
    case .wait: step.waitTime = isStated ? RandomMap.time(using: &generator) : nil
    case .process: step.processTime = isStated ? RandomMap.time(using: &generator) : nil
    case .accuracy: step.percentCompleteAccurate = isStated ? RandomMap.percent(using: &generator) : nil
    case .team: step.team = isStated ? teams.randomElement(using: &generator) : nil
    case .value: step.value = Step.Value.allCases.randomElement(using: &generator)
    case .basis: step.basis = Basis.Kind.allCases.randomElement(using: &generator).map { .step($0) }
    case .name: step.name = RandomMap.text(using: &generator)
    case .notes: step.notes = isStated ? RandomMap.text(using: &generator) : nil
    case .queue: step.queue = isStated ? Double(Int.random(in: 0...60, using: &generator)) : nil
    default: step.extensions = ["x-note": RandomMap.json(depth: 2, using: &generator)]
    }
  }

  private static func redescribe(
    _ kind: Kind, _ map: inout ValueStreamMap, using generator: inout SeededGenerator
  ) {
    let isStated = RandomMap.maybe(0.8, using: &generator)
    let text = RandomMap.text(using: &generator)
    let id = RandomMap.id(using: &generator)
    switch kind {
    case .title: map.title = text
    case .trigger: map.trigger = isStated ? text : nil
    case .demand:
      let items = Double(Int.random(in: 1...50, using: &generator))
      map.demand = isStated ? Demand(items: items, per: WorkingTime(seconds: 144_000)) : nil
    case .calendar:
      let hours = Int.random(in: 4...12, using: &generator)
      map.calendar = isStated ? WorkCalendar(day: WorkingTime(seconds: hours * 3600), daysPerWeek: 5) : nil
    case .glossary:
      var glossary = map.glossary ?? [:]
      glossary[Text("T\(Int.random(in: 0...5, using: &generator))")] = isStated ? text : nil
      map.glossary = glossary
    case .participant:
      var people = map.participants ?? []
      if isStated {
        let name = Text("Person \(Int.random(in: 0...9, using: &generator))")
        people.removeAll { $0.name == name }
        people.insert(
          Participant(name: name, role: text), at: Int.random(in: 0...people.count, using: &generator))
      } else {
        people = people.dropLast()
      }
      map.participants = people
    case .action:
      var actions = map.actions ?? [:]
      var action = Action(title: text)
      action.target = map.steps.randomElement(using: &generator).map { .step($0.id) }
      action.status = Action.Status.allCases.randomElement(using: &generator)
      actions[id] = isStated ? action : nil
      map.actions = actions
    case .teams:
      if map.teams != nil { map.teams?[id] = Team(name: text, control: .own, people: 3) }
    case .mapExtension: map.extensions["x-map"] = isStated ? RandomMap.json(depth: 2, using: &generator) : nil
    default: map.customers = Set((map.customers ?? []) + [text]).subtracting([map.customers?.first ?? ""]).sorted()
    }
  }
}
