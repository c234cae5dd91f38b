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
    if isAscending { return .line(Array(0..<count)) }
    enum Mark { case unseen, open, done }
    var marks = [Mark](repeating: .unseen, count: count)
    var order: [Int] = []
    order.reserveCapacity(count)
    var stack: [(step: Int, next: Int)] = []
    for start in 0..<count where marks[start] == .unseen {
      marks[start] = .open
      stack.append((start, self[start].startIndex))
      while let (step, next) = stack.last {
        guard next < self[step].endIndex else {
          marks[step] = .done
          order.append(step)
          stack.removeLast()
          continue
        }
        stack[stack.count - 1].next += 1
        let before = self[step][next]
        switch marks[before] {
        case .done: break
        case .unseen:
          marks[before] = .open
          stack.append((before, self[before].startIndex))
        case .open:
          let circle = stack.map(\.step).reversed().prefix { $0 != before } + [before]
          return .circle(Self.rotated(Array(circle)))
        }
      }
    }
    return .line(order)
  }

  /// Whether every predecessor has a smaller number, as in most maps.
  private var isAscending: Bool {
    (0..<count).allSatisfy { step in self[step].allSatisfy { $0 < step } }
  }

  /// The same circle, beginning with its smallest number.
  private static func rotated(_ circle: [Int]) -> [Int] {
    guard let first = circle.indices.min(by: { circle[$0] < circle[$1] }) else { return circle }
    return Array(circle[first...] + circle[..<first])
  }
}
