/// Work that passes from one team to another.
package struct Handoff: Hashable, Sendable {
  package var from: StepID
  package var to: StepID
  package var fromTeam: TeamID
  package var toTeam: TeamID

  package init(from: StepID, to: StepID, fromTeam: TeamID, toTeam: TeamID) {
    self.from = from
    self.to = to
    self.fromTeam = fromTeam
    self.toTeam = toTeam
  }
}

extension MeasuredWork {
  /// The successions whose two teams are both stated and differ, as indices in the map in its order.
  var handoffs: [HandoffPlace] {
    var found: [HandoffPlace] = []
    for (place, step) in work.route.steps.enumerated() {
      guard let team = map.steps[step].team else { continue }
      for before in work.route.predecessors[place].map({ work.route.steps[$0] }) {
        if let other = map.steps[before].team, other != team { found.append(HandoffPlace(to: step, from: before)) }
      }
    }
    return found.sorted()
  }
}

/// A handoff by the indices of its steps; ordered as the map lists the receiving step, then the giving one.
struct HandoffPlace: Hashable, Comparable {
  let to: Int
  let from: Int

  static func < (left: HandoffPlace, right: HandoffPlace) -> Bool {
    (left.to, left.from) < (right.to, right.from)
  }

  /// Nil unless both steps name a team.
  func handoff(in map: ValueStreamMap) -> Handoff? {
    guard let fromTeam = map.steps[from].team, let toTeam = map.steps[to].team else { return nil }
    return Handoff(from: map.steps[from].id, to: map.steps[to].id, fromTeam: fromTeam, toTeam: toTeam)
  }
}
