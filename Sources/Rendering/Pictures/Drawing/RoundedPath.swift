/// A line through points whose bends are rounded.
struct RoundedPath {
  var points: [Point]
  var corner: Double

  fileprivate static func distance(_ from: Point, _ to: Point) -> Double {
    ((to.x - from.x) * (to.x - from.x) + (to.y - from.y) * (to.y - from.y)).squareRoot()
  }

  fileprivate static func toward(_ target: Point, from start: Point, by length: Double) -> Point {
    let whole = distance(start, target)
    guard whole > 0 else { return start }
    return Point(start.x + (target.x - start.x) / whole * length, start.y + (target.y - start.y) / whole * length)
  }
}

extension SVGText {
  /// Appends the value of a `d` attribute.
  mutating func add(_ path: RoundedPath) {
    let points = path.points
    guard let first = points.first, let last = points.last else { return }
    add("M", first)
    for index in points.indices.dropFirst().dropLast() {
      let (before, bend, after) = (points[index - 1], points[index], points[index + 1])
      let radius = min(path.corner, RoundedPath.distance(before, bend) / 2, RoundedPath.distance(bend, after) / 2)
      guard radius > 0.5 else {
        add("L", bend)
        continue
      }
      add("L", RoundedPath.toward(before, from: bend, by: radius))
      add("Q", bend)
      add(" ", RoundedPath.toward(after, from: bend, by: radius))
    }
    add("L", last)
  }

  private mutating func add(_ command: StaticString, _ point: Point) {
    add(command, point.x)
    add(" ", point.y)
  }
}
