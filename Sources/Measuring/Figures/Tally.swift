import ValueStreams

/// Goes through the work on every item and sorts its times by step and by loop.
///
/// Each visit has a cause: of the steps done so far on the item, the one that ended last among those that come before it in the
/// map, after it, or are the step itself; steps side by side with it do not count. A cause that comes before hands work on; a
/// later one, or the step itself, sends it back.
struct Tally {
  struct Way: Hashable {
    let from: Int
    let to: Int
  }

  struct StepTally {
    var passes = 0
    /// Passes whose end is known.
    var ended = 0
    var items = 0
    /// Times in front of the step, or in front of it and in it where only one moment is known.
    var waits: [Double] = []
    var processes: [Double] = []
    /// Passes that came back to it from a later step.
    var returns = 0
  }

  private(set) var steps: [StepTally]
  /// What each return waited, by loop.
  private(set) var loops: [Way: [Double]] = [:]
  private(set) var loopCounts: [Way: Int] = [:]
  /// From the first moment of an item to its last.
  private(set) var durations: [Double] = []
  /// The first moments of the items.
  private(set) var arrivals: [Int] = []
  /// Work that began before the step in front of it had ended.
  private(set) var overlapping = 0
  /// By activity that is no step: after which step it was done, and how often.
  private(set) var strays: [Int: [Int: Int]] = [:]
  /// Work of which only the end is known, in a log that knows starts.
  private(set) var startless = 0
  /// Work that had not ended when the log was written.
  private(set) var open = 0

  init(
    _ visits: Visits, kind: EventLog.Kind, steps stepOfActivity: [Int?], _ flow: Flow, _ clock: WorkingClock
  ) {
    let ancestry = Ancestry(flow)
    steps = Array(repeating: StepTally(), count: flow.ids.count)
    /// By step: when it last ended for the item; cleared for each item.
    var ends = [Int?](repeating: nil, count: flow.ids.count)
    var seen: [Int] = []
    for item in 0..<visits.items {
      for step in seen { ends[step] = nil }
      seen.removeAll(keepingCapacity: true)
      var (first, last) = (Int.max, Int.min)
      for visit in visits[item] {
        guard let step = stepOfActivity[Int(visit.activity)] else {
          if let last = seen.max(by: { (ends[$0] ?? 0) < (ends[$1] ?? 0) }) {
            strays[Int(visit.activity), default: [:]][last, default: 0] += 1
          }
          continue
        }
        first = min(first, visit.first)
        last = max(last, visit.last)
        let cause = Self.cause(of: visit, step, ends, seen, ancestry)
        if let cause, let start = visit.start, cause.isAhead, cause.end > start { overlapping += 1 }
        let time = Self.time(of: visit, kind, readyAt: cause?.end, clock)
        take(visit, step, cause, time, kind)
        if let start = visit.start, let end = visit.end, kind == .intervals {
          steps[step].processes.append(clock.worked(from: start, to: end))
        }
        if visit.start == nil, kind == .intervals { startless += 1 }
        if ends[step] == nil {
          seen.append(step)
          steps[step].items += 1
        }
        ends[step] = visit.last
      }
      if first <= last {
        arrivals.append(first)
        durations.append(clock.worked(from: first, to: last))
      }
    }
  }

  private typealias Cause = (step: Int, end: Int, isAhead: Bool)

  private static func cause(
    of visit: Visits.Visit, _ step: Int, _ ends: [Int?], _ seen: [Int], _ ancestry: Ancestry
  ) -> Cause? {
    var best: Cause?
    for other in seen {
      guard let end = ends[other] else { continue }
      let isAhead = ancestry.leads(from: other, to: step)
      guard isAhead || other == step || ancestry.leads(from: step, to: other) else { continue }
      guard let found = best else {
        best = (other, end, isAhead)
        continue
      }
      // What ended after the visit had begun cannot have sent it there any later than it began.
      let (limited, bestSoFar) = (min(end, visit.first), min(found.end, visit.first))
      if limited > bestSoFar || limited == bestSoFar && isAhead && !found.isAhead { best = (other, end, isAhead) }
    }
    return best
  }

  /// What the visit waited, or waited and was worked on where the log does not tell the two apart; nil where it is not known.
  private static func time(
    of visit: Visits.Visit, _ kind: EventLog.Kind, readyAt ready: Int?, _ clock: WorkingClock
  ) -> Double? {
    switch kind {
    case .intervals:
      guard let ready, let start = visit.start else { return nil }
      return clock.worked(from: min(ready, start), to: start)
    case .ends:
      guard let ready, let end = visit.end else { return nil }
      return clock.worked(from: min(ready, end), to: end)
    case .starts:
      guard let start = visit.start, let end = visit.end else { return nil }
      return clock.worked(from: start, to: end)
    }
  }

  private mutating func take(
    _ visit: Visits.Visit, _ step: Int, _ cause: Cause?, _ time: Double?, _ kind: EventLog.Kind
  ) {
    steps[step].passes += 1
    if visit.end != nil { steps[step].ended += 1 } else { open += 1 }
    guard let cause, !cause.isAhead else {
      if let time { steps[step].waits.append(time) }
      return
    }
    let way = Way(from: cause.step, to: step)
    if cause.step != step { steps[step].returns += 1 }
    loopCounts[way, default: 0] += 1
    if let time { loops[way, default: []].append(time) }
  }
}
