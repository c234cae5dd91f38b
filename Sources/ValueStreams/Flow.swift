/// Who hands work to whom, with the default of `after` filled in. Steps are named by their index in the map.
///
/// A class only so that it is handed on as one reference; nothing in it ever changes.
package final class Flow: Sendable {
  package let ids: [StepID]
  /// By step, in the order of its `after`.
  package let predecessors: FlowNeighbours
  /// By step, in the order of the map.
  package let successors: FlowNeighbours
  /// All steps, each after every step that hands work to it; a map listed in that order keeps its order.
  package let order: [Int]
  /// The place of each step in ``order``.
  package let rank: [Int]
  private let indices: [StepID: Int]

  /// O(n + e) for n steps joined by e successions.
  ///
  /// - Throws: ``FlowError/unknownStep(_:)`` or ``FlowError/cycle(_:)`` for an `after` that leads nowhere or in a circle.
  package convenience init(_ map: ValueStreamMap) throws(FlowError) {
    try self.init(map, indices: [StepID: Int](zip(map.steps.lazy.map(\.id), map.steps.indices)) { first, _ in first })
  }

  /// The same where it is known already which step stands where.
  init(_ map: ValueStreamMap, indices: [StepID: Int]) throws(FlowError) {
    let ids = map.steps.indices.map { map.steps[$0].id }
    var predecessors = FlowNeighbours()
    for index in ids.indices {
      if let after = map.steps[index].after {
        for id in after {
          guard let before = indices[id] else { throw .unknownStep(id) }
          predecessors.append(before)
        }
      } else if index > 0 {
        predecessors.append(index - 1)
      }
      predecessors.endRow()
    }
    let order: [Int]
    switch predecessors.order() {
    case .line(let found): order = found
    case .circle(let steps): throw .cycle(steps.map { ids[$0] })
    }
    var rank = [Int](repeating: 0, count: ids.count)
    for (place, step) in order.enumerated() { rank[step] = place }
    self.ids = ids
    self.indices = indices
    self.predecessors = predecessors
    self.successors = predecessors.transposed
    self.order = order
    self.rank = rank
  }

  /// The index of the step in the map.
  package subscript(id: StepID) -> Int? { indices[id] }

  /// The same for a step that most likely stands at `place` or soon after: looking there costs a tenth of a look-up.
  package func index(of id: StepID, near place: Int) -> Int? {
    let first = min(max(0, place), ids.count)
    for candidate in first..<min(first + 4, ids.count) where ids[candidate] == id { return candidate }
    return indices[id]
  }
}
