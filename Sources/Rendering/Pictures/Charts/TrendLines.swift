import ValueStreams

/// The lines of a trend with their points, each named at its end.
struct TrendLines {
  private let series: [TrendSeries]
  private let frame: TrendFrame
  private let nameWidth: Double
  /// Told apart without colour too.
  private static let dashes: [[Double]] = [[], [8, 4], [2, 4], [10, 4, 2, 4]]
  private static let nameHeight = 16.0

  init(_ series: [TrendSeries], frame: TrendFrame, nameWidth: Double) {
    (self.series, self.frame, self.nameWidth) = (series, frame, nameWidth)
  }

  var shapes: [Shape] {
    series.enumerated().map { index, line in
      let tone: Tone = series.count == 1 ? .accent : .team(index)
      var shapes: [Shape] = []
      for run in runs(line) {
        shapes.append(
          .path(run, corner: 0, Paint(stroke: tone, width: 2.5, dash: Self.dashes[index % Self.dashes.count])))
      }
      for point in line.points {
        guard let value = point.value else { continue }
        let isOpen = point.mark != nil
        shapes.append(
          .circle(
            frame.place(point.day, value), radius: isOpen ? 5 : 4,
            Paint(fill: isOpen ? .paper : tone, stroke: tone, width: 2)))
      }
      return .group(name: "series", title: line.name, shapes)
    } + names
  }

  /// Stretches without a gap: a value that cannot be known breaks the line.
  private func runs(_ line: TrendSeries) -> [[Point]] {
    var runs: [[Point]] = [[]]
    for point in line.points {
      if let value = point.value {
        runs[runs.count - 1].append(frame.place(point.day, value))
      } else {
        runs.append([])
      }
    }
    return runs.filter { $0.count > 1 }
  }

  /// At the height of the last value, moved apart where they would stand on each other. More than fit are left to the
  /// pointer.
  private var names: [Shape] {
    guard series.count > 1 else { return [] }
    let fitting = Int(frame.plot.height / Self.nameHeight)
    let ends = series.enumerated().compactMap { index, line in
      line.points.last { $0.value != nil }.flatMap { point in
        point.value.map { (index: index, y: frame.place(point.day, $0).y) }
      }
    }.sorted { ($0.y, $0.index) < ($1.y, $1.index) }.prefix(fitting)
    var y = frame.plot.y
    var placed: [(index: Int, y: Double)] = []
    for (offset, end) in ends.enumerated() {
      let room = frame.plot.bottom - Double(ends.count - offset - 1) * Self.nameHeight
      y = min(max(y, end.y + 4), room)
      placed.append((end.index, y))
      y += Self.nameHeight
    }
    return placed.map { index, y in
      let text = Font.label.fit(series[index].name, width: nameWidth - 16)
      return .text(TextLine(text, at: Point(frame.plot.right + 14, y), font: .label, tone: .team(index)))
    }
  }
}
