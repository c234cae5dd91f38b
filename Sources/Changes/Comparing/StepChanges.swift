import CanonicalJSON
import ValueStreams

extension StepChange {
  static func between(_ measured: Sides<MeasuredMap>, _ matching: Matching) -> [StepChange] {
    let durations = measured.map { DurationText($0.map.calendar) }
    return matching.groups.compactMap { StepChange($0, in: matching, measured, durations) }
  }

  /// Nil for a step that stayed what and where it was.
  private init?(
    _ group: Matching.Group, in matching: Matching, _ measured: Sides<MeasuredMap>, _ durations: Sides<DurationText>
  ) {
    let members = group.members
    let hasMoved = group.isOnBothSides && matching.hasMoved(group, measured)
    var fields: [FieldChange] = []
    if members.before.count <= 1 && members.after.count <= 1 {
      let before = members.before.first.map { measured.before.map.steps[$0] }
      let after = members.after.first.map { measured.after.map.steps[$0] }
      if durations.differ || before != after {
        fields = FieldChange.between(before?.json(durations.before), after?.json(durations.after))
      }
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

  /// Whether a matched step became, or ceased to be, what a member directly comes after.
  fileprivate func hasMoved(_ group: Group, _ measured: Sides<MeasuredMap>) -> Bool {
    func leading(_ members: [Int], _ flow: Flow, _ groupOf: [Int]) -> [Int] {
      var found: [Int] = []
      for member in members {
        for other in flow.predecessors[member].lazy.map({ groupOf[$0] }) where other != groupOf[member] {
          if groups[other].isOnBothSides { found.append(other) }
        }
      }
      if found.count > 1 { found = Set(found).sorted() }
      return found
    }
    return leading(group.members.before, measured.before.flow, groupOf.before)
      != leading(group.members.after, measured.after.flow, groupOf.after)
  }
}
