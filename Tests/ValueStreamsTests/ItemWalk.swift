import CanonicalJSON
import TestSupport
import ValueStreams

/// Sends single items through a map, drawing for each loop whether it is taken. A step starts when the last of those that it
/// needs is done; a loop does all steps between its ends anew.
struct ItemWalk {
  private let map: ValueStreamMap
  private let flow: Flow
  private let pass: [Double]
  private let leaving: [[(to: Int, chance: Double, delay: Double)]]
  private let between: [[Bool]]

  init(_ map: ValueStreamMap) throws {
    let flow = try Flow(map)
    let steps = map.steps.indices
    var leaving = [[(to: Int, chance: Double, delay: Double)]](repeating: [], count: steps.count)
    for loop in map.rework ?? [] {
      guard let from = flow[loop.from], let to = flow[loop.to] else { continue }
      leaving[from].append((to, loop.percent / 100, Double(loop.waitTime?.seconds ?? 0)))
    }
    let pairs = steps.flatMap { from in steps.map { (from: from, to: $0) } }
    let leads = flow.leads(pairs)
    self.map = map
    self.flow = flow
    self.leaving = leaving
    pass = map.steps.map { Double(($0.waitTime?.seconds ?? 0) + ($0.processTime?.seconds ?? 0)) }
    between = steps.map { from in steps.map { from == $0 || leads[from * steps.count + $0] } }
  }

  /// The lead time of one item.
  func leadTime(using generator: inout SeededGenerator) -> Double {
    finish(Array(flow.order), using: &generator).max() ?? 0
  }

  /// When each of the steps, in order of flow, is done; 0 for others.
  private func finish(_ steps: [Int], using generator: inout SeededGenerator) -> [Double] {
    var ends = [Double](repeating: 0, count: pass.count)
    for step in steps {
      let start = flow.predecessors[step].map { ends[$0] }.max() ?? 0
      ends[step] = start + time(at: step, using: &generator)
    }
    return ends
  }

  private func time(at step: Int, using generator: inout SeededGenerator) -> Double {
    var time = pass[step]
    while let loop = draw(leaving[step], using: &generator) {
      let way = flow.order.filter { between[loop.to][$0] && between[$0][step] && $0 != step }
      time += loop.delay + (finish(way, using: &generator).max() ?? 0) + pass[step]
    }
    return time
  }

  private func draw(
    _ loops: [(to: Int, chance: Double, delay: Double)], using generator: inout SeededGenerator
  ) -> (to: Int, chance: Double, delay: Double)? {
    var drawn = Double.random(in: 0..<1, using: &generator)
    for loop in loops {
      if drawn < loop.chance { return loop }
      drawn -= loop.chance
    }
    return nil
  }
}
