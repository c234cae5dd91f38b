import CanonicalJSON
package import ValueStreams

/// How far the work of today is from where it should be: the gaps, who closes which, and what has been reached.
package struct Plan: Sendable {
  /// One thing in which the future state differs from the current one.
  package struct Gap: Sendable {
    package enum Subject: Sendable {
      case line(BridgeLine)
      case handoff(Handoff)
      /// `after` is nil for a loop that goes away.
      case loop(before: Loop, after: Loop?)
    }

    package let subject: Subject
    /// Seconds of lead time to gain; negative for what the plan adds; nil for a handoff.
    package let size: Double?
    /// The actions of the current map that target it, in canonical order.
    package let actions: [ActionID]
    /// Whether all of its steps are done by teams that the stream's team controls; a step without a team counts as its own.
    package let isOwn: Bool
  }

  /// The largest first; handoffs last.
  package private(set) var gaps: [Gap] = []
  /// In canonical order.
  package let progress: [ActionProgress]
  /// Actions that aim at nothing in which the future state differs.
  package let actionsWithoutGap: [ActionID]

  package var gapsWithoutAction: [Gap] { gaps.filter(\.actions.isEmpty) }

  /// What to tackle next, one at a time: the largest open gap that the team controls itself.
  package var suggestion: Gap? {
    gaps.first { $0.isOwn && ($0.size ?? 0) > 0 }
  }

  /// - Parameters:
  ///   - history: the versions of the stream, oldest first; read only as far as the actions' first appearances.
  ///   - today: for overdue actions.
  package init(current: MeasuredMap, future: MeasuredMap, history: some Sequence<PastVersion>, today: Day) {
    let comparison = Comparison(current, future)
    let actions = (current.map.actions ?? [:]).filter { $0.value.status != .rejected }
    let targets = actions.map { (id: $0.key, target: $0.value.target?.followed(in: current.map)) }
    func gap(_ subject: Gap.Subject, size: Double?, steps: [StepID], _ isAimedAt: (Action.Target) -> Bool) -> Gap {
      let isOwn = steps.allSatisfy { id in
        current.flow[id].flatMap { current.map.steps[$0].team }.map { !current.map.isOutside($0) } ?? true
      }
      return Gap(
        subject: subject, size: size,
        actions: targets.filter { $0.target.map(isAimedAt) ?? false }.map(\.id), isOwn: isOwn)
    }
    for line in comparison.bridge.lines where line.kind != .mix {
      gaps.append(
        gap(.line(line), size: -line.total, steps: line.steps.before) { target in
          if case .step(let step) = target { line.steps.before.contains(step) } else { false }
        })
    }
    let loops = Turnover(comparison.measured.map(\.loops), comparison.matching)
    for (before, after) in loops.gone.map({ ($0, Loop?.none) }) + loops.changed.map({ ($0.before, $0.after) }) {
      let size = before.cost - (after?.cost ?? 0)
      gaps.append(
        gap(.loop(before: before, after: after), size: size, steps: [before.rework.from]) { target in
          target == .rework(from: before.rework.from, to: before.rework.to)
        })
    }
    for handoff in comparison.handoffs.gone {
      gaps.append(
        gap(.handoff(handoff), size: nil, steps: [handoff.from, handoff.to]) { target in
          target == .handoff(from: handoff.from, to: handoff.to)
        })
    }
    gaps.sort { ($0.size ?? -.infinity) > ($1.size ?? -.infinity) }
    progress = ActionProgress.all(comparison, history: history, today: today)
    // A step's %C&A is no part of the bridge, but a target of its own.
    let aimed = Set(gaps.flatMap(\.actions)).union(progress.filter(\.hasTarget).map(\.id))
    actionsWithoutGap = actions.filter { $0.value.status != .adopted && !aimed.contains($0.key) }.map(\.key)
  }
}

extension Action.Target {
  /// The same target in a later map: what is gone is followed to the step that replaces it.
  func followed(in map: ValueStreamMap) -> Action.Target {
    func follow(_ id: StepID) -> StepID {
      if map.steps.contains(where: { $0.id == id }) { return id }
      return map.steps.first { $0.replaces?.contains(id) == true }?.id ?? id
    }
    switch self {
    case .step(let step): return .step(follow(step))
    case .handoff(let from, let to): return .handoff(from: follow(from), to: follow(to))
    case .rework(let from, let to): return .rework(from: follow(from), to: follow(to))
    }
  }
}
