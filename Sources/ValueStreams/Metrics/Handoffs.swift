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

/// A handoff by the indices of its steps; ordered as the map lists the receiving step, then the giving one.
struct HandoffPlace: Hashable, Comparable {
  let to: Int
  let from: Int

  static func < (left: HandoffPlace, right: HandoffPlace) -> Bool {
    (left.to, left.from) < (right.to, right.from)
  }

  /// Each handoff of any list once, in order.
  static func union(_ lists: [[HandoffPlace]]) -> [HandoffPlace] {
    lists.count == 1 ? lists[0] : Set(lists.joined()).sorted()
  }
}

extension Route {
  /// The successions whose two teams are both stated and differ, in the order of the map.
  func handoffs(_ roster: TeamRoster) -> [HandoffPlace] {
    var found: [HandoffPlace] = []
    for (place, step) in steps.enumerated() {
      guard let team = roster.teams[step] else { continue }
      for before in predecessors[place] {
        if let other = roster.teams[steps[before]], other != team {
          found.append(HandoffPlace(to: step, from: steps[before]))
        }
      }
    }
    return found.sorted()
  }
}

extension TeamRoster {
  func handoffs(_ places: [HandoffPlace], in map: ValueStreamMap) -> [Handoff] {
    places.compactMap { place in
      guard let from = teams[place.from], let to = teams[place.to] else { return nil }
      return Handoff(
        from: map.steps[place.from].id, to: map.steps[place.to].id, fromTeam: ids[from], toTeam: ids[to])
    }
  }
}
