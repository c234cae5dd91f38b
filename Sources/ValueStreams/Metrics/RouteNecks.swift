/// The necks of a route: places that every step before leads to and that lead to every step after.
///
/// Between two necks nothing depends on the rest of the route, so that a loop over a long stretch costs a
/// subtraction instead of a walk. In a chain every place is a neck.
struct RouteNecks: Sendable {
  /// By place: the first neck at or after it, or the number of places.
  private(set) var next: [Int]
  /// By place: the last neck at or before it, or -1.
  private(set) var last: [Int]

  /// A place is a neck if all before it have a successor no later, and all after it a predecessor no earlier.
  init(_ predecessors: FlowNeighbours) {
    let count = predecessors.count
    var firstSuccessor = [Int](repeating: count, count: count)
    for place in (0..<count).reversed() {
      for before in predecessors[place] { firstSuccessor[before] = place }
    }
    var isNeck = [Bool](repeating: true, count: count)
    var reach = 0
    for place in 0..<count {
      if reach > place { isNeck[place] = false }
      reach = max(reach, firstSuccessor[place])
    }
    var origin = count
    for place in (0..<count).reversed() {
      if origin < place { isNeck[place] = false }
      origin = min(origin, predecessors[place].max() ?? -1)
    }
    next = [Int](repeating: count, count: count)
    last = [Int](repeating: -1, count: count)
    for place in 0..<count { last[place] = isNeck[place] ? place : (place > 0 ? last[place - 1] : -1) }
    for place in (0..<count).reversed() {
      next[place] = isNeck[place] ? place : (place + 1 < count ? next[place + 1] : count)
    }
  }

  /// The necks between two places, both included: nil if there is none.
  func between(_ first: Int, _ last: Int) -> ClosedRange<Int>? {
    let (entry, exit) = (next[first], self.last[last])
    return entry <= exit ? entry...exit : nil
  }
}
