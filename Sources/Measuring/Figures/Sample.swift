/// What many measured times have in common, in seconds of working time.
package struct Sample: Equatable, Sendable {
  /// How many times were measured; at least one.
  package let count: Int
  package let mean: Double
  package let median: Double
  /// 85 of 100 are no longer.
  package let percentile85: Double
  /// Nine of ten lie between the two: the 5th and the 95th percentile.
  package let low: Double
  package let high: Double

  /// Nil without times. Percentiles are interpolated between neighbours (type 7 of Hyndman and Fan 1996).
  init?(_ times: [Double]) {
    guard !times.isEmpty else { return nil }
    let sorted = times.sorted()
    func percentile(_ share: Double) -> Double {
      let place = share * Double(sorted.count - 1)
      let below = Int(place)
      let above = min(below + 1, sorted.count - 1)
      return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
    }
    count = sorted.count
    mean = sorted.reduce(0, +) / Double(sorted.count)
    median = percentile(0.5)
    percentile85 = percentile(0.85)
    low = percentile(0.05)
    high = percentile(0.95)
  }
}
