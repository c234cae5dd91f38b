import CanonicalJSON
import ValueStreams

/// The stream from top to bottom: branches, handoffs, loops, and how long work waits and is worked on at each step.
struct StepPicture {
  private let map: ValueStreamMap
  private let flow: Flow
  private let metrics: Metrics
  private let names: Names
  private let durations: Durations

  init(_ map: ValueStreamMap, _ flow: Flow, _ metrics: Metrics) {
    self.map = map
    self.flow = flow
    self.metrics = metrics
    names = Names(map)
    durations = Durations(map.calendar)
  }

  func add(to page: inout Page) {
    let loops = LoopWords.bySource(map, metrics)
    let longest = metrics.steps.map { $0.waitTime + $0.processTime }.max() ?? 0
    let marked = Set(metrics.steps.indices.filter { metrics.steps[$0].onCriticalPath })
    let graph = FlowGraph(flow, marked: marked)
    let barWidth = min(40, max(0, (page.terminal.width - 72) * 2 / 3 + 8))
    var table = Table([
      .init(""), .init("step", least: 16), .init("team", least: 9), .init("waits", .right), .init("worked on", .right),
      .init("%C&A", .right), .init("visits", .right, rank: 2), .init("waiting ░, work █", rank: 1),
    ])
    for row in graph?.rows ?? flow.order.map({ FlowGraph.Row(step: $0, drawing: "●", below: "") }) {
      guard let index = row.step else {
        table.add([StyledText(row.drawing)])
        continue
      }
      let (step, figure) = (map.steps[index], metrics.steps[index])
      let before = flow.predecessors[index].map { map.steps[$0] }
      table.add([
        StyledText(row.drawing), StyledText(step.name, .strong), team(of: step, after: before), wait(step, figure),
        work(step, figure), accuracy(step),
        figure.visits == 1 ? "" : StyledText(Numbers.decimal(figure.visits, places: 2)),
        StyledText(Bars.timeline(wait: figure.waitTime, work: figure.processTime, of: longest, width: barWidth)),
      ])
      if graph == nil, !before.isEmpty {
        table.note("   after \(before.map(\.name.string).joined(separator: ", "))")
      }
      for loop in loops[step.id] ?? [] {
        table.note(StyledText(row.below).padded(to: 3) + StyledText("↺ " + loop.sentence))
      }
    }
    page.add(table.lines(width: page.terminal.width))
    page.wrap(legend(isGraph: graph != nil).inRole(.faint), indent: 0)
  }

  /// With an arrow where work comes from another team.
  private func team(of step: Step, after before: [Step]) -> StyledText {
    guard let team = step.team else { return "" }
    let isHandoff = before.contains { $0.team != nil && $0.team != team }
    return "\(isHandoff ? "→ " : "  ", .warning)\(names.team(team))"
  }

  private func wait(_ step: Step, _ figure: StepFigures) -> StyledText {
    let queue = step.queue.map { "(\(Numbers.count($0))) " } ?? ""
    guard step.waitTime != nil || figure.waitTime > 0 else {
      return StyledText(queue + "?", .faint)
    }
    return StyledText(queue, .faint) + mark(step, step.waitTime == nil ? "queue" : "waitTime")
      + StyledText(durations.text(figure.waitTime))
  }

  private func work(_ step: Step, _ figure: StepFigures) -> StyledText {
    guard step.processTime != nil || figure.processTime > 0 else { return StyledText("?", .faint) }
    return mark(step, "processTime") + StyledText(durations.text(figure.processTime))
  }

  private func accuracy(_ step: Step) -> StyledText {
    guard let percent = step.percentCompleteAccurate else { return StyledText("?", .faint) }
    return mark(step, "percentCompleteAccurate") + StyledText(Numbers.percent(percent))
  }

  private func mark(_ step: Step, _ figure: Text) -> StyledText {
    step.basis?[figure] == .guess ? "~" : ""
  }

  private func legend(isGraph: Bool) -> StyledText {
    var parts: [StyledText] = []
    if isGraph, metrics.steps.contains(where: { !$0.onCriticalPath }) {
      parts.append("● on the longest branch, ○ beside it")
    }
    if metrics.figures.handoffs > 0 { parts.append("→ handoff") }
    if map.steps.contains(where: { step in
      ["waitTime", "queue", "processTime", "percentCompleteAccurate"].contains { step.basis?[$0] == .guess }
    }) {
      parts.append("~ a guess")
    }
    if map.steps.contains(where: { $0.queue != nil }) { parts.append("(n) items in the queue") }
    let isPartial =
      [metrics.figures.stepsWithWait, metrics.figures.stepsWithProcess, metrics.figures.stepsWithAccuracy].min() ?? 0
      < map.steps.count
    if isPartial { parts.append("? not stated") }
    guard let first = parts.first else { return "" }
    return parts.dropFirst().reduce(first) { "\($0) · \($1)" }
  }
}
