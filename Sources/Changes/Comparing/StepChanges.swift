import CanonicalJSON
import ValueStreams

extension StepChange {
  static func between(_ comparison: Comparison, _ written: WrittenSteps) -> [StepChange] {
    let (matching, moves) = (comparison.matching, Moves(comparison.matching))
    var changes: [StepChange] = []
    for (group, differs) in zip(matching.groups, comparison.differs) {
      let hasMoved = group.isOnBothSides && moves.contain(group)
      // A step that states the same and comes after the same has not changed: one with another id states another.
      guard differs || hasMoved else { continue }
      if let change = StepChange(group, in: matching, differs: differs, hasMoved: hasMoved, written) {
        changes.append(change)
      }
    }
    return changes
  }

  /// Nil for a step that stayed what and where it was.
  private init?(
    _ group: Matching.Group, in matching: Matching, differs: Bool, hasMoved: Bool, _ written: WrittenSteps
  ) {
    let members = group.members
    var fields: [FieldChange] = []
    if differs && members.before.count <= 1 && members.after.count <= 1 {
      fields = FieldChange.between(members.before.first.map(written.before), members.after.first.map(written.after))
    }
    let ids = matching.ids(members)
    let kind: Kind
    switch (members.before.count, members.after.count) {
    case (0, _): kind = .added
    case (_, 0): kind = .removed
    case (1, 1) where ids.differ: kind = .renamed
    case (1, 1) where !fields.isEmpty: kind = .changed
    case (1, 1) where hasMoved: kind = .moved
    case (1, 1): return nil
    case (_, 1): kind = .merged
    case (1, _): kind = .split
    default: kind = .reshaped
    }
    self.init(kind: kind, steps: ids)
    isInferred = group.isInferred
    self.hasMoved = hasMoved
    self.fields = fields
  }
}

extension Matching {
  func ids(_ members: Sides<[Int]>) -> Sides<[StepID]> {
    Sides(before: members.before.map { ids.before[$0] }, after: members.after.map { ids.after[$0] })
  }
}

/// Which matched steps come directly after other work than before.
private struct Moves {
  private let flows: Sides<Flow>
  private let groupOf: Sides<[Int]>
  /// By group.
  private let isOnBothSides: [Bool]

  init(_ matching: Matching) {
    flows = matching.places
    groupOf = matching.groupOf
    isOnBothSides = matching.groups.map(\.isOnBothSides)
  }

  /// Whether a matched step became, or ceased to be, what a member directly comes after.
  func contain(_ group: Matching.Group) -> Bool {
    if let pair = group.pair, let old = onlyGroup(before: pair.before, flows.before, groupOf.before),
      old == onlyGroup(before: pair.after, flows.after, groupOf.after)
    {
      return false
    }
    return leading(group.members.before, flows.before, groupOf.before)
      != leading(group.members.after, flows.after, groupOf.after)
  }

  /// The group of the one step that hands work to it; nil where there are none or several.
  private func onlyGroup(before place: Int, _ flow: Flow, _ groupOf: [Int]) -> Int? {
    let others = flow.predecessors[place]
    return others.count == 1 ? others.first.map { groupOf[$0] } : nil
  }

  private func leading(_ members: [Int], _ flow: Flow, _ groupOf: [Int]) -> [Int] {
    var found: [Int] = []
    for member in members {
      for other in flow.predecessors[member].lazy.map({ groupOf[$0] }) where other != groupOf[member] {
        if isOnBothSides[other] { found.append(other) }
      }
    }
    if found.count > 1 { found = Set(found).sorted() }
    return found
  }
}
