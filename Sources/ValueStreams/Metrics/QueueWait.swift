extension Metrics {
  /// The wait that a queue stands for, by index in the map: queue ÷ (demand rate × Σ over types of share · nᵢ) seconds,
  /// since by Little's law that many items pass meanwhile (Rother and Shook: inventory ÷ customer demand).
  /// Nil without a queue or demand, and for a step that no work passes.
  static func queueWaits(_ map: ValueStreamMap, _ work: [RoutedWork], visits: [[Double]]) -> [Double?] {
    var waits = [Double?](repeating: nil, count: map.steps.count)
    guard let rate = map.demand?.rate else { return waits }
    for index in waits.indices {
      guard let queue = map.steps[index].queue else { continue }
      var passing = 0.0
      for (work, visits) in zip(work, visits) {
        if let place = work.route.place(of: index) { passing += work.share * visits[place] }
      }
      guard passing > 0 else { continue }
      waits[index] = queue == 0 ? 0 : queue / (rate * passing)
    }
    return waits
  }
}
