/// A line through points whose bends are rounded.
struct RoundedPath {
  var points: [Point]
  var corner: Double

  /// The value of an SVG `d` attribute.
  var data: String {
    func text(_ point: Point) -> String { "\(Picture.number(point.x)) \(Picture.number(point.y))" }
    guard let first = points.first, let last = points.last else { return "" }
    var result = "M\(text(first))"
    for index in points.indices.dropFirst().dropLast() {
      let (before, bend, after) = (points[index - 1], points[index], points[index + 1])
      let radius = min(corner, Self.distance(before, bend) / 2, Self.distance(bend, after) / 2)
      guard radius > 0.5 else {
        result += "L\(text(bend))"
        continue
      }
      result += "L\(text(Self.toward(before, from: bend, by: radius)))"
      result += "Q\(text(bend)) \(text(Self.toward(after, from: bend, by: radius)))"
    }
    return result + "L\(text(last))"
  }

  private static func distance(_ from: Point, _ to: Point) -> Double {
    ((to.x - from.x) * (to.x - from.x) + (to.y - from.y) * (to.y - from.y)).squareRoot()
  }

  private static func toward(_ target: Point, from start: Point, by length: Double) -> Point {
    let whole = distance(start, target)
    guard whole > 0 else { return start }
    return Point(start.x + (target.x - start.x) / whole * length, start.y + (target.y - start.y) / whole * length)
  }
}
