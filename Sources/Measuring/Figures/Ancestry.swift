import ValueStreams

/// Which steps come before which, directly or through others.
struct Ancestry {
  /// By step, a bit for each step before it.
  private var before: [[UInt64]]

  init(_ flow: Flow) {
    let words = (flow.ids.count + 63) / 64
    before = Array(repeating: [UInt64](repeating: 0, count: words), count: flow.ids.count)
    for step in flow.order {
      for predecessor in flow.predecessors[step] {
        for word in 0..<words { before[step][word] |= before[predecessor][word] }
        before[step][predecessor / 64] |= 1 << UInt64(predecessor % 64)
      }
    }
  }

  /// Whether a way leads from one step to another; none leads from a step to itself.
  func leads(from earlier: Int, to later: Int) -> Bool {
    before[later][earlier / 64] & (1 << UInt64(earlier % 64)) != 0
  }
}
