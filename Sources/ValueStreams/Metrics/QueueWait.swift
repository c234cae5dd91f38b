extension Metrics {
  /// The wait that a queue stands for, by index in the map: queue ÷ (demand rate × Σ over types of share · nᵢ) seconds,
  /// since by Little's law that many items pass meanwhile (Rother and Shook: inventory ÷ customer demand).
  /// Nil without a queue or demand, and for a step that no work passes.
  static func queueWaits(_ map: ValueStreamMap, _ work: [RoutedWork], visits: [[Double]]) -> [Double?] {
    guard let rate = map.demand?.rate else { return map.steps.map { _ in nil } }
    return map.steps.enumerated().map { index, step in
      guard let queue = step.queue else { return nil }
      var passing = 0.0
      for (work, visits) in zip(work, visits) {
        if let place = work.route.place(of: index) { passing += work.share * visits[place] }
      }
      if passing == 0 { return nil }
      return queue == 0 ? 0 : queue / (rate * passing)
    }
  }
}
