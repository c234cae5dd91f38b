/// For each of n steps the steps it is joined to, packed into two arrays so that 10,000 steps cost two allocations.
package struct FlowNeighbours: Equatable, Sendable {
  /// Row `i` is `members[bounds[i]..<bounds[i + 1]]`.
  private var bounds: [Int] = [0]
  private var members: [Int] = []

  package init() {}

  package var count: Int { bounds.count - 1 }

  /// How many joins there are in all rows together.
  package var joins: Int { members.count }

  package subscript(step: Int) -> ArraySlice<Int> { members[bounds[step]..<bounds[step + 1]] }

  /// The same without a slice to hold on to, for loops that run a million times.
  func forEach(of step: Int, _ body: (Int) -> Void) {
    for index in bounds[step]..<bounds[step + 1] { body(members[index]) }
  }

  /// Adds one to the row that ``endRow()`` will close.
  mutating func append(_ member: Int) {
    members.append(member)
  }

  mutating func endRow() {
    bounds.append(members.count)
  }

  /// The same joins seen from the other end; each row ascends.
  var transposed: FlowNeighbours {
    var result = FlowNeighbours()
    result.bounds = [Int](repeating: 0, count: bounds.count)
    for member in members { result.bounds[member + 1] += 1 }
    for step in 0..<count { result.bounds[step + 1] += result.bounds[step] }
    result.members = [Int](repeating: 0, count: members.count)
    var next = result.bounds
    for step in 0..<count {
      for member in self[step] {
        result.members[next[member]] = step
        next[member] += 1
      }
    }
    return result
  }
}
