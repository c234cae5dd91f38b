/// The triangle of waiting work, with the I of inventory, as Rother and Shook draw it.
enum WaitTriangle {
  static let height = 38.0
  static let width = 44.0

  /// Standing on `base`, its middle at `x`. `size` scales it; a sixth of the full size is the least that is drawn.
  static func shapes(x: Double, base: Double, size: Double, paint: Paint, letter: Bool) -> [Shape] {
    let scale = max(size, 1.0 / 6)
    let half = width / 2 * scale
    let points = [Point(x - half, base), Point(x, base - height * scale), Point(x + half, base)]
    guard letter, scale > 0.6 else { return [.polygon(points, paint)] }
    return [
      .polygon(points, paint),
      .text(TextLine("I", at: Point(x, base - 7), alignment: .middle, font: .figure, tone: .ink)),
    ]
  }
}
