import CanonicalJSON
import ValueStreams

/// A step from one version to the next.
struct TrendMove: Equatable {
  /// The places of the series and of the point that it leads to.
  var series: Int
  var point: Int
  var before: Double
  var after: Double

  var change: Double { after - before }

  /// The largest, in the order of their days.
  static func biggest(of series: [TrendSeries], count: Int) -> [TrendMove] {
    let all = series.enumerated().flatMap { index, line in
      var last: Double?
      return line.points.indices.compactMap { place -> TrendMove? in
        guard let value = line.points[place].value else { return nil }
        defer { last = value }
        guard let before = last, before != value else { return nil }
        return TrendMove(series: index, point: place, before: before, after: value)
      }
    }
    let chosen = all.sorted {
      (-abs($0.change), $0.series, $0.point) < (-abs($1.change), $1.series, $1.point)
    }.prefix(count)
    return chosen.sorted {
      let (left, right) = (series[$0.series].points[$0.point].day, series[$1.series].points[$1.point].day)
      return left == right ? ($0.series, $0.point) < ($1.series, $1.point) : left < right
    }
  }
}

/// The numbers of the biggest moves in a strip above the plot, each with a line down to its point.
struct TrendFlags {
  private let moves: [TrendMove]
  private let series: [TrendSeries]
  private var places: [(x: Double, level: Int)] = []
  private static let radius = 10.0
  private static let pitch = 24.0

  init(_ moves: [TrendMove], series: [TrendSeries], left: Double, width: Double, days: TrendDays) {
    (self.moves, self.series) = (moves, series)
    var ends: [Double] = []
    for move in moves {
      let x = left + days.share(series[move.series].points[move.point].day) * width
      let level = ends.firstIndex { $0 + Self.pitch <= x } ?? ends.count
      if level == ends.count { ends.append(x) } else { ends[level] = x }
      places.append((x, level))
    }
  }

  var height: Double { Double((places.map(\.level).max() ?? -1) + 1) * Self.pitch + (places.isEmpty ? 0 : 8) }

  func shapes(_ frame: TrendFrame) -> [Shape] {
    var lines: [Shape] = []
    var flags: [Shape] = []
    for (index, place) in places.enumerated() {
      let move = moves[index]
      let y = frame.plot.y - 8 - (Double(place.level) + 0.5) * Self.pitch
      let point = frame.place(series[move.series].points[move.point].day, move.after)
      let paint = Paint(stroke: .soft, dash: [2, 3])
      lines.append(.path([Point(place.x, frame.plot.y), Point(place.x, point.y - 6)], corner: 0, paint))
      flags += Self.flag(index + 1, at: Point(place.x, y))
    }
    return lines + flags
  }

  /// The number in a disc.
  static func flag(_ number: Int, at center: Point) -> [Shape] {
    [
      .circle(center, radius: radius, Paint(fill: .panel, stroke: .ink, width: 1.2)),
      .text(TextLine(String(number), at: center.moved(0, 4), alignment: .middle, font: .label)),
    ]
  }
}
