import CanonicalJSON
import ValueStreams

/// The cards of a map's steps, in its order.
struct MapCards {
  let map: ValueStreamMap
  let metrics: Metrics
  let durations: Durations
  let names: Names
  let teams: TeamColours
  let actions: NumberedActions

  init(_ map: ValueStreamMap, _ metrics: Metrics, teams: TeamColours) {
    self.map = map
    self.metrics = metrics
    self.teams = teams
    durations = Durations(map.calendar)
    names = Names(map)
    actions = NumberedActions(map)
  }

  var cards: [StepCard] {
    let shows = Shown(map)
    let figures = Dictionary(metrics.steps.map { ($0.id, $0) }) { first, _ in first }
    return map.steps.enumerated().map { place, step in
      card(step, figures[step.id], shows: shows, bursts: actions[.step(place)])
    }
  }

  /// Which lines the data boxes have: those that any step states.
  struct Shown {
    var accuracy: Bool
    var value: Bool

    init(_ map: ValueStreamMap) {
      let types = map.workTypes?.values.compactMap(\.times).flatMap(\.values) ?? []
      accuracy =
        map.steps.contains { $0.percentCompleteAccurate != nil } || types.contains { $0.percentCompleteAccurate != nil }
      value = map.steps.contains { $0.value != nil }
    }
  }

  private func card(_ step: Step, _ figures: StepFigures?, shows: Shown, bursts: [Int]) -> StepCard {
    let times = map.workTypes?.values.compactMap { $0.times?[step.id] } ?? []
    let statesProcess = step.processTime != nil || times.contains { $0.processTime != nil }
    let statesWait = step.waitTime != nil || step.queue != nil || times.contains { $0.waitTime != nil }
    let process = figures?.processTime ?? Double(step.processTime?.seconds ?? 0)
    let wait = figures?.waitTime ?? Double(step.waitTime?.seconds ?? 0)
    var rows = [
      StepCard.Row(
        label: "Process", value: statesProcess ? guess(step, "processTime") + durations.brief(process) : "–")
    ]
    if shows.accuracy {
      rows.append(
        StepCard.Row(
          label: "%C&A",
          value: step.percentCompleteAccurate.map { guess(step, "percentCompleteAccurate") + Numbers.percent($0) }
            ?? "–"))
    }
    if shows.value { rows.append(StepCard.Row(label: "Value", value: step.value?.rawValue ?? "–")) }
    let basis: Text = step.waitTime == nil ? "queue" : "waitTime"
    return StepCard(
      id: step.id, name: step.name.shown(or: step.id), team: teams[step.team],
      teamName: step.team.map { names.team($0).shown(or: $0) }, rows: rows, note: nil, arrival: step.arrives ?? .push,
      waiting: StepCard.Waiting(
        time: statesWait ? guess(step, basis) + durations.brief(wait) : nil,
        queue: step.queue.map { "\(Numbers.count($0)) \($0 == 1 ? "item" : "items")" },
        size: wait > 0 || (step.queue ?? 0) > 0 ? 1 : nil),
      isOnPath: figures?.onCriticalPath ?? false, isConstraint: metrics.constraint?.step == step.id, bursts: bursts,
      status: .kept, tooltip: tooltip(step))
  }

  /// A guess is marked as one.
  private func guess(_ step: Step, _ figure: Text) -> String {
    step.basis?[figure] == .guess ? "≈ " : ""
  }

  /// Everything the step states, in full.
  private func tooltip(_ step: Step) -> String {
    var lines = [step.name.string]
    if let team = step.team { lines.append("Team: \(names.team(team))") }
    if let wait = step.waitTime { lines.append("Wait: \(durations.text(wait))\(range(step.waitRange))") }
    if let queue = step.queue { lines.append("Queue: \(Numbers.count(queue))") }
    if let process = step.processTime { lines.append("Process: \(durations.text(process))\(range(step.processRange))") }
    if let accuracy = step.percentCompleteAccurate { lines.append("%C&A: \(Numbers.percent(accuracy))") }
    if let value = step.value { lines.append("Value: \(value.rawValue)") }
    if let source = step.source { lines.append("Source: \(source)") }
    if let notes = step.notes { lines.append(notes.string) }
    return lines.map(LegibleText.line).joined(separator: "\n")
  }

  private func range(_ range: WorkingTimeRange?) -> String {
    range.map { " (\(durations.text($0.low)) to \(durations.text($0.high)))" } ?? ""
  }
}

extension Text {
  /// The text, or `id` where nothing of it can be seen.
  func shown(or id: Text) -> String {
    LegibleText.line(string).isEmpty ? id.string : string
  }
}
