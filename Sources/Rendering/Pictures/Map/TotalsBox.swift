import CanonicalJSON
import ValueStreams

/// The figures of the whole stream, lower right.
struct TotalsBox {
  private let rows: [(label: String, value: String)]
  private let types: [(label: String, value: String)]
  private let leadTime: String

  static let width = 300.0

  init(_ map: ValueStreamMap, _ metrics: Metrics) {
    let durations = Durations(map.calendar)
    let figures = metrics.figures
    let names = Names(map)
    let sum = LeadTimeSum(figures, durations)
    leadTime = sum.total
    func time(_ seconds: Double?) -> String? { seconds.map { durations.text($0) } }
    func ratio(_ ratio: Double?) -> String? { ratio.map { Numbers.percent($0 * 100) } }
    let accuracy = figures.rolledPercentCompleteAccurate.map {
      "\(Numbers.percent($0)) (\(figures.stepsWithAccuracy) of \(figures.steps) steps)"
    }
    let all: [(String, String?)] = [
      ("Wait", sum.wait), ("Process", sum.process), ("Rework", sum.rework),
      ("Cycle time", time(figures.cycleTime)), ("Activity ratio", ratio(figures.activityRatio)),
      ("Process cycle efficiency", ratio(figures.processCycleEfficiency)), ("Rolled %C&A", accuracy),
      ("Handoffs", Numbers.count(figures.handoffs)), ("Outside our control", time(figures.outsideTime)),
      ("Effort", time(figures.effort)), ("Takt", time(figures.takt)),
      ("Work in progress", figures.workInProgress.map { Numbers.decimal($0, places: 1) }),
    ]
    rows = all.compactMap { label, value in value.map { (label, $0) } }
    types = metrics.workTypes.map { id, type in
      (
        "\(names.workType(id).shown(or: id)) · \(Numbers.percent(type.share * 100))",
        durations.text(type.figures.leadTime)
      )
    }
  }

  var height: Double {
    66 + Double(rows.count) * 19 + (types.isEmpty ? 0 : 30 + Double(types.count) * 19)
  }

  func shapes(x: Double, y: Double) -> [Shape] {
    let box = Box(x: x, y: y, width: Self.width, height: height)
    let room = Self.width - 120
    let font = [Font.heading, Font(size: 18, bold: true)].first { $0.width(of: leadTime) <= room } ?? .section
    var result: [Shape] = [
      .rectangle(box, corner: 4, Paint(fill: .panel, stroke: .rule)),
      .text(TextLine("Lead time", at: Point(x + 16, y + 35), font: .section)),
      .text(
        TextLine(
          font.fit(leadTime, width: room), at: Point(box.right - 16, y + 37), alignment: .end, font: font,
          tone: .accent)),
      .path([Point(x + 16, y + 50), Point(box.right - 16, y + 50)], corner: 0, Paint(stroke: .rule)),
    ]
    var line = y + 70
    func add(_ row: (label: String, value: String)) {
      let value = Font.figure.fit(row.value, width: 150)
      let room = Self.width - 44 - Font.figure.width(of: value)
      result.append(.text(TextLine(Font.body.fit(row.label, width: room), at: Point(x + 16, line), tone: .soft)))
      result.append(.text(TextLine(value, at: Point(box.right - 16, line), alignment: .end, font: .figure)))
      line += 19
    }
    rows.forEach(add)
    if !types.isEmpty {
      result.append(.text(TextLine("Lead time by work type", at: Point(x + 16, line + 10), font: .label)))
      line += 30
      types.forEach(add)
    }
    return [.group(name: "totals", title: nil, result)]
  }
}
