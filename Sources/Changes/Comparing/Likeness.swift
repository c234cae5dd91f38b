import CanonicalJSON
import ValueStreams

/// Finds removed and added steps that are probably one step under a new id.
///
/// Name, team, neighbours and times count; a pair is taken only where each is the other's best by a clear margin. It is
/// a hint for people: nothing is decided by it.
struct Likeness {
  /// How many steps of each side are looked at, so that a rewritten map does not cost the square of its size.
  static let limit = 100
  private static let threshold = 0.6
  private static let margin = 0.1

  let pairs: [Sides<Int>]
  /// How many there were on each side, if more than ``limit``.
  let capped: Sides<Int>?

  init(_ matching: Matching, _ maps: Sides<ValueStreamMap>, _ flows: Sides<Flow>) {
    let alone = Sides(
      before: matching.groups.filter { $0.members.after.isEmpty }.flatMap(\.members.before),
      after: matching.groups.filter { $0.members.before.isEmpty }.flatMap(\.members.after))
    let isCapped =
      !alone.before.isEmpty && !alone.after.isEmpty
      && max(alone.before.count, alone.after.count) > Self.limit
    capped = isCapped ? alone.map(\.count) : nil

    let before = alone.before.prefix(Self.limit).map {
      Traits(maps.before.steps[$0], at: $0, flows.before, matching.groupOf.before, matching)
    }
    let after = alone.after.prefix(Self.limit).map {
      Traits(maps.after.steps[$0], at: $0, flows.after, matching.groupOf.after, matching)
    }
    let scores = before.map { left in after.map { left.likeness(to: $0) } }
    pairs = before.indices.compactMap { row in
      guard let column = Self.clearBest(scores[row]),
        Self.clearBest(scores.map { $0[column] }) == row
      else { return nil }
      return Sides(before: alone.before[row], after: alone.after[column])
    }
  }

  /// The place of the largest score, if it is good enough and no other comes near.
  private static func clearBest(_ scores: [Double]) -> Int? {
    guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }), scores[best] >= threshold else { return nil }
    let isClear = scores.indices.allSatisfy { $0 == best || scores[best] - scores[$0] >= margin }
    return isClear ? best : nil
  }
}

/// What a step is recognised by.
private struct Traits {
  var words: Set<String>
  var pairs: Set<String>
  var team: TeamID?
  /// The matched groups that stand before and after it.
  var before: Set<Int>
  var after: Set<Int>
  var times: [Int]

  init(_ step: Step, at index: Int, _ flow: Flow, _ groupOf: [Int], _ matching: Matching) {
    let name = step.name.string.lowercased()
    words = Set(name.split { !$0.isLetter && !$0.isNumber }.map(String.init))
    pairs = Set(zip(name, name.dropFirst()).map { "\($0)\($1)" })
    team = step.team
    func matched(_ neighbours: ArraySlice<Int>) -> Set<Int> {
      Set(neighbours.map { groupOf[$0] }.filter { matching.groups[$0].isOnBothSides })
    }
    before = matched(flow.predecessors[index])
    after = matched(flow.successors[index])
    times = [step.waitTime, step.processTime].map { $0?.seconds ?? -1 }
  }

  /// From 0 to 1, and the same in both directions.
  func likeness(to other: Traits) -> Double {
    let name = max(Self.overlap(words, other.words), Self.overlap(pairs, other.pairs))
    let sameTeam = team == other.team ? 1.0 : 0
    let neighbours = (Self.overlap(before, other.before) + Self.overlap(after, other.after)) / 2
    let sameTimes = Double(zip(times, other.times).filter { $0 == $1 }.count) / 2
    return 0.5 * name + 0.15 * sameTeam + 0.2 * neighbours + 0.15 * sameTimes
  }

  /// Dice's coefficient; two empty sets are alike.
  private static func overlap<Element>(_ left: Set<Element>, _ right: Set<Element>) -> Double {
    let total = left.count + right.count
    return total == 0 ? 1 : Double(2 * left.intersection(right).count) / Double(total)
  }
}
