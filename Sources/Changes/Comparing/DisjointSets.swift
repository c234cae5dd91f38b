/// Which of `count` things belong together, by union with path halving.
struct DisjointSets {
  fileprivate var parents: [Int]

  init(count: Int) {
    parents = Array(0..<count)
  }

  mutating func representative(of element: Int) -> Int {
    var element = element
    while parents[element] != element {
      parents[element] = parents[parents[element]]
      element = parents[element]
    }
    return element
  }

  /// The smaller representative stands for both, so that the result does not depend on the order of the links.
  mutating func join(_ left: Int, _ right: Int) {
    let left = representative(of: left)
    let right = representative(of: right)
    parents[max(left, right)] = min(left, right)
  }
}

extension DisjointSets {
  /// One more thing, on its own.
  mutating func add() -> Int {
    parents.append(parents.count)
    return parents.count - 1
  }
}
