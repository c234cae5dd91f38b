import CanonicalJSON
package import ValueStreams

extension RandomMap {
  /// Steps with figures here and there; where they do not form a chain, they branch, join and start anew.
  static func steps(
    _ count: Int, isChain: Bool, teams: [TeamID], using generator: inout SeededGenerator
  ) -> [Step] {
    var steps: [Step] = []
    var taken: Set<StepID> = []
    while steps.count < count {
      let id = id(using: &generator)
      guard taken.insert(id).inserted else { continue }
      var step = Step(id: id, name: text(using: &generator))
      if !isChain { step.after = after(steps.map(\.id), using: &generator) }
      step.team = maybe(0.7, using: &generator) ? teams.randomElement(using: &generator) : nil
      measure(&step, using: &generator)
      if maybe(0.2, using: &generator) { step.arrives = Step.Arrival.allCases.randomElement(using: &generator) }
      if maybe(0.6, using: &generator) { step.value = Step.Value.allCases.randomElement(using: &generator) }
      if maybe(0.2, using: &generator) { step.source = text(using: &generator) }
      if maybe(0.2, using: &generator) { step.notes = text(using: &generator) }
      if maybe(0.1, using: &generator) {
        step.replaces = Set((0..<3).map { _ in Self.id(using: &generator) }).sorted()
      }
      step.extensions = extensions(using: &generator)
      steps.append(step)
    }
    return steps
  }

  /// Mostly the step just before, at times up to three of the last eight, at times none.
  private static func after(_ earlier: [StepID], using generator: inout SeededGenerator) -> [StepID]? {
    switch Double.random(in: 0..<1, using: &generator) {
    case ..<0.35: return nil
    case ..<0.45: return []
    default:
      let near = earlier.suffix(8)
      let wanted = Int.random(in: 1...3, using: &generator)
      return Set((0..<wanted).compactMap { _ in near.randomElement(using: &generator) }).sorted()
    }
  }

  private static func measure(_ step: inout Step, using generator: inout SeededGenerator) {
    if maybe(0.7, using: &generator) { step.waitTime = time(using: &generator) }
    if maybe(0.2, using: &generator) { step.queue = Double(Int.random(in: 0...80, using: &generator)) / 2 }
    if maybe(0.8, using: &generator) { step.processTime = time(using: &generator) }
    if maybe(0.1, using: &generator) { step.waitRange = range(using: &generator) }
    if maybe(0.1, using: &generator) { step.processRange = range(using: &generator) }
    if maybe(0.5, using: &generator) { step.percentCompleteAccurate = percent(using: &generator) }
    if maybe(0.3, using: &generator) {
      step.basis = .step(kind(using: &generator))
    } else if maybe(0.2, using: &generator) {
      step.basis = .figures(["waitTime": kind(using: &generator), "processTime": kind(using: &generator)])
    }
  }

  private static func kind(using generator: inout SeededGenerator) -> Basis.Kind {
    Basis.Kind.allCases.randomElement(using: &generator) ?? .guess
  }

  private static func range(using generator: inout SeededGenerator) -> WorkingTimeRange {
    let low = time(using: &generator)
    let high = WorkingTime(seconds: low.seconds + Int.random(in: 0...400_000, using: &generator))
    return WorkingTimeRange(low: low, high: high)
  }

  /// Zero, a round number of quarter hours, or any number of seconds up to about a fortnight.
  package static func time(using generator: inout SeededGenerator) -> WorkingTime {
    switch Double.random(in: 0..<1, using: &generator) {
    case ..<0.1: WorkingTime(seconds: 0)
    case ..<0.7: WorkingTime(seconds: 900 * Int.random(in: 1...400, using: &generator))
    default: WorkingTime(seconds: Int.random(in: 1...300_000, using: &generator))
    }
  }

  package static func percent(using generator: inout SeededGenerator) -> Double {
    Double(Int.random(in: 0...1_000, using: &generator)) / 10
  }
}
