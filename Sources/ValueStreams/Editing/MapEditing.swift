import CanonicalJSON

extension ValueStreamMap {
  /// The map with all changes made, if it then breaks no rule of the format: steps first, then fields, then loops, so that
  /// the order in which they were asked for says nothing.
  package func applying(_ edits: [MapEdit]) throws(EditError) -> ValueStreamMap {
    var map = self
    for edit in edits { try map.restructure(edit) }
    var document = EditedDocument(map)
    try document.set(edits)
    let reading = MapReader.read(document.json.canonicalBytes)
    guard let changed = reading.map else {
      throw .invalid(
        reading.problems.filter { $0.severity == .error }.map { (document.place(of: $0.pointer), $0) })
    }
    return changed
  }

  /// The id of the step that ``MapEdit/add(name:_:)`` makes.
  package func newStepID(named name: String) -> StepID {
    let taken = Set(steps.map(\.id))
    let proposal = Identifier.proposal(for: name) ?? "step-\(steps.count + 1)"
    if !taken.contains(Text(proposal)) { return Text(proposal) }
    let free = (2...steps.count + 2).map { Text("\(proposal.prefix(60))-\($0)") }.first { !taken.contains($0) }
    return free ?? Text(proposal)
  }

  private mutating func restructure(_ edit: MapEdit) throws(EditError) {
    switch edit {
    case .field: break
    case .team(let id, let name):
      var teams = teams ?? Members(steps.compactMap(\.team).map { (key: $0, value: Team()) })
      teams[id] = teams[id] ?? Team()
      teams[id]?.name = Text(name)
      self.teams = teams
    case .rework(let from, let to, let percent): try setLoop(from, to, percent)
    case .add(let name, let place):
      let step = Step(id: newStepID(named: name), name: Text(name))
      relink { $0.insert(step, place) }
    case .move(let id, let place):
      guard !place.anchors.contains(id) else { throw .word(id.string, .besideItself) }
      relink { flow in
        if let step = flow.remove(id) { flow.insert(step, place) }
      }
    case .remove(let id):
      guard steps.count > 1 else { throw .word(id.string, .lastStep) }
      relink { _ = $0.remove(id) }
      forget(id)
    }
  }

  private mutating func relink(_ change: (inout FlowEditing) -> Void) {
    guard var flow = FlowEditing(self) else { return }
    change(&flow)
    steps = flow.relinked()
  }

  private mutating func setLoop(_ from: StepID, _ to: StepID, _ percent: Double) throws(EditError) {
    var loops = rework ?? []
    let index = loops.firstIndex { $0.from == from && $0.to == to }
    switch (index, percent == 0) {
    case (let index?, true): loops.remove(at: index)
    case (let index?, false): loops[index].percent = percent
    case (nil, true): throw .word("\(from):\(to)", .unknownLoop(from: from, to: to))
    case (nil, false): loops.append(Rework(from: from, to: to, percent: percent))
    }
    rework = loops.isEmpty ? nil : loops.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
  }

  /// Takes away what only made sense with a step: loops that leave it or lead to it, its part in work types, the commitment.
  private mutating func forget(_ id: StepID) {
    let loops = rework?.filter { $0.from != id && $0.to != id }
    rework = loops?.isEmpty == true ? nil : loops
    if commitment == id { commitment = nil }
    workTypes = workTypes?.mapValues { type in
      var type = type
      type.steps = type.steps?.filter { $0 != id }
      type.times?[id] = nil
      return type
    }
  }
}

extension Place {
  fileprivate var anchors: [StepID] {
    switch self {
    case .after(let steps): steps
    case .before(let step), .beside(let step): [step]
    case .end: []
    }
  }
}
