import CanonicalJSON

/// The map as far as it was told, and what is to be asked next.
struct InterviewDraft: Sendable {
  var map: ValueStreamMap
  var typeIDs: [WorkTypeID] = []
  /// The loop that is being told.
  var loop: Rework?

  init(title: Text) {
    map = ValueStreamMap(title: title, steps: [])
  }

  /// The first rule of the format that the map breaks; nil while it has no steps.
  var brokenRule: Problem? {
    guard !map.steps.isEmpty else { return nil }
    return MapReader.read(map.canonicalBytes).problems.first { $0.severity == .error }
  }

  /// `answered` is false where the question was skipped.
  func question(after question: Question, answered: Bool) -> Question {
    switch question {
    case .title: .trigger
    case .trigger: .sources
    case .sources: .workTypes
    case .workTypes: .demand
    case .demand: .ownTeam
    case .ownTeam: .step(0)
    case .step(let number): answered ? .step(number + 1) : .team(0)
    case .team(let step): step == 0 ? .wait(step) : .after(step)
    case .after(let step): .wait(step)
    case .wait(let step): .process(step)
    case .process(let step): .accuracy(step)
    case .accuracy(let step): .value(step)
    case .value(let step):
      step + 1 < map.steps.count ? .team(step + 1) : map.steps.contains(where: \.hasFigure) ? .basis : .loopFrom(0)
    case .basis: .loopFrom(0)
    case .loopFrom(let number): answered ? .loopTo(number) : typeIDs.isEmpty ? .doneWhen : .skipped(0)
    case .loopTo(let number): answered ? .loopPercent(number) : .loopFrom(number)
    case .loopPercent(let number): .loopFrom(number + 1)
    case .skipped(let type): type + 1 < typeIDs.count ? .skipped(type + 1) : .doneWhen
    case .doneWhen: .customers
    case .customers, .confirm: .confirm
    }
  }

  mutating func take(_ answer: String, to question: Question) throws(AnswerFault) {
    let text = answer.isEmpty ? nil : Text(answer)
    switch question {
    case .title: map.title = text ?? map.title
    case .trigger: map.trigger = text
    case .sources: map.sources = list(answer)
    case .customers: map.customers = list(answer)
    case .doneWhen: map.doneWhen = text
    case .workTypes: takeTypes(answer)
    case .demand: map.demand = try demand(answer)
    case .ownTeam: map.team = team(answer)
    case .step(let number):
      guard let text else {
        if number == 0 { throw .needed }
        return
      }
      map.steps.append(Step(id: map.newStepID(named: answer), name: text))
    case .team(let step): map.steps[step].team = team(answer)
    case .after(let step): map.steps[step].after = try predecessors(answer, of: step)
    case .wait(let step): map.steps[step].waitTime = try time(answer)
    case .process(let step): map.steps[step].processTime = try time(answer)
    case .accuracy(let step): map.steps[step].percentCompleteAccurate = try percent(answer, 0...100)
    case .value(let step): map.steps[step].value = try choice(answer, SheetReader.values)
    case .basis:
      guard let kind = try choice(answer, SheetReader.bases) else { return }
      for step in map.steps.indices where map.steps[step].hasFigure { map.steps[step].basis = .step(kind) }
    case .loopFrom: loop = try step(answer).map { Rework(from: map.steps[$0].id, to: "", percent: 0) }
    case .loopTo:
      guard let to = try step(answer) else {
        loop = nil
        return
      }
      loop?.to = map.steps[to].id
    case .loopPercent:
      guard let percent = try percent(answer, 0.000_001...99.999_999), var told = loop else {
        // A loop of which nobody knows how often it happens is worth a note.
        noteLoop()
        loop = nil
        return
      }
      told.percent = percent
      map.rework = ((map.rework ?? []).filter { ($0.from, $0.to) != (told.from, told.to) } + [told])
        .sorted { ($0.from, $0.to) < ($1.from, $1.to) }
      loop = nil
    case .skipped(let type): try takeSkipped(answer, type)
    case .confirm: break
    }
  }

  private mutating func noteLoop() {
    guard let loop, let from = map.steps.firstIndex(where: { $0.id == loop.from }),
      let to = map.steps.first(where: { $0.id == loop.to })
    else { return }
    let note = "Work comes back from here to \(to.name.string); how often is not known yet."
    map.steps[from].notes = Text([map.steps[from].notes?.string, note].compactMap { $0 }.joined(separator: "\n"))
  }
}

extension Step {
  /// Whether there is something that a basis can be stated for.
  fileprivate var hasFigure: Bool {
    waitTime != nil || processTime != nil || queue != nil || percentCompleteAccurate != nil
  }
}
