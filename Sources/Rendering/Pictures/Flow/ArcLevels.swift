/// The lines of loops above one row, stacked so that no two share a stretch.
struct ArcLevels {
  struct Span: Equatable {
    var loop: Int
    var from: Double
    var to: Double
    var height: Double
  }

  private var level: [Int: Int] = [:]
  private var heights: [Double] = []
  private static let gap = 5.0

  init(_ spans: [Span]) {
    var taken: [[Span]] = []
    for span in spans.sorted(by: { ($0.to - $0.from, $0.loop) < ($1.to - $1.from, $1.loop) }) {
      let free = taken.firstIndex { level in
        level.allSatisfy { span.to + 8 < $0.from || $0.to + 8 < span.from }
      }
      let place = free ?? taken.count
      if free == nil {
        taken.append([])
        heights.append(0)
      }
      taken[place].append(span)
      heights[place] = max(heights[place], span.height)
      level[span.loop] = place
    }
  }

  /// The room that all lines need above the boxes.
  var height: Double { heights.isEmpty ? 0 : heights.reduce(0) { $0 + $1 + Self.gap } + 14 }

  /// How far above the boxes the loop's line runs.
  func rise(of loop: Int) -> Double {
    heights[..<(level[loop] ?? 0)].reduce(14) { $0 + $1 + Self.gap }
  }
}
