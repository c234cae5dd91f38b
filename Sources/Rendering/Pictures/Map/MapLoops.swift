import CanonicalJSON
import ValueStreams

/// The rework loops of a map with what stands on them.
struct MapLoops {
  let sketch: [FlowSketch.Loop]
  let labels: [FlowDrawing.LoopLabel]

  init(_ map: ValueStreamMap, _ metrics: Metrics, actions: NumberedActions) {
    let durations = Durations(map.calendar)
    let names = Names(map)
    let places = Dictionary(map.steps.enumerated().map { ($1.id, $0) }) { first, _ in first }
    var sketch: [FlowSketch.Loop] = []
    var labels: [FlowDrawing.LoopLabel] = []
    for (index, loop) in (map.rework ?? []).enumerated() {
      guard let from = places[loop.from], let to = places[loop.to] else { continue }
      let wait = loop.waitTime.map { " +\(durations.brief(Double($0.seconds)))" } ?? ""
      let cost = metrics.rework.first { $0.from == loop.from && $0.to == loop.to }?.cost
      let label = FlowDrawing.LoopLabel(
        text: Numbers.percent(loop.percent) + wait, before: nil, bursts: actions[.loop(index)], status: .kept,
        tooltip: LegibleText.line(
          "\(Numbers.percent(loop.percent)) of the work goes back from \(names.step(loop.from)) to "
            + "\(names.step(loop.to))" + (cost.map { ": \(durations.text($0)) of the lead time" } ?? "")))
      sketch.append(FlowSketch.Loop(from: from, to: to, height: label.height))
      labels.append(label)
    }
    (self.sketch, self.labels) = (sketch, labels)
  }
}
