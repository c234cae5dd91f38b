/// The heights of everything: rows below each other, and in each column its slots.
struct Stacks {
  /// By slot in its column: a passing slot stands in several.
  struct Key: Hashable {
    var slot: Lanes.Slot
    var column: Int
  }

  private(set) var top: [Lanes.Slot: Double] = [:]
  private(set) var ports: [Key: Double] = [:]
  /// By row: the top of the boxes, of the room below them, of the gutter under it.
  private(set) var tops: [Double] = []
  private(set) var feet: [Double] = []
  private(set) var gutters: [Double] = []
  private(set) var height = 0.0

  init(_ flow: FlowSketch, lanes: Lanes, tracks: Tracks, legs: Legs, arcs: [ArcLevels]) {
    var y = 0.0
    for row in 0..<tracks.rows {
      y += arcs[row].height
      tops.append(y)
      var bottom = y
      let first = row * tracks.perRow
      for column in first..<max(first, min(first + tracks.perRow, lanes.columns.count)) {
        bottom = max(bottom, stack(column, from: y, flow, lanes, legs))
      }
      feet.append(bottom + 14)
      gutters.append(bottom + 14 + flow.footHeight)
      let wrapping = row + 1 < tracks.rows ? tracks.lines[row + 1][0].count : 0
      y = bottom + 14 + flow.footHeight + (row + 1 < tracks.rows ? Double(wrapping) * 8 + 34 : 0)
    }
    height = y
  }

  /// The height at which work leaves and arrives.
  func port(_ slot: Lanes.Slot, _ column: Int) -> Double { ports[Key(slot: slot, column: column)] ?? 0 }

  /// Fills one column from `start` down; returns its bottom.
  private mutating func stack(_ column: Int, from start: Double, _ flow: FlowSketch, _ lanes: Lanes, _ legs: Legs)
    -> Double
  {
    var y = start
    for (place, slot) in lanes.columns[column].enumerated() {
      switch slot {
      case .step(let step):
        if place > 0 {
          y += FlowMeasure.slotGap + (lanes.opensUpward(step) ? 0 : Double(legs.count(at: step)) * 7)
        }
        top[slot] = y
        ports[Key(slot: slot, column: column)] = y + FlowMeasure.port
        y += flow.nodes[step].height
      case .passing:
        let middle = place == 0 ? y + FlowMeasure.port : y + FlowMeasure.passing
        ports[Key(slot: slot, column: column)] = middle
        y = middle + FlowMeasure.passing / 2
      }
    }
    return y
  }
}
