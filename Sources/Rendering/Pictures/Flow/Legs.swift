/// Where loops touch the boxes: they leave from the right of the top edge and come back to the left of it.
struct Legs {
  private var outgoing: [Int: [Int]] = [:]
  private var incoming: [Int: [Int]] = [:]
  private let loops: [FlowSketch.Loop]

  init(_ loops: [FlowSketch.Loop]) {
    self.loops = loops
    for (index, loop) in loops.enumerated() {
      outgoing[loop.from, default: []].append(index)
      incoming[loop.to, default: []].append(index)
    }
  }

  func count(at step: Int) -> Int {
    (outgoing[step]?.count ?? 0) + (incoming[step]?.count ?? 0)
  }

  /// How far from the box's left edge.
  func leaving(_ loop: Int) -> Double {
    FlowMeasure.boxWidth - 16 - offset(loop, among: outgoing[loops[loop].from] ?? [])
  }

  func entering(_ loop: Int) -> Double {
    16 + offset(loop, among: incoming[loops[loop].to] ?? [])
  }

  /// Its place among all loops that touch the step, for those that go around what stands above.
  func rank(_ loop: Int, at step: Int, isLeaving: Bool) -> Int {
    let out = outgoing[step] ?? []
    return isLeaving
      ? out.firstIndex(of: loop) ?? 0 : out.count + ((incoming[step] ?? []).firstIndex(of: loop) ?? 0)
  }

  private func offset(_ loop: Int, among siblings: [Int]) -> Double {
    let pitch = min(10, (FlowMeasure.boxWidth / 2 - 22) / Double(max(1, siblings.count)))
    return Double(siblings.firstIndex(of: loop) ?? 0) * pitch
  }
}
