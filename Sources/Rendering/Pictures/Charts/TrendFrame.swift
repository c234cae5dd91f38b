import CanonicalJSON
import ValueStreams

/// The values that a trend shows, with their axis.
struct TrendValues {
  let scale: Scale
  private let metric: Metric
  private let durations: Durations

  init(_ series: [TrendSeries], metric: Metric, durations: Durations) {
    self.metric = metric
    self.durations = durations
    let values = series.flatMap(\.points).compactMap(\.value)
    let bases: [Double] =
      switch metric.unit {
      case .seconds: Scale.times(durations)
      case .ratio: [0.01, 0.05, 0.1, 0.2]
      case .percent: [1, 5, 10, 20]
      case .count: [1, 2, 5, 10]
      }
    scale = Scale(from: min(0, values.min() ?? 0), to: values.max() ?? 0, bases: bases)
  }

  func text(_ value: Double) -> String { MetricWords.text(value, metric, durations) }
}

/// The days that a trend spans, with the months and years that are marked on its axis.
struct TrendDays {
  let first: Int
  let last: Int
  let ticks: [Day]

  init(_ series: [TrendSeries]) {
    let days = series.flatMap(\.points).map(\.day).sorted()
    let (start, end) = (days.first?.daysSinceEpoch ?? 0, days.last?.daysSinceEpoch ?? 0)
    let slack = max(1, (end - start) / 40)
    (first, last) = (start - slack, end + slack)
    ticks = Self.months(from: days.first, to: days.last)
  }

  func share(_ day: Day) -> Double { Double(day.daysSinceEpoch - first) / Double(last - first) }

  /// First days of every 1, 2, 3, 6, 12, 24 … months, at most seven; the two ends where no month begins between them.
  private static func months(from start: Day?, to end: Day?) -> [Day] {
    guard let start, let end else { return [] }
    let (from, to) = (start.year * 12 + start.month - 1, end.year * 12 + end.month - 1)
    var step = 1
    for candidate in [1, 2, 3, 6, 12, 24, 60, 120, 600, 1200] where (to - from) / step >= 7 { step = candidate }
    let first = (from + step) / step * step
    let marks = stride(from: first, through: max(first, to), by: step).compactMap {
      Day(year: $0 / 12, month: $0 % 12 + 1, day: 1)
    }.filter { $0 <= end }
    return marks.isEmpty ? (start == end ? [start] : [start, end]) : marks
  }
}

/// Axes and grid of a trend, and where a value of a day stands.
struct TrendFrame {
  let plot: Box
  let values: TrendValues
  let days: TrendDays

  func place(_ day: Day, _ value: Double) -> Point {
    Point(plot.x + days.share(day) * plot.width, plot.bottom - values.scale.share(value) * plot.height)
  }

  var shapes: [Shape] {
    var result: [Shape] = []
    for tick in values.scale.ticks {
      let y = plot.bottom - values.scale.share(tick) * plot.height
      let paint = Paint(stroke: tick == 0 ? .soft : .rule)
      result.append(.path([Point(plot.x, y), Point(plot.right, y)], corner: 0, paint))
      result.append(
        .text(TextLine(values.text(tick), at: Point(plot.x - 8, y + 4), alignment: .end, font: .small, tone: .soft)))
    }
    for day in days.ticks {
      let x = plot.x + days.share(day) * plot.width
      result.append(.path([Point(x, plot.bottom), Point(x, plot.bottom + 6)], corner: 0, Paint(stroke: .soft)))
      result.append(
        .text(
          TextLine(Dates.text(day), at: Point(x, plot.bottom + 21), alignment: .middle, font: .small, tone: .soft)))
    }
    return result
  }
}
