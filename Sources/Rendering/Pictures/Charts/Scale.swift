import ValueStreams

/// A numeric axis from a round number at or below the smallest value to one at or above the largest.
struct Scale: Equatable {
  let low: Double
  let high: Double
  let ticks: [Double]

  /// With at most `count` steps between ticks. `bases` are the lengths that are round in the unit of the axis; where none
  /// is large enough, 1, 2 and 5 times a power of ten of the last one are.
  init(from least: Double, to most: Double, bases: [Double], count: Int = 6) {
    let range = max(most - least, bases.first ?? 1)
    var step = bases.first { range / $0 <= Double(count) } ?? bases.last ?? 1
    var factors = [2, 2.5, 2]
    while range / step > Double(count) {
      step *= factors[0]
      factors.append(factors.removeFirst())
    }
    let first = (least / step + 1e-9).rounded(.down)
    let last = max((most / step - 1e-9).rounded(.up), first + 1)
    low = first * step
    high = last * step
    ticks = stride(from: first, through: last, by: 1).map { $0 * step }
  }

  /// The lengths that are round in working time, in seconds.
  static func times(_ durations: Durations) -> [Double] {
    let (hour, day) = (3600.0, Double(durations.dayLength))
    let within = [1.0, 5, 15, 30, 60, 300, 900, 1800, hour, 2 * hour, 4 * hour].filter { $0 < day }
    return within + [day]
  }

  /// 0 at the low end, 1 at the high one.
  func share(_ value: Double) -> Double { (value - low) / (high - low) }
}
