/// The columns of the flow: each step one column right of the last step that hands work to it.
struct Layers {
  /// By step.
  let layer: [Int]
  let count: Int

  init(_ flow: FlowSketch) {
    var layer = [Int](repeating: 0, count: flow.nodes.count)
    var open = [Int](repeating: 0, count: flow.nodes.count)
    var next = [[Int]](repeating: [], count: flow.nodes.count)
    for link in flow.links {
      open[link.to] += 1
      next[link.from].append(link.to)
    }
    var ready = flow.nodes.indices.filter { open[$0] == 0 }
    var done = 0
    while done < ready.count {
      let step = ready[done]
      done += 1
      for target in next[step] {
        layer[target] = max(layer[target], layer[step] + 1)
        open[target] -= 1
        if open[target] == 0 { ready.append(target) }
      }
    }
    self.layer = layer
    count = (layer.max() ?? -1) + 1
  }
}
