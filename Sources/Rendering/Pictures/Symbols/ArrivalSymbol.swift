import ValueStreams

/// How work comes to a step: the striped push arrow, the supermarket with its withdrawal, the FIFO lane.
enum ArrivalSymbol {
  /// Fills the way from `from` to `to`, both at the height where work arrives.
  static func shapes(_ arrival: Step.Arrival, from: Point, to: Point, tone: Tone) -> [Shape] {
    switch arrival {
    case .push: push(from: from, to: to, tone: tone)
    case .pull: pull(from: from, to: to, tone: tone)
    case .fifo: fifo(from: from, to: to, tone: tone)
    }
  }

  private static func push(from: Point, to: Point, tone: Tone) -> [Shape] {
    let (half, head) = (5.0, 12.0)
    let neck = to.x - head
    var result: [Shape] = [
      .rectangle(
        Box(x: from.x, y: from.y - half, width: neck - from.x, height: 2 * half), corner: 0,
        Paint(fill: .paper, stroke: tone))
    ]
    var x = from.x
    while x < neck - 0.5 {
      let width = min(5, neck - x)
      result.append(
        .rectangle(Box(x: x, y: from.y - half, width: width, height: 2 * half), corner: 0, Paint(fill: tone)))
      x += 10
    }
    result.append(arrowhead(at: to, size: head, half: 9, tone: tone))
    return result
  }

  private static func pull(from: Point, to: Point, tone: Tone) -> [Shape] {
    let line = Paint(stroke: tone, width: 1.5)
    let shelf = from.x + 22
    var result: [Shape] = [.path([Point(shelf, from.y - 16), Point(shelf, from.y + 16)], corner: 0, line)]
    for step in 0..<4 {
      let y = from.y - 16 + Double(step) * 32 / 3
      result.append(.path([Point(from.x + 4, y), Point(shelf, y)], corner: 0, line))
    }
    let middle = (shelf + to.x) / 2
    result.append(.path([Point(shelf, from.y), Point(to.x - 8, from.y)], corner: 0, line))
    result.append(.circle(Point(middle, from.y), radius: 9, Paint(fill: .paper, stroke: tone, width: 1.5)))
    result.append(
      .polygon(
        [Point(middle + 4, from.y - 12), Point(middle + 12, from.y - 3), Point(middle + 2, from.y - 3)],
        Paint(fill: tone)))
    result.append(arrowhead(at: to, size: 9, half: 5, tone: tone))
    return result
  }

  private static func fifo(from: Point, to: Point, tone: Tone) -> [Shape] {
    let line = Paint(stroke: tone, width: 1.5)
    let end = to.x - 12
    return [
      .path([Point(from.x + 2, from.y - 11), Point(end, from.y - 11)], corner: 0, line),
      .path([Point(from.x + 2, from.y + 11), Point(end, from.y + 11)], corner: 0, line),
      .text(TextLine("FIFO", at: Point((from.x + end) / 2, from.y + 4), alignment: .middle, font: .label, tone: tone)),
      arrowhead(at: to, size: 10, half: 6, tone: tone),
    ]
  }

  /// Pointing right, its tip at `at`.
  static func arrowhead(at tip: Point, size: Double, half: Double, tone: Tone) -> Shape {
    .polygon([tip, Point(tip.x - size, tip.y - half), Point(tip.x - size, tip.y + half)], Paint(fill: tone))
  }
}
