/// The kaizen burst: an improvement is planned here. Its number leads to the list.
enum Burst {
  static let radius = 14.0
  static let pitch = 31.0

  static func shapes(_ number: Int, at center: Point) -> [Shape] {
    [
      .polygon(star(at: center), Paint(fill: .burst, stroke: .burstInk, width: 0.8)),
      .text(
        TextLine(
          String(number), at: Point(center.x, center.y + 4), alignment: .middle, font: .label, tone: .burstInk)),
    ]
  }

  /// Twelve spikes as offsets on the unit circle, so that no sine is needed: 15 degrees apart, outer and inner in turn.
  private static func star(at center: Point) -> [Point] {
    let quarter: [(Double, Double)] = [
      (1, 0), (0.9659, 0.2588), (0.866, 0.5), (0.7071, 0.7071), (0.5, 0.866), (0.2588, 0.9659),
    ]
    let turns = quarter + quarter.map { (-$0.1, $0.0) } + quarter.map { (-$0.0, -$0.1) } + quarter.map { ($0.1, -$0.0) }
    return turns.enumerated().map { index, turn in
      let reach = index.isMultiple(of: 2) ? radius : radius * 0.78
      return Point(center.x + turn.0 * reach, center.y + turn.1 * reach)
    }
  }
}
