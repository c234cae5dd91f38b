import CanonicalJSON

/// The steps of a map in order, and who hands work to whom with every default filled in, so that steps can come, go and
/// move without tearing the flow.
struct FlowEditing {
  private(set) var steps: [Step]
  /// By step, in no order.
  private var before: [StepID: Set<StepID>]

  /// - Precondition: the map is valid.
  init?(_ map: ValueStreamMap) {
    guard let flow = try? Flow(map) else { return nil }
    steps = map.steps
    before = [:]
    for index in steps.indices {
      before[steps[index].id] = Set(flow.predecessors[index].map { flow.ids[$0] })
    }
  }

  mutating func insert(_ step: Step, _ place: Place) {
    let index: Int
    switch place {
    case .after(let anchors): index = insert(step.id, after: Set(anchors))
    case .end:
      let handing = before.values.reduce(into: Set<StepID>()) { $0.formUnion($1) }
      index = insert(step.id, after: Set(steps.map(\.id)).subtracting(handing))
    case .before(let anchor):
      before[step.id] = before[anchor, default: []]
      before[anchor] = [step.id]
      index = steps.firstIndex { $0.id == anchor } ?? steps.endIndex
    case .beside(let anchor):
      before[step.id] = before[anchor, default: []]
      for (id, handing) in before where id != step.id && handing.contains(anchor) { before[id]?.insert(step.id) }
      index = (steps.firstIndex { $0.id == anchor } ?? steps.endIndex - 1) + 1
    }
    steps.insert(step, at: index)
  }

  /// Between the anchors and what they hand work to; steps that lead to an anchor themselves stay before it. Gives the place
  /// in the list: behind the last of the anchors.
  private mutating func insert(_ step: StepID, after anchors: Set<StepID>) -> Int {
    for (id, handing) in before where !anchors.contains(id) && !handing.isDisjoint(with: anchors) {
      guard !anchors.contains(where: { leads(id, to: $0) }) else { continue }
      before[id] = handing.subtracting(anchors).union([step])
    }
    before[step] = anchors
    return (steps.lastIndex { anchors.contains($0.id) } ?? steps.endIndex - 1) + 1
  }

  /// Takes a step out: those behind it get their work from those before it, unless it reaches them on another way anyway.
  mutating func remove(_ step: StepID) -> Step? {
    guard let index = steps.firstIndex(where: { $0.id == step }), let giving = before.removeValue(forKey: step) else {
      return nil
    }
    for (id, handing) in before where handing.contains(step) {
      let others = handing.subtracting([step])
      before[id] = others.union(giving.filter { giver in !others.contains { $0 == giver || leads(giver, to: $0) } })
    }
    return steps.remove(at: index)
  }

  /// Whether a way of at least one succession leads from one step to the other.
  private func leads(_ from: StepID, to: StepID) -> Bool {
    var seen: Set<StepID> = []
    var rest = Array(before[to, default: []])
    while let id = rest.popLast() {
      if id == from { return true }
      if seen.insert(id).inserted { rest += before[id, default: []] }
    }
    return false
  }

  /// The steps with `after` as it now has to be: left out where it was and the list says the same.
  func relinked() -> [Step] {
    var previous: StepID?
    return steps.map { step in
      let wanted = before[step.id, default: []].sorted()
      var step = step
      let isDefault = wanted == (previous.map { [$0] } ?? [])
      if step.after != nil || !isDefault { step.after = wanted }
      previous = step.id
      return step
    }
  }
}
