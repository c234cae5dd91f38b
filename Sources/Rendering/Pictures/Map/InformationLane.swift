import CanonicalJSON
import ValueStreams

/// What steers the stream: what starts and ends it, the demand, the rhythm of its review.
struct InformationLane {
  let shapes: [Shape]
  let box: Box

  init(_ map: ValueStreamMap, _ metrics: Metrics, middle: Double, y: Double, width: Double) {
    let durations = Durations(map.calendar)
    var facts: [(String, String)] = []
    if let trigger = map.trigger { facts.append(("Starts", trigger.string)) }
    if let done = map.doneWhen { facts.append(("Done", done.string)) }
    if let demand = map.demand {
      let takt = metrics.figures.takt.map { " · takt \(durations.text($0))" } ?? ""
      let items = "\(Numbers.count(demand.items)) \(demand.items == 1 ? "item" : "items")"
      facts.append(("Demand", "\(items) every \(durations.text(demand.per))\(takt)"))
    }
    if let review = map.review { facts.append(("Review", review.rawValue)) }
    if facts.isEmpty { facts.append(("Control", "neither trigger nor demand stated")) }

    let key = facts.map { Font.label.width(of: $0.0) }.max() ?? 0
    let left = middle - width / 2
    var lines: [Shape] = []
    var bottom = y + 8
    for (label, value) in facts {
      let wrapped = Font.body.wrap(value, width: width - key - 36, lines: 2).lines
      lines.append(.text(TextLine(label, at: Point(left + 12, bottom + 13), font: .label, tone: .soft)))
      for (index, line) in wrapped.enumerated() {
        lines.append(.text(TextLine(line, at: Point(left + key + 24, bottom + 13 + Double(index) * 16))))
      }
      bottom += Double(max(1, wrapped.count)) * 16 + 4
    }
    box = Box(x: left, y: y, width: width, height: bottom + 6 - y)
    shapes = [.rectangle(box, corner: 4, Paint(fill: .panel, stroke: .rule))] + lines
  }

  /// Information that goes by hand.
  static func straight(from: Point, to: Point) -> [Shape] {
    [
      .path([from, Point(to.x - 6, to.y)], corner: 0, Paint(stroke: .ink, width: 1.2)),
      ArrivalSymbol.arrowhead(at: to, size: 9, half: 4.5, tone: .ink),
    ]
  }

  /// Information that goes electronically; leads left.
  static func zigzag(from: Point, to: Point) -> [Shape] {
    let middle = (from.x + to.x) / 2
    let points = [
      from, Point(middle - 5, from.y - 5), Point(middle + 5, from.y + 5), Point(to.x + 6, to.y),
    ]
    let head = [to, to.moved(9, -4.5), to.moved(9, 4.5)]
    return [.path(points, corner: 0, Paint(stroke: .ink, width: 1.2)), .polygon(head, Paint(fill: .ink))]
  }
}
