import CanonicalJSON
import Changes
import ValueStreams

/// The figures of both versions side by side, lower right.
struct ChangeTotals {
  private struct Row {
    var name: String
    var before: String
    var after: String
    var change: String
    /// Nil where neither more nor less is better.
    var isBetter: Bool?
  }

  private let rows: [Row]
  private let labels: Sides<String>

  static let width = 464.0
  private static let shown: [Metric] = [
    .leadTime, .waitTime, .processTime, .reworkTime, .cycleTime, .activityRatio, .rolledPercentCompleteAccurate,
    .handoffs, .outsideTime, .workInProgress,
  ]

  init(_ difference: Difference) {
    labels = Sides(before: difference.from.label, after: difference.to.label)
    rows = Self.shown.compactMap { metric in
      guard let change = difference[metric], change.values.before != nil || change.values.after != nil else {
        return nil
      }
      let texts = MetricWords.texts(change, difference.calendars)
      let isBetter = change.change.flatMap { MetricWords.isBetter(metric, $0) }
      return Row(
        name: MetricWords.name(metric), before: texts.before, after: texts.after, change: texts.change,
        isBetter: isBetter)
    }
  }

  var height: Double { 52 + Double(rows.count) * 21 }

  func shapes(x: Double, y: Double) -> [Shape] {
    let box = Box(x: x, y: y, width: Self.width, height: height)
    let ends = [x + 236, x + 342, box.right - 14]
    var result: [Shape] = [.rectangle(box, corner: 4, Paint(fill: .panel, stroke: .rule))]
    func cell(_ text: String, _ column: Int, _ y: Double, _ font: Font, _ tone: Tone) {
      let fitted = font.fit(text, width: 100)
      result.append(.text(TextLine(fitted, at: Point(ends[column], y), alignment: .end, font: font, tone: tone)))
    }
    cell(labels.before, 0, y + 24, .label, .soft)
    cell(labels.after, 1, y + 24, .label, .soft)
    cell("change", 2, y + 24, .label, .soft)
    result.append(.path([Point(x + 14, y + 34), Point(box.right - 14, y + 34)], corner: 0, Paint(stroke: .rule)))
    for (index, row) in rows.enumerated() {
      let line = y + 54 + Double(index) * 21
      let font: Font = index == 0 ? .figure : .body
      result.append(.text(TextLine(Font.figure.fit(row.name, width: 124), at: Point(x + 14, line), font: font)))
      cell(row.before, 0, line, .body, .soft)
      cell(row.after, 1, line, .figure, .ink)
      cell(row.change, 2, line, .figure, row.isBetter.map { $0 ? .better : .worse } ?? .ink)
    }
    return [.group(name: "totals", title: nil, result)]
  }
}
