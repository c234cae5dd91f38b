import ValueStreams

/// The flow as rows of characters: one lane a branch, lines that part where work splits and join where it meets again.
///
///     ●    Campaign request
///     ├─╮
///     ● │  Write copy
///     │ ●  Design
///     ├─╯
///     ●    Legal approval
struct FlowGraph {
  struct Row {
    /// Nil for a row that only splits or joins lanes.
    var step: Int?
    var drawing: String
    /// The lanes that go on below the row, for lines of text in between.
    var below: String
  }

  /// More lanes than this are no picture any more.
  static let widest = 12

  private(set) var rows: [Row] = []

  /// Targets that a lane still has to reach; nil is a free place.
  private var lanes: [[Int]?] = []

  /// A full dot for each step in `marked`. Nil when the flow is wider than ``widest``.
  init?(_ flow: Flow, marked: Set<Int>) {
    for step in flow.order {
      joinLanes(before: step)
      guard lanes.count < FlowGraph.widest else { return nil }
      let lane = lanes.firstIndex { $0 == [step] } ?? freeLane(from: 0)
      lanes[lane] = [step]
      let drawing = row { $0 == lane ? (marked.contains(step) ? "●" : "○") : lanes[$0] == nil ? " " : "│" }
      let successors = Array(flow.successors[step])
      lanes[lane] = successors.isEmpty ? nil : successors
      while let last = lanes.last, last == nil { lanes.removeLast() }
      rows.append(Row(step: step, drawing: drawing, below: row { lanes[$0] == nil ? " " : "│" }))
    }
  }

  /// Brings every line that leads to `step` together in one lane. Lanes with the same several targets join first, so that
  /// three approvals before three builds are drawn as one knot and not as nine lines.
  private mutating func joinLanes(before step: Int) {
    func leading() -> [Int] { lanes.indices.filter { lanes[$0]?.contains(step) == true } }
    for lane in leading() {
      guard let targets = lanes[lane] else { continue }
      join(lanes.indices.filter { lanes[$0] == targets }, targets: targets)
    }
    for lane in leading() where lanes.count < FlowGraph.widest {
      if let targets = lanes[lane], targets.count > 1 { split(lane, targets) }
    }
    join(leading(), targets: [step])
  }

  private mutating func join(_ joining: [Int], targets: [Int]) {
    guard joining.count > 1, let first = joining.first, let last = joining.last else { return }
    addConnector(from: first, to: last, ends: Set(joining), inner: "┴", outer: "╯")
    for lane in joining { lanes[lane] = nil }
    lanes[first] = targets
  }

  private mutating func split(_ lane: Int, _ targets: [Int]) {
    lanes[lane] = [targets[0]]
    var ends: [Int] = []
    for target in targets.dropFirst() {
      let place = freeLane(from: lane + 1)
      lanes[place] = [target]
      ends.append(place)
    }
    addConnector(from: lane, to: ends.max() ?? lane, ends: Set(ends), inner: "┬", outer: "╮")
  }

  private mutating func addConnector(from first: Int, to last: Int, ends: Set<Int>, inner: String, outer: String) {
    var drawing = ""
    for lane in lanes.indices {
      let isInside = lane > first && lane <= last
      let mark: String
      if lane == first {
        mark = "├"
      } else if isInside, ends.contains(lane) {
        mark = lane == last ? outer : inner
      } else if isInside {
        mark = lanes[lane] == nil ? "─" : "┼"
      } else {
        mark = lanes[lane] == nil ? " " : "│"
      }
      drawing += mark + (lane >= first && lane < last ? "─" : " ")
    }
    rows.append(Row(step: nil, drawing: drawing, below: ""))
  }

  private mutating func freeLane(from start: Int) -> Int {
    if let free = lanes.indices.first(where: { $0 >= start && lanes[$0] == nil }) { return free }
    lanes.append([])
    return lanes.count - 1
  }

  private func row(_ mark: (Int) -> String) -> String {
    lanes.indices.map { mark($0) + " " }.joined()
  }
}
