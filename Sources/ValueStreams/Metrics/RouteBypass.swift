extension Flow {
  /// The predecessors of every taken step when the others are bypassed: u hands to v directly, or over steps
  /// that are all left out, unless some way from u to v goes through a taken step in between.
  ///
  /// One pass carries along, for each step left out, the taken steps from which it is reached; along a chain that
  /// list is shared, not copied. `budget` is what may still be gathered, for all work types together.
  ///
  /// - Throws: ``FlowError/tooLarge`` when the budget is used up.
  func bypassing(_ isTaken: [Bool], budget: inout Int) throws(FlowError) -> [[Int]] {
    var direct = [[Int]](repeating: [], count: ids.count)
    var entrances = [[Int]](repeating: [], count: ids.count)
    var joining: [Int] = []
    for step in order {
      let (taken, left) = (
        predecessors[step].filter { isTaken[$0] }, predecessors[step].filter { !isTaken[$0] }
      )
      let reaching = Self.union(left.map { entrances[$0] } + (isTaken[step] ? [] : [taken]))
      if isTaken[step] {
        direct[step] = taken
        entrances[step] = reaching.filter { !taken.contains($0) }
        if !entrances[step].isEmpty, taken.count + entrances[step].count > 1 { joining.append(step) }
      } else {
        entrances[step] = reaching
      }
      if left.count > 1 || !taken.isEmpty { budget -= reaching.count }
      guard budget >= 0 else { throw .tooLarge }
    }
    for start in stride(from: 0, to: joining.count, by: UInt64.bitWidth) {
      let batch = joining[start..<min(start + UInt64.bitWidth, joining.count)]
      let masks = leading(to: batch.map { direct[$0] + entrances[$0] })
      for (bit, step) in batch.enumerated() {
        entrances[step].removeAll { masks[$0] & (1 << UInt64(bit)) != 0 }
      }
    }
    return zip(direct, entrances).map { $0.isEmpty ? $1 : $0 + $1 }
  }

  /// The members of all lists, each once; a single list is passed on as it is.
  private static func union(_ lists: [[Int]]) -> [Int] {
    let filled = lists.filter { !$0.isEmpty }
    guard filled.count > 1 else { return filled.first ?? [] }
    return Set(filled.joined()).sorted()
  }
}
