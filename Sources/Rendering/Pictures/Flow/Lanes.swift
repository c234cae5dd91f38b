/// What stands in each column, from top to bottom.
struct Lanes {
  enum Slot: Hashable {
    case step(Int)
    /// Work that left the step and passes this column on its way to a later one.
    case passing(Int)

    /// The step that it is or whose work it is.
    var step: Int {
      switch self {
      case .step(let index), .passing(let index): index
      }
    }
  }

  private(set) var columns: [[Slot]]
  let layers: Layers
  /// By step: where its work goes.
  let targets: [[Int]]
  /// By step: the farthest column its work goes to, or its own.
  private let reach: [Int]
  private let main: Set<Slot>

  init(_ flow: FlowSketch) {
    let layers = Layers(flow)
    var targets = [[Int]](repeating: [], count: flow.nodes.count)
    for link in flow.links { targets[link.from].append(link.to) }
    let reach = flow.nodes.indices.map { step in targets[step].map { layers.layer[$0] }.max() ?? layers.layer[step] }
    var columns = [[Slot]](repeating: [], count: layers.count)
    for step in flow.nodes.indices {
      columns[layers.layer[step]].append(.step(step))
      for column in layers.layer[step]..<reach[step] where column > layers.layer[step] {
        columns[column].append(.passing(step))
      }
    }
    var main: Set<Slot> = []
    var mainReach = [Int](repeating: -1, count: flow.nodes.count)
    for link in flow.links where link.isMain {
      main.formUnion([.step(link.from), .step(link.to)])
      mainReach[link.from] = max(mainReach[link.from], layers.layer[link.to])
    }
    (self.layers, self.targets, self.reach, self.main, self.columns) = (layers, targets, reach, main, columns)
    settle(mainReach)
  }

  /// The slots that the work in `slot` of `column` comes to in the next column.
  func next(_ slot: Slot, column: Int) -> [Slot] {
    var result = targets[slot.step].filter { layers.layer[$0] == column + 1 }.map(Slot.step)
    if reach[slot.step] > column + 1 { result.append(.passing(slot.step)) }
    return result
  }

  /// The steps that the work in `slot` of `column` still comes to.
  func carried(_ slot: Slot, column: Int) -> [Int] {
    targets[slot.step].filter { layers.layer[$0] > column }
  }

  /// Puts the main branch on top and the rest near what it is joined to: a few sweeps of barycenters, forth and
  /// back, as Sugiyama, Tagawa and Toda (1981) lay out layered graphs.
  private mutating func settle(_ mainReach: [Int]) {
    func isMain(_ slot: Slot, _ column: Int) -> Bool {
      switch slot {
      case .step: main.contains(slot)
      case .passing(let step): mainReach[step] > column
      }
    }
    var forward = [[Slot: [Slot]]](repeating: [:], count: columns.count)
    var backward = forward
    for column in columns.indices.dropLast() {
      for slot in columns[column] {
        let next = next(slot, column: column)
        forward[column][slot] = next
        for target in next { backward[column + 1][target, default: []].append(slot) }
      }
    }
    func sort(_ column: Int, by neighbours: [Slot: [Slot]], in other: [Slot]) {
      let place = Dictionary(uniqueKeysWithValues: other.enumerated().map { ($1, Double($0)) })
      let keyed = columns[column].enumerated().map { offset, slot in
        let near = (neighbours[slot] ?? []).compactMap { place[$0] }
        let center = near.isEmpty ? Double(offset) : near.reduce(0, +) / Double(near.count)
        return (slot: slot, rank: isMain(slot, column) ? 0 : 1, center: center, offset: offset)
      }
      columns[column] = keyed.sorted { ($0.rank, $0.center, $0.offset) < ($1.rank, $1.center, $1.offset) }.map(\.slot)
    }
    for _ in 0..<3 {
      for column in columns.indices {
        sort(column, by: backward[column], in: column > 0 ? columns[column - 1] : [])
      }
      for column in columns.indices.reversed().dropFirst() {
        sort(column, by: forward[column], in: columns[column + 1])
      }
    }
  }
}
