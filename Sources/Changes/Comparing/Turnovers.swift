import CanonicalJSON
import ValueStreams

/// Between which groups an edge runs.
private struct Ends: Hashable {
  var from: Int
  var to: Int
}

/// What a round of pairing goes by: nil leaves that part out.
private struct HandoffKey: Hashable {
  var from: Int?
  var to: Int?
  var fromTeam: TeamID?
  var toTeam: TeamID?
}

extension Turnover<Handoff> {
  /// Ends are groups. First by ends and teams (kept), then by ends (a team changed), then what has the same two teams
  /// and one end in common (the other end changed); within a group there is nothing to have in common.
  init(_ lists: Sides<[Handoff]>, _ matching: Matching) {
    self.init()
    let ends = matching.ends(lists, from: \.from, to: \.to)
    var pairing = Pairing(before: lists.before.count, after: lists.after.count)
    func round(_ key: (Handoff, Ends) -> HandoffKey?) -> [Sides<Int>] {
      pairing.pair(
        before: { key(lists.before[$0], ends.before[$0]) }, after: { key(lists.after[$0], ends.after[$0]) })
    }
    kept = round { HandoffKey(from: $1.from, to: $1.to, fromTeam: $0.fromTeam, toTeam: $0.toTeam) }.count
    var found = round { HandoffKey(from: $1.from, to: $1.to) }
    found += round { $1.from == $1.to ? nil : HandoffKey(from: $1.from, fromTeam: $0.fromTeam, toTeam: $0.toTeam) }
    found += round { $1.from == $1.to ? nil : HandoffKey(to: $1.to, fromTeam: $0.fromTeam, toTeam: $0.toTeam) }
    changed = found.sorted { $0.after < $1.after }
      .map { Sides(before: lists.before[$0.before], after: lists.after[$0.after]) }
    gone = pairing.free.before.map { lists.before[$0] }
    new = pairing.free.after.map { lists.after[$0] }
  }
}

extension Turnover<Succession> {
  /// Ends are groups, so that a renamed step keeps its neighbours.
  init(_ lists: Sides<[Succession]>, _ matching: Matching) {
    self.init()
    let ends = matching.ends(lists, from: \.from, to: \.to)
    var pairing = Pairing(before: lists.before.count, after: lists.after.count)
    kept = pairing.pair(before: { ends.before[$0] }, after: { ends.after[$0] }).count
    gone = pairing.free.before.map { lists.before[$0] }
    new = pairing.free.after.map { lists.after[$0] }
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
    func ends(_ list: [Entry], _ places: [StepID: Int], _ groupOf: [Int]) -> [Ends] {
      list.map { entry in
        Ends(
          from: places[from(entry)].map { groupOf[$0] } ?? -1, to: places[to(entry)].map { groupOf[$0] } ?? -1)
      }
    }
    return Sides(
      before: ends(lists.before, places.before, groupOf.before), after: ends(lists.after, places.after, groupOf.after))
  }
}
