import CanonicalJSON
package import ValueStreams

/// A metric over time as a chart for a slide: axes with units, the biggest moves numbered and told below.
package enum TrendPicture {
  static let width = 1100.0
  static let margin = 36.0
  private static let plotHeight = 320.0
  private static let nameWidth = 170.0

  /// `calendar` is that of the streams; where they differ, pass nil with `inHours`.
  package static func make(
    _ series: [TrendSeries], metric: Metric, calendar: WorkCalendar?, inHours: Bool = false
  ) -> Picture {
    let durations = inHours ? Durations.hours : Durations(calendar)
    let sheet = Box(x: margin, y: margin, width: width - 2 * margin, height: 0)
    let title = series.count == 1 ? "\(MetricWords.name(metric)): \(series[0].name)" : MetricWords.name(metric)
    let heading = Heading(title, below: [TrendWords.summary(series, metric, durations)], sheet: sheet)
    let moves = TrendMove.biggest(of: series, count: 5)
    let values = TrendValues(series, metric: metric, durations: durations)
    let days = TrendDays(series)
    let axis = values.scale.ticks.map { Font.small.width(of: values.text($0)) }.max() ?? 0
    let room = width - 2 * margin - axis - 12 - (series.count > 1 ? nameWidth : 12)

    let flags = TrendFlags(moves, series: series, left: margin + axis + 12, width: room, days: days)
    let plot = Box(
      x: margin + axis + 12, y: heading.bottom + 20 + flags.height, width: room, height: plotHeight)
    let frame = TrendFrame(plot: plot, values: values, days: days)
    let lines = TrendLines(series, frame: frame, nameWidth: nameWidth)
    let notes = TrendNotes(series, moves, metric: metric, durations: durations)
    let foot = Footer(notes.blocks, x: margin, y: plot.bottom + 58, width: sheet.width)
    return Picture(
      width: width, height: plot.bottom + 58 + foot.height + margin,
      title: "Trend of \(title.isEmpty ? "a metric" : title)",
      summary: TrendWords.summary(series, metric, durations),
      shapes: heading.shapes + frame.shapes + flags.shapes(frame) + lines.shapes + foot.shapes)
  }
}
