import CanonicalJSON
import Changes
import ValueStreams

/// The rework loops of both versions: each with what it was, the gone ones as ghosts.
struct ChangeLoops {
  private(set) var sketch: [FlowSketch.Loop] = []
  private(set) var labels: [FlowDrawing.LoopLabel] = []

  init(_ measured: Sides<MeasuredMap>, _ steps: ChangedSteps, _ difference: Difference, layers: Layers) {
    let durations = measured.map { Durations($0.map.calendar) }
    func text(_ rework: Rework, _ durations: Durations) -> String {
      Numbers.percent(rework.percent) + (rework.waitTime.map { " +\(durations.brief(Double($0.seconds)))" } ?? "")
    }
    func add(_ from: Int?, _ to: Int?, _ label: FlowDrawing.LoopLabel) {
      guard let from, let to, layers.layer[to] <= layers.layer[from] else { return }
      sketch.append(FlowSketch.Loop(from: from, to: to, height: label.height))
      labels.append(label)
    }
    func matches(_ loop: Loop, _ rework: Rework) -> Bool {
      loop.rework.from == rework.from && loop.rework.to == rework.to
    }
    for rework in measured.after.map.rework ?? [] {
      let changed = difference.rework.changed.first { matches($0.after, rework) }
      let isNew = difference.rework.new.contains { matches($0, rework) }
      let before = changed.map { text($0.before.rework, durations.before) }
      let now = text(rework, durations.after)
      let label = FlowDrawing.LoopLabel(
        text: isNew ? "new: \(now)" : now, before: before == now ? nil : before, bursts: [],
        status: isNew ? .new : .kept, tooltip: before.map { "Rework: \($0) before, \(now) now" } ?? "Rework: \(now)")
      add(steps.places.after[rework.from], steps.places.after[rework.to], label)
    }
    for loop in difference.rework.gone {
      let was = text(loop.rework, durations.before)
      let label = FlowDrawing.LoopLabel(
        text: was, before: nil, bursts: [], status: .gone, tooltip: "Rework that is gone: \(was)")
      add(steps.places.before[loop.rework.from], steps.places.before[loop.rework.to], label)
    }
  }
}
