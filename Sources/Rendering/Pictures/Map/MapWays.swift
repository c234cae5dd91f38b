import CanonicalJSON
import Changes
import ValueStreams

/// The ways between the steps of a map, and how each is drawn.
struct MapWays {
  private(set) var styles: [FlowSketch.Link: FlowDrawing.WayStyle] = [:]

  init(_ measured: MeasuredMap) {
    let (map, flow, metrics) = (measured.map, measured.flow, measured.metrics)
    let paths = metrics.criticalPath.map { [$0] } ?? metrics.workTypes.values.map(\.criticalPath)
    var successions: Set<[StepID]> = []
    for path in paths {
      for (from, to) in zip(path, path.dropFirst()) { successions.insert([from, to]) }
    }
    for to in map.steps.indices {
      for from in flow.predecessors[to] {
        let (source, target) = (map.steps[from], map.steps[to])
        let isMain = successions.contains([source.id, target.id])
        let isHandoff = source.team != nil && target.team != nil && source.team != target.team
        styles[FlowSketch.Link(from: from, to: to, isMain: isMain)] = FlowDrawing.WayStyle(
          isOnPath: isMain, handoff: isHandoff ? .kept : nil)
      }
    }
  }
}
