import CanonicalJSON
import ValueStreams

/// Between which groups, or places, an edge runs.
private struct Ends: Hashable {
  var from: Int
  var to: Int
}

/// What a round of pairing goes by: nil leaves that part out.
private struct HandoffKey: Hashable {
  var from: Int?
  var to: Int?
  var teams: TeamPair?
}

/// From which team to which, by number.
private struct TeamPair: Hashable {
  var from: Int
  var to: Int
}

/// Numbers the teams of both sides, since numbers are compared faster than names.
private struct TeamNumbers {
  private var numbers: [TeamID: Int] = [:]

  mutating func pairs(_ handoffs: [Handoff]) -> [TeamPair] {
    handoffs.map { TeamPair(from: number(of: $0.fromTeam), to: number(of: $0.toTeam)) }
  }

  private mutating func number(of team: TeamID) -> Int {
    if let known = numbers[team] { return known }
    numbers[team] = numbers.count
    return numbers.count - 1
  }
}

extension Turnover<Handoff> {
  /// Ends are groups. First by ends and teams (kept), then by ends (a team changed), then what has the same two teams
  /// and one end in common (the other end changed); within a group there is nothing to have in common.
  init(_ lists: Sides<[Handoff]>, _ matching: Matching) {
    self.init()
    let ends = matching.ends(lists, from: \.from, to: \.to)
    var numbers = TeamNumbers()
    let teams = lists.map { numbers.pairs($0) }
    var pairing = Pairing(before: lists.before.count, after: lists.after.count)
    func round(_ key: (TeamPair, Ends) -> HandoffKey?) -> [Sides<Int>] {
      pairing.pair(
        before: { key(teams.before[$0], ends.before[$0]) }, after: { key(teams.after[$0], ends.after[$0]) })
    }
    kept = round { HandoffKey(from: $1.from, to: $1.to, teams: $0) }.count
    var found = round { HandoffKey(from: $1.from, to: $1.to) }
    found += round { $1.from == $1.to ? nil : HandoffKey(from: $1.from, teams: $0) }
    found += round { $1.from == $1.to ? nil : HandoffKey(to: $1.to, teams: $0) }
    changed = found.sorted { $0.after < $1.after }
      .map { Sides(before: lists.before[$0.before], after: lists.after[$0.after]) }
    gone = pairing.free.before.map { lists.before[$0] }
    new = pairing.free.after.map { lists.after[$0] }
  }
}

extension Turnover<Succession> {
  /// Ends are groups, so that a renamed step keeps its neighbours.
  init(_ flows: Sides<Flow>, _ matching: Matching) {
    self.init()
    let lists = flows.map(\.successions)
    func ends(_ list: [Ends], _ groupOf: [Int]) -> [Ends] {
      list.map { Ends(from: groupOf[$0.from], to: groupOf[$0.to]) }
    }
    let between = Sides(
      before: ends(lists.before, matching.groupOf.before), after: ends(lists.after, matching.groupOf.after))
    var pairing = Pairing(before: lists.before.count, after: lists.after.count)
    kept = pairing.pair(before: { between.before[$0] }, after: { between.after[$0] }).count
    gone = pairing.free.before.map { flows.before.succession(lists.before[$0]) }
    new = pairing.free.after.map { flows.after.succession(lists.after[$0]) }
  }
}

extension Turnover<Loop> {
  /// Ends are groups. A loop has changed if anything but its ends has: a new cost alone comes from its steps.
  init(_ lists: Sides<[Loop]>, _ matching: Matching) {
    self.init()
    let ends = matching.ends(lists, from: \.rework.from, to: \.rework.to)
    var pairing = Pairing(before: lists.before.count, after: lists.after.count)
    let found = pairing.pair(before: { ends.before[$0] }, after: { ends.after[$0] })
    for pair in found {
      let both = Sides(before: lists.before[pair.before], after: lists.after[pair.after])
      if both.map({ $0.rework.withoutEnds }).differ { changed.append(both) } else { kept += 1 }
    }
    gone = pairing.free.before.map { lists.before[$0] }
    new = pairing.free.after.map { lists.after[$0] }
  }
}

extension Flow {
  /// All direct successions by the places of their steps, in the order of the map.
  fileprivate var successions: [Ends] {
    var list: [Ends] = []
    list.reserveCapacity(ids.count)
    for place in ids.indices {
      for before in predecessors[place] { list.append(Ends(from: before, to: place)) }
    }
    return list
  }

  fileprivate func succession(_ places: Ends) -> Succession {
    Succession(from: ids[places.from], to: ids[places.to])
  }
}

extension Rework {
  fileprivate var withoutEnds: Rework {
    var copy = self
    copy.from = ""
    copy.to = ""
    return copy
  }
}

extension Matching {
  fileprivate func ends<Entry>(
    _ lists: Sides<[Entry]>, from: (Entry) -> StepID, to: (Entry) -> StepID
  ) -> Sides<[Ends]> {
    func ends(_ list: [Entry], _ places: Flow, _ groupOf: [Int]) -> [Ends] {
      // Handoffs stand in the order of the steps that receive them.
      var expected = Ends(from: 0, to: 0)
      return list.map { entry in
        let from = places.index(of: from(entry), near: expected.from)
        let to = places.index(of: to(entry), near: expected.to)
        expected = Ends(from: from ?? expected.from, to: to ?? expected.to)
        return Ends(from: from.map { groupOf[$0] } ?? -1, to: to.map { groupOf[$0] } ?? -1)
      }
    }
    return Sides(
      before: ends(lists.before, places.before, groupOf.before), after: ends(lists.after, places.after, groupOf.after))
  }
}
