/// Working time, and the part of it that is spent at steps of teams outside one's control.
struct Stretch: Equatable, Sendable {
  var time: Double
  var outside: Double

  static let zero = Stretch(time: 0, outside: 0)

  static func + (left: Stretch, right: Stretch) -> Stretch {
    Stretch(time: left.time + right.time, outside: left.outside + right.outside)
  }

  static func - (left: Stretch, right: Stretch) -> Stretch {
    Stretch(time: left.time - right.time, outside: left.outside - right.outside)
  }

  static func * (factor: Double, stretch: Stretch) -> Stretch {
    Stretch(time: factor * stretch.time, outside: factor * stretch.outside)
  }
}

extension Route {
  /// The places on a way from `first` to `last`, both included, ascending.
  func places(from first: Int, to last: Int) -> [Int] {
    if first == last { return [first] }
    var isReached = [Bool](repeating: false, count: last - first + 1)
    var leads = isReached
    isReached[0] = true
    leads[last - first] = true
    for place in first...last where !isReached[place - first] {
      isReached[place - first] = predecessors[place].contains { $0 >= first && isReached[$0 - first] }
    }
    for place in (first...last).reversed() where leads[place - first] {
      for before in predecessors[place] where before >= first { leads[before - first] = true }
    }
    return (first...last).filter { isReached[$0 - first] && leads[$0 - first] }
  }

  /// The longest way from `first` to `last`, counting `times` of the steps on it before `last`.
  func longestWay(from first: Int, to last: Int, _ times: [Stretch]) -> Stretch {
    if first == last { return .zero }
    var starts = [Stretch?](repeating: nil, count: last - first + 1)
    starts[0] = .zero
    for place in first...last where place > first {
      let before = latest(of: predecessors[place]) { before in
        before < first ? nil : starts[before - first].map { $0.time + times[before].time }
      }
      guard let before, let start = starts[before - first] else { continue }
      starts[place - first] = start + times[before]
    }
    return starts[last - first] ?? .zero
  }

  /// Of the places with an end the one with the latest; ends are compared to the microsecond, and on a tie the step
  /// listed earlier wins.
  func latest(of places: some Collection<Int>, end: (Int) -> Double?) -> Int? {
    if places.count == 1, let place = places.first { return end(place) == nil ? nil : place }
    var best: (place: Int, end: Double)?
    for place in places {
      guard let end = end(place).map({ ($0 * 1e6).rounded() }) else { continue }
      if let best, (end, steps[best.place]) <= (best.end, steps[place]) { continue }
      best = (place, end)
    }
    return best?.place
  }
}
