/// The work on each item of a log in the order of time: starts joined with their ends.
struct Visits {
  struct Visit {
    var activity: Int32
    /// Milliseconds since 1970; at least one of the two is there.
    var start: Int?
    var end: Int?

    /// When it is first heard of.
    var first: Int { start ?? end ?? 0 }
    var last: Int { end ?? start ?? 0 }
  }

  private var visits: [Visit] = []
  /// Where the visits of each item begin.
  private var bounds: [Int] = [0]

  var items: Int { bounds.count - 1 }

  subscript(item: Int) -> ArraySlice<Visit> { visits[bounds[item]..<bounds[item + 1]] }

  init(_ log: EventLog) {
    let kind = log.kind
    var places = [Int](repeating: 0, count: log.cases + 1)
    for event in log.events { places[Int(event.item) + 1] += 1 }
    for item in 0..<log.cases { places[item + 1] += places[item] }
    var sorted = [Int32](repeating: 0, count: log.count)
    var next = places
    for (index, event) in log.events.enumerated() {
      sorted[next[Int(event.item)]] = Int32(index)
      next[Int(event.item)] += 1
    }
    visits.reserveCapacity(log.count)
    bounds.reserveCapacity(log.cases + 1)
    for item in 0..<log.cases {
      let events = sorted[places[item]..<places[item + 1]].map { log.events[Int($0)] }
      let start = visits.count
      visits += Self.visits(of: events)
      if kind == .starts {
        for index in start..<visits.count {
          visits[index].end = index + 1 < visits.count ? visits[index + 1].start : nil
        }
      }
      bounds.append(visits.count)
    }
  }

  /// Of one item, by their first moments; what is equal stays in the order of the file.
  private static func visits(of events: [EventLog.Event]) -> [Visit] {
    var visits: [Visit] = []
    var open: [Int32: [Int]] = [:]
    func time(_ event: EventLog.Event) -> Int { event.start ?? event.end ?? 0 }
    let isJoined = events.contains(where: \.isHalf)
    // A start comes before an end of the same moment, so that work that took no time is one visit.
    let ordered =
      isJoined
      ? events.enumerated().sorted { left, right in
        let (first, second) = (time(left.element), time(right.element))
        let (isEnd, isOtherEnd) = (left.element.start == nil ? 1 : 0, right.element.start == nil ? 1 : 0)
        return (first, isEnd, left.offset) < (second, isOtherEnd, right.offset)
      }.map(\.element) : events
    for event in ordered {
      if event.isHalf, event.start == nil, let waiting = open[event.activity]?.first {
        visits[waiting].end = event.end
        open[event.activity]?.removeFirst()
        continue
      }
      if event.isHalf, event.start != nil { open[event.activity, default: []].append(visits.count) }
      visits.append(Visit(activity: event.activity, start: event.start, end: event.end))
    }
    return visits.enumerated().sorted { left, right in
      (left.element.first, left.element.last, left.offset) < (right.element.first, right.element.last, right.offset)
    }.map(\.element)
  }
}
