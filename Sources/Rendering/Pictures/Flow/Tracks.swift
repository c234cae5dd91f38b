/// The vertical lines in the channels between the columns, and with them the x of everything.
///
/// Channel `c` of a row is the strip left of its column `c`; the one past the last column is its right margin. The
/// same channel is equally wide in all rows, so that the columns stand under each other.
struct Tracks {
  /// What runs up or down in a channel.
  enum Line: Hashable {
    case way(Lanes.Slot)
    case loopOut(Int)
    case loopIn(Int)
  }

  private(set) var lines: [[[Line]]]
  /// Loops that lead to another row: their own tracks, outermost on the left.
  private(set) var crossing: [Int] = []
  private var widths: [Double]
  let rows: Int
  let perRow: Int
  private let leastWidth: Double

  init(lanes: Lanes, flow: FlowSketch) {
    let limit = max(1, flow.columns)
    let count = lanes.columns.count
    leastWidth = flow.leastWidth
    rows = max(1, (count + limit - 1) / limit)
    perRow = max(1, (count + rows - 1) / rows)
    lines = Array(repeating: Array(repeating: [], count: perRow + 1), count: rows)
    widths = Array(repeating: 0, count: perRow + 1)
    for column in lanes.columns.indices {
      let (row, place) = column.quotientAndRemainder(dividingBy: perRow)
      for slot in lanes.columns[column] {
        let next = lanes.next(slot, column: column)
        let ends = next.isEmpty && column < count - 1
        if !next.isEmpty || ends { lines[row][place + 1].append(.way(slot)) }
        if place == perRow - 1, column < count - 1, !next.isEmpty { lines[row + 1][0].append(.way(slot)) }
      }
    }
    for (index, loop) in flow.loops.enumerated() {
      let (from, to) = (lanes.layers.layer[loop.from], lanes.layers.layer[loop.to])
      if !lanes.opensUpward(loop.from) { lines[from / perRow][from % perRow + 1].append(.loopOut(index)) }
      if !lanes.opensUpward(loop.to) { lines[to / perRow][to % perRow].append(.loopIn(index)) }
      if from / perRow != to / perRow { crossing.append(index) }
    }
    for row in lines {
      for (place, channel) in row.enumerated() {
        let tracks = Double(channel.count + (place == 0 ? crossing.count + 1 : 0))
        let least = place == 0 || place == perRow ? 26.0 : 20.0
        widths[place] = max(widths[place], least, tracks * FlowMeasure.trackPitch + 8)
      }
    }
  }

  /// Puts the lines of one channel in another order.
  mutating func replace(row: Int, place: Int, with order: [Line]) {
    lines[row][place] = order
  }

  /// The left edge of channel `place`.
  func left(_ place: Int) -> Double {
    widths[..<place].reduce(0, +) + Double(place) * (FlowMeasure.approachWidth + FlowMeasure.boxWidth)
  }

  /// The left edge of the room in front of the boxes of column `place`.
  func approach(_ place: Int) -> Double { left(place) + widths[place] }
  func box(_ place: Int) -> Double { approach(place) + FlowMeasure.approachWidth }

  /// Past the right margin stands one more track: the way to the customers.
  var customers: Double { max(left(perRow) + widths[perRow] + 4, leastWidth - 12) }
  var width: Double { customers + 12 }
  var sources: Double { approach(0) - FlowMeasure.trackPitch / 2 - 4 }

  func x(of line: Line, row: Int, place: Int) -> Double? {
    guard let index = lines[row][place].firstIndex(of: line) else { return nil }
    let base = left(place) + 4 + (place == 0 ? Double(crossing.count) * FlowMeasure.trackPitch : 0)
    return base + (Double(index) + 0.5) * FlowMeasure.trackPitch
  }

  /// The outer track of a loop that leads to another row.
  func crossingX(_ loop: Int) -> Double {
    4 + (Double(crossing.firstIndex(of: loop) ?? 0) + 0.5) * FlowMeasure.trackPitch
  }
}

extension Lanes {
  /// Whether nothing but passing work stands above the step in its column.
  func opensUpward(_ step: Int) -> Bool {
    for slot in columns[layers.layer[step]] {
      if case .step(let other) = slot { return other == step }
    }
    return true
  }
}
