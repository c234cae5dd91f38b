import CanonicalJSON
import Changes
import ValueStreams

/// What stands below a trend: the biggest moves told, and what makes points hard to compare.
struct TrendNotes {
  let series: [TrendSeries]
  let moves: [TrendMove]
  let metric: Metric
  let durations: Durations
  private static let limit = 8

  init(_ series: [TrendSeries], _ moves: [TrendMove], metric: Metric, durations: Durations) {
    (self.series, self.moves, self.metric, self.durations) = (series, moves, metric, durations)
  }

  var blocks: [FooterBlock] { [biggest, marked].compactMap { $0 } }

  private var biggest: FooterBlock? {
    guard !moves.isEmpty else { return nil }
    return FooterBlock(
      heading: "Biggest moves",
      entries: moves.enumerated().map { index, move in
        let point = series[move.series].points[move.point]
        let subject = point.subject.isEmpty ? "" : ": \(point.subject)"
        return FooterBlock.Entry(
          symbol: TrendFlags.flag(index + 1, at: Point(14, 12)),
          term: MetricWords.change(Sides(before: move.before, after: move.after), metric, durations),
          text: "\(name(of: point, in: move.series)), \(Dates.text(point.day))\(subject)")
      })
  }

  private var marked: FooterBlock? {
    let all = series.enumerated().flatMap { index, line in
      line.points.compactMap { point in point.mark.map { (index: index, point: point, mark: $0) } }
    }
    guard !all.isEmpty else { return nil }
    var entries = all.prefix(Self.limit).map { index, point, mark in
      let reason =
        switch mark {
        case .correction: "a correction of the drawing, not a change of the work"
        case .caution(let why): why
        }
      let symbol = Shape.circle(
        Point(14, 12), radius: 5, Paint(fill: .paper, stroke: series.count == 1 ? .accent : .team(index), width: 2))
      return FooterBlock.Entry(symbol: [symbol], text: "\(name(of: point, in: index)): \(reason)")
    }
    if all.count > Self.limit { entries.append(FooterBlock.Entry(text: "and \(all.count - Self.limit) more")) }
    return FooterBlock(heading: "Compare with care", entries: entries)
  }

  private func name(of point: TrendSeries.Point, in index: Int) -> String {
    series.count == 1 ? point.label : "\(series[index].name) \(point.label)"
  }
}

/// A trend in words.
enum TrendWords {
  /// From the first known value to the latest, a sentence a stream; at most four.
  static func summary(_ series: [TrendSeries], _ metric: Metric, _ durations: Durations) -> String {
    let sentences = series.prefix(4).map { line in
      let known = line.points.compactMap { point in point.value.map { (point: point, value: $0) } }
      guard let first = known.first, let last = known.last else { return "\(line.name): not known." }
      let values = [first.value, last.value].map { MetricWords.text($0, metric, durations) }
      let change = MetricWords.change(Sides(before: first.value, after: last.value), metric, durations)
      return "\(line.name): \(values[0]) on \(Dates.text(first.point.day)), \(values[1]) on "
        + "\(Dates.text(last.point.day)) (\(change))."
    }
    return (sentences + (series.count > 4 ? ["And \(series.count - 4) more streams."] : [])).joined(separator: " ")
  }
}
