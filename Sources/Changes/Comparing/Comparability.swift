import CanonicalJSON
import ValueStreams

extension ComparabilityWarning {
  /// Everything that speaks against taking the changes from one version to the next at face value, the gravest first.
  static func between(_ before: MeasuredMap, _ after: MeasuredMap) -> [ComparabilityWarning] {
    areRuledOut(Sides(before: before, after: after)) ? [] : Comparison(before, after).warnings
  }

  /// The same where it is known already which steps are the same.
  static func between(_ comparison: Comparison) -> [ComparabilityWarning] {
    let (measured, matching) = (comparison.measured, comparison.matching)
    let maps = measured.map(\.map)
    var warnings: [ComparabilityWarning] = []
    if maps.map({ DurationText($0.calendar) }).differ { warnings.append(.calendar(maps.map(\.calendar))) }
    for (scope, texts) in [(Scope.trigger, maps.map(\.trigger)), (.doneWhen, maps.map(\.doneWhen))] {
      // Stating it for the first time moves no boundary.
      if texts.before != nil, texts.after != nil, texts.differ { warnings.append(.scope(scope, texts)) }
    }
    warnings += mix(measured)
    warnings += demand(maps)
    for figure in Coverage.allCases { warnings += coverage(of: figure, measured, matching) }
    let steps = maps.map(\.steps)
    for (group, differs) in zip(matching.groups, comparison.differs) where differs && group.isOnBothSides {
      warnings += basis(of: group, steps, matching)
    }
    if let capped = matching.capped {
      warnings.append(.likenessCapped(removed: capped.before, added: capped.after, limit: Likeness.limit))
    }
    return warnings
  }

  /// True where both maps say alike whatever a warning can be about, step by step: then ``between(_:)`` has nothing to say, and
  /// nobody needs to find out which steps are the same. So it is from most versions to the next.
  static func areRuledOut(_ measured: Sides<MeasuredMap>) -> Bool {
    let (before, after) = (measured.before.map, measured.after.map)
    guard before.calendar == after.calendar, before.trigger == after.trigger, before.doneWhen == after.doneWhen,
      before.demand == after.demand, before.workTypes == after.workTypes, before.steps.count == after.steps.count
    else { return false }
    return before.steps.indices.allSatisfy { place in
      let (old, new) = (before.steps[place], after.steps[place])
      return old.id == new.id && old.basis == new.basis && old.replaces == new.replaces
        && (old.waitTime == nil) == (new.waitTime == nil) && (old.queue == nil) == (new.queue == nil)
        && (old.processTime == nil) == (new.processTime == nil) && (old.team == nil) == (new.team == nil)
        && (old.percentCompleteAccurate == nil) == (new.percentCompleteAccurate == nil)
    }
  }

  private static func mix(_ measured: Sides<MeasuredMap>) -> [ComparabilityWarning] {
    let changes = measured.workTypeIDs.compactMap { type -> ShareChange? in
      let shares = measured.shares(of: type)
      guard abs(shares.after - shares.before) > 1e-9 else { return nil }
      return ShareChange(
        workType: type,
        shares: Sides(
          before: measured.before.has(type) ? shares.before : nil,
          after: measured.after.has(type) ? shares.after : nil))
    }
    return changes.isEmpty ? [] : [.mix(changes)]
  }

  /// A demand stated on one side only matters where waits are derived from queues.
  private static func demand(_ maps: Sides<ValueStreamMap>) -> [ComparabilityWarning] {
    let demands = maps.map(\.demand)
    guard demands.map({ $0?.rate }).differ else { return [] }
    let derives = maps.map { $0.steps.contains { $0.waitTime == nil && $0.queue != nil } }
    let isStatedTwice = demands.before != nil && demands.after != nil
    return isStatedTwice || derives.before || derives.after ? [.demand(demands)] : []
  }

  private static func coverage(
    of figure: Coverage, _ measured: Sides<MeasuredMap>, _ matching: Matching
  ) -> [ComparabilityWarning] {
    let states = measured.map { $0.states(figure) }
    var gained: [StepID] = []
    var lost: [StepID] = []
    for group in matching.groups where group.isOnBothSides {
      if let pair = group.pair, states.before[pair.before] == states.after[pair.after] { continue }
      let before = group.members.before.filter { states.before[$0] }
      let after = group.members.after.filter { states.after[$0] }
      if before.isEmpty { gained += after.map { matching.ids.after[$0] } }
      if after.isEmpty { lost += before.map { matching.ids.before[$0] } }
    }
    return gained.isEmpty && lost.isEmpty ? [] : [.coverage(figure, gained: gained, lost: lost)]
  }

  private static func basis(
    of group: Matching.Group, _ all: Sides<[Step]>, _ matching: Matching
  ) -> [ComparabilityWarning] {
    if let pair = group.pair, hasSameBasis(all.before[pair.before].basis, all.after[pair.after].basis) { return [] }
    let steps = Sides(
      before: group.members.before.map { all.before[$0] }, after: group.members.after.map { all.after[$0] })
    return GroundedFigure.allCases.compactMap { figure in
      guard let before = figure.reading(of: steps.before), let after = figure.reading(of: steps.after),
        before.value != after.value, before.kind != after.kind
      else { return nil }
      return .basis(
        steps: matching.ids(group.members), figure: after.name, kinds: Sides(before: before.kind, after: after.kind))
    }
  }
}

/// Whether both say the same of every figure.
private func hasSameBasis(_ before: Basis?, _ after: Basis?) -> Bool {
  switch (before, after) {
  case (nil, nil): true
  case (.step(let before)?, .step(let after)?): before == after
  default: false
  }
}

/// A figure that has a basis.
private enum GroundedFigure: CaseIterable {
  case wait, process, accuracy

  struct Reading {
    var name: Text
    /// Times add up over the members of a group, %C&A multiply.
    var value: Double
    var kind: Basis.Kind?
  }

  /// What the steps state; nil where none states it. Steps that do not agree on a basis have none together.
  func reading(of steps: [Step]) -> Reading? {
    let readings = steps.compactMap(reading)
    guard let first = readings.first else { return nil }
    let agree = readings.allSatisfy { $0.kind == first.kind }
    let value =
      self == .accuracy ? readings.reduce(1) { $0 * $1.value / 100 } : readings.reduce(0) { $0 + $1.value }
    return Reading(name: first.name, value: value, kind: agree ? first.kind : nil)
  }

  private func reading(of step: Step) -> Reading? {
    let stated: (Text, Double)? =
      switch self {
      case .wait:
        step.waitTime.map { ("waitTime", Double($0.seconds)) } ?? step.queue.map { ("queue", $0) }
      case .process: step.processTime.map { ("processTime", Double($0.seconds)) }
      case .accuracy: step.percentCompleteAccurate.map { ("percentCompleteAccurate", $0) }
      }
    return stated.map { Reading(name: $0.0, value: $0.1, kind: step.basis?[$0.0]) }
  }
}
