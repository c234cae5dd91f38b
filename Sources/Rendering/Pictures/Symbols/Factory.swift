/// The outline with a saw-tooth roof that stands for those outside the stream: where work comes from and goes.
struct Factory {
  let heading: String
  let lines: [String]
  let box: Box

  static let roof = 22.0

  /// The names on at most `limit` lines; the rest is counted.
  init(heading: String, names: [String], x: Double, y: Double, width: Double, limit: Int = 5) {
    var lines: [String] = []
    for (index, name) in names.enumerated() {
      let rest = names.count - index
      if lines.count >= limit - 1, rest > 1 {
        lines.append("and \(rest) more")
        break
      }
      lines += Font.body.wrap(name, width: width - 20, lines: 2).lines
    }
    self.heading = heading
    self.lines = lines.isEmpty ? ["not stated"] : lines
    box = Box(x: x, y: y, width: width, height: Factory.roof + 30 + Double(self.lines.count) * 16)
  }

  var shapes: [Shape] {
    let teeth = 3.0
    let tooth = box.width / teeth
    var outline = [Point(box.x, box.bottom), Point(box.x, box.y + Factory.roof)]
    for step in 0..<3 {
      outline += [
        Point(box.x + (Double(step) + 1) * tooth, box.y),
        Point(box.x + (Double(step) + 1) * tooth, box.y + Factory.roof),
      ]
    }
    outline.append(Point(box.right, box.bottom))
    var result: [Shape] = [
      .polygon(outline, Paint(fill: .panel, stroke: .ink, width: 1.2)),
      .text(
        TextLine(
          heading, at: Point(box.center.x, box.y + Factory.roof + 16), alignment: .middle, font: .label, tone: .soft)),
    ]
    for (index, line) in lines.enumerated() {
      let at = Point(box.center.x, box.y + Factory.roof + 34 + Double(index) * 16)
      result.append(.text(TextLine(line, at: at, alignment: .middle)))
    }
    return result
  }
}
