import Rendering

/// The lead time over the last versions, as a line small enough for a table.
enum Sparkline {
  private static let width = 120.0
  private static let height = 30.0

  /// Values oldest first; those that are not known are passed over.
  static func svg(_ values: [Double?], of stream: String) -> String {
    let known = values.compactMap(\.self)
    guard known.count > 1, let low = known.min(), let high = known.max() else { return "" }
    let points = known.enumerated().map { place, value in
      Point(
        4 + Double(place) / Double(known.count - 1) * (width - 8),
        high == low ? height / 2 : 4 + (high - value) / (high - low) * (height - 8))
    }
    let last = points[points.count - 1]
    return Picture(
      width: width, height: height, title: "Lead time of \(stream) over its last \(known.count) versions",
      summary:
        "From \(high == low ? "the same" : known[0] > known[known.count - 1] ? "more to less" : "less to more").",
      shapes: [
        .path(points, corner: 0, Paint(stroke: .accent, width: 2)),
        .circle(last, radius: 3.5, Paint(fill: .accent)),
      ]
    ).svg(.embedded)
  }
}
