import CanonicalJSON
package import ValueStreams

/// Draws a map from a log alone.
///
/// Of each item only the first time counts that each activity was done, so that work which came back does not hide the order.
/// One activity comes before another if it had ended before the other began on four of five items that have both; otherwise
/// the two stand side by side. What comes back are loops, which ``Measurement`` finds on the map that is drawn here. Activities
/// that few items have are left out; either/or ways appear side by side, since a map knows them as types of work only.
package struct Discovery: Sendable {
  /// The share of items that have both, on which one has to come first.
  private static let agreement = 0.8
  /// More activities than any map has steps that people can read: then the column is not that of activities.
  package static let activityLimit = 500

  package let map: ValueStreamMap
  package let names: ActivityNames
  /// Activities that fewer items have than asked for, with their shares.
  package let leftOut: [(activity: String, share: Double)]

  /// - Parameters:
  ///   - leastShare: of the items, 0–1, that have to have an activity for it to be a step.
  /// - Throws: ``MeasuringError/noneKnown(activities:)`` if none is so frequent,
  ///   ``MeasuringError/tooManyActivities(_:)`` past ``activityLimit``.
  package init(
    _ log: EventLog, title: String, calendar: WorkCalendar?, leastShare: Double
  ) throws(MeasuringError) {
    guard log.activities.count <= Self.activityLimit else { throw .tooManyActivities(log.activities.count) }
    let firsts = FirstVisits(log)
    let items = Double(max(log.cases, 1))
    let shares = firsts.items.map { Double($0) / items }
    let kept = shares.indices.filter { shares[$0] >= leastShare }
      .sorted { (firsts.meanPlace[$0], $0) < (firsts.meanPlace[$1], $1) }
    guard !kept.isEmpty else { throw .noneKnown(activities: log.activities) }
    leftOut = shares.indices.filter { shares[$0] < leastShare }.map { (log.activities[$0], shares[$0]) }

    let ids = Self.ids(kept.map { log.activities[$0] })
    let before = kept.indices.map { later in
      (0..<later).filter { firsts.share(of: kept[$0], before: kept[later]) >= Self.agreement }
    }
    // A step that comes before through another one needs no line of its own.
    let all = Self.closed(before)
    var steps: [Step] = []
    for (place, activity) in kept.enumerated() {
      var step = Step(id: Text(ids[place]), name: Text(log.activities[activity]))
      let direct = before[place].filter { earlier in !before[place].contains { all[$0].contains(earlier) } }
      if place == 0 ? !direct.isEmpty : direct != [place - 1] { step.after = direct.map { Text(ids[$0]) }.sorted() }
      steps.append(step)
    }
    var map = ValueStreamMap(title: Text(title), steps: steps)
    map.calendar = calendar
    self.map = map
    names = try ActivityNames(
      log.activities, in: map,
      mapping: leftOut.map { ($0.activity, "") } + zip(kept, ids).map { (log.activities[$0.0], $0.1) })
  }

  /// An id for each name, no two alike.
  private static func ids(_ names: [String]) -> [String] {
    var taken: Set<String> = []
    return names.enumerated().map { number, name in
      let proposal = Identifier.proposal(for: name) ?? "step-\(number + 1)"
      var id = proposal
      var suffix = 2
      while !taken.insert(id).inserted {
        id = String(proposal.prefix(60)) + "-\(suffix)"
        suffix += 1
      }
      return id
    }
  }

  /// By place: all places that come before it, through others too.
  private static func closed(_ before: [[Int]]) -> [Set<Int>] {
    var all: [Set<Int>] = []
    for row in before {
      all.append(row.reduce(into: Set(row)) { $0.formUnion(all[$1]) })
    }
    return all
  }
}

/// When each activity was first done on each item, compared pair by pair.
private struct FirstVisits {
  /// By activity: how many items have it.
  private(set) var items: [Int]
  /// By activity: its mean place among the activities of an item, 0 at the start and 1 at the end.
  private(set) var meanPlace: [Double]
  private var both: [Int]
  private var ordered: [Int]

  init(_ log: EventLog) {
    let count = log.activities.count
    items = Array(repeating: 0, count: count)
    meanPlace = Array(repeating: 0, count: count)
    both = Array(repeating: 0, count: count * count)
    ordered = both
    let visits = Visits(log)
    let isInterval = log.kind == .intervals
    var isSeen = [Bool](repeating: false, count: count)
    for item in 0..<visits.items {
      var firsts: [Visits.Visit] = []
      for visit in visits[item] where !isSeen[Int(visit.activity)] {
        isSeen[Int(visit.activity)] = true
        firsts.append(visit)
      }
      for (place, visit) in firsts.enumerated() {
        let number = Int(visit.activity)
        isSeen[number] = false
        items[number] += 1
        meanPlace[number] += firsts.count > 1 ? Double(place) / Double(firsts.count - 1) : 0.5
        for later in firsts[(place + 1)...] {
          both[number * count + Int(later.activity)] += 1
          let isDone = isInterval ? visit.last <= later.first : visit.first < later.first
          if isDone { ordered[number * count + Int(later.activity)] += 1 }
        }
      }
    }
    for number in 0..<count where items[number] > 0 { meanPlace[number] /= Double(items[number]) }
  }

  /// Of the items that have both, on how many the one was done before the other, 0–1; 0 where none has both.
  func share(of earlier: Int, before later: Int) -> Double {
    let count = items.count
    let total = both[earlier * count + later] + both[later * count + earlier]
    return total > 0 ? Double(ordered[earlier * count + later]) / Double(total) : 0
  }
}
