/// How the steps line up: one after the other, or not at all.
enum FlowOrder: Equatable {
  case line([Int])
  /// In the direction of flow, the step listed first leading.
  case circle([Int])
}

extension FlowNeighbours {
  /// Taken as predecessors: lists each step after its predecessors and otherwise as numbered, by a depth-first
  /// walk against the flow with a stack of its own, so that a chain of any length is safe.
  func order() -> FlowOrder {
    enum Mark { case unseen, open, done }
    var marks = [Mark](repeating: .unseen, count: count)
    var order: [Int] = []
    order.reserveCapacity(count)
    var stack: [(step: Int, waiting: ArraySlice<Int>)] = []
    for start in 0..<count where marks[start] == .unseen {
      marks[start] = .open
      stack.append((start, self[start]))
      while let step = stack.last?.step {
        guard let before = stack[stack.count - 1].waiting.popFirst() else {
          marks[step] = .done
          order.append(step)
          stack.removeLast()
          continue
        }
        switch marks[before] {
        case .done: break
        case .unseen:
          marks[before] = .open
          stack.append((before, self[before]))
        case .open:
          let circle = stack.map(\.step).reversed().prefix { $0 != before } + [before]
          return .circle(Self.rotated(Array(circle)))
        }
      }
    }
    return .line(order)
  }

  /// The same circle, beginning with its smallest number.
  private static func rotated(_ circle: [Int]) -> [Int] {
    guard let first = circle.indices.min(by: { circle[$0] < circle[$1] }) else { return circle }
    return Array(circle[first...] + circle[..<first])
  }
}
