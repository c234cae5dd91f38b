import CanonicalJSON
package import ValueStreams

/// How much of an action's promise is kept.
package struct ActionProgress: Sendable {
  package let id: ActionID
  package let action: Action
  /// What is measured; nil for an action without a target, and for a handoff, which is there (1) or gone (0).
  package let figure: Action.Figure?
  /// The version in which the action first appeared.
  package let since: Provenance?
  /// The figure in that version: seconds or percent.
  package let baseline: Double?
  /// In the future state.
  package let target: Double?
  /// Now.
  package let actual: Double?
  package let isOverdue: Bool

  /// (baseline − actual) ÷ (baseline − target); it may pass 1 or be negative. Nil without a target, or when target equals
  /// baseline.
  package var kept: Double? {
    guard let baseline, let target, let actual, baseline != target else { return nil }
    return (baseline - actual) / (baseline - target)
  }

  /// Whether the future state has another figure than the map has now.
  package var hasTarget: Bool { target != nil && target != actual }

  /// One for each action of the current map.
  static func all(
    _ comparison: Comparison, history: some Sequence<PastVersion>, today: Day
  ) -> [ActionProgress] {
    let current = comparison.measured.before
    let actions = current.map.actions ?? [:]
    var origins: [ActionID: PastVersion] = [:]
    var rest = history.makeIterator()
    while origins.count < actions.count, let version = rest.next() {
      for id in version.measured.map.actions?.keys ?? [] where origins[id] == nil && actions[id] != nil {
        origins[id] = version
      }
    }
    return actions.map { id, action in
      let origin = origins[id]
      let then = origin?.measured
      // Where the action had no target yet, or none that was there, today's is looked for.
      let baseline =
        then.flatMap { then in
          then.map.actions?[id].flatMap { then.figure(of: $0, as: action) } ?? then.figure(of: action, as: action)
        }
      let target = comparison.measured.after.promised(action, from: current, comparison.matching)
      let isOpen = action.status != .adopted && action.status != .rejected
      return ActionProgress(
        id: id, action: action, figure: action.measuredFigure, since: origin?.provenance, baseline: baseline,
        target: target, actual: current.figure(of: action, as: action),
        isOverdue: isOpen && (action.due.map { $0 < today } ?? false))
    }
  }
}

extension Action {
  /// The stated figure, or the default of its target.
  fileprivate var measuredFigure: Figure? {
    switch target {
    case .step: figure ?? .waitTime
    case .rework: figure ?? .percent
    case .handoff, nil: nil
    }
  }
}

extension MeasuredMap {
  /// The figure that `asked` measures at the target of `action`, followed through `replaces`; nil where it is not stated.
  fileprivate func figure(of action: Action, as asked: Action) -> Double? {
    switch action.target?.followed(in: map) {
    case .step(let id): flow[id].flatMap { figure(asked.measuredFigure, of: [$0]) }
    case .handoff(let from, let to): hasHandoff(from: [from], to: [to]) ? 1 : 0
    case .rework(let from, let to): figure(asked.measuredFigure, ofLoopFrom: [from], to: [to])
    case nil: nil
    }
  }

  /// The same in the future state, where steps are followed by the matching from `current` to it.
  fileprivate func promised(_ action: Action, from current: MeasuredMap, _ matching: Matching) -> Double? {
    func heirs(_ id: StepID) -> [StepID]? {
      current.flow[id].map { matching.ids(matching.groups[matching.groupOf.before[$0]].members).after }
    }
    switch action.target?.followed(in: current.map) {
    case .step(let id):
      guard let heirs = heirs(id) else { return nil }
      // A step that is to go away waits no more and takes no more time.
      if heirs.isEmpty { return action.measuredFigure == .percentCompleteAccurate ? nil : 0 }
      return figure(action.measuredFigure, of: heirs.compactMap { flow[$0] })
    case .handoff(let from, let to): return hasHandoff(from: heirs(from) ?? [], to: heirs(to) ?? []) ? 1 : 0
    case .rework(let from, let to):
      return figure(action.measuredFigure, ofLoopFrom: heirs(from) ?? [], to: heirs(to) ?? [])
    case nil: return nil
    }
  }

  private func figure(_ figure: Action.Figure?, of places: [Int]) -> Double? {
    let values: [Double] =
      switch figure {
      case .waitTime:
        places.compactMap { statedWaits[$0] }
      case .processTime: places.compactMap { map.steps[$0].processTime.map { Double($0.seconds) } }
      case .percentCompleteAccurate:
        places.count == 1 ? places.compactMap { map.steps[$0].percentCompleteAccurate } : []
      case .percent, nil: []
      }
    return values.isEmpty ? nil : values.reduce(0, +)
  }

  /// A loop that is gone sends nothing back.
  private func figure(_ figure: Action.Figure?, ofLoopFrom from: [StepID], to: [StepID]) -> Double? {
    let loops = (map.rework ?? []).filter { from.contains($0.from) && to.contains($0.to) }
    return figure == .waitTime
      ? loops.reduce(0) { $0 + Double($1.waitTime?.seconds ?? 0) } : loops.reduce(0) { $0 + $1.percent }
  }

  private func hasHandoff(from: [StepID], to: [StepID]) -> Bool {
    metrics.handoffs.contains { from.contains($0.from) && to.contains($0.to) }
  }
}
