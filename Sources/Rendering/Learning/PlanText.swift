package import CanonicalJSON
package import Changes
package import ValueStreams

/// `vsmrepo plan`: the gap between the current and the future state, what is done about it, and what to do next.
package struct PlanText {
  let plan: Plan
  let current: MeasuredMap
  let future: MeasuredMap
  let provenance: Provenance
  let today: Day
  /// By id; also of steps that are gone.
  let stepNames: [StepID: Text]
  let durations: Durations

  package init(
    _ plan: Plan, current: MeasuredMap, future: MeasuredMap, _ provenance: Provenance, stepNames: [StepID: Text],
    today: Day
  ) {
    self.plan = plan
    self.current = current
    self.future = future
    self.provenance = provenance
    self.today = today
    let planned = future.map.steps.map { ($0.id, $0.name) }
    self.stepNames = stepNames.merging(planned) { known, _ in known }
    durations = Durations(current.map.calendar)
  }

  package func render(_ terminal: Terminal) -> String {
    var page = Page(terminal)
    page.wrap(
      "\(visible(provenance.stream ?? ""), .strong) \(provenance.label, .identity), from the current to the future state"
    )
    let (now, then) = (current.metrics.figures.leadTime, future.metrics.figures.leadTime)
    page.wrap(
      "Lead time \(durations.text(now)) → \(durations.text(then))  \(Arrow.of(then - now)) \(durations.signed(then - now))"
    )
    addGaps(to: &page)
    addActions(to: &page)
    page.heading("Next")
    if let next = plan.suggestion {
      let gain = next.size.map { ", worth \(durations.text($0)) of lead time" } ?? ""
      let action = next.actions.first.flatMap { current.map.actions?[$0]?.title.string }
      page.wrap("  \(title(next), .strong)\(gain): the largest open gap that the team controls itself.", indent: 2)
      page.wrap(
        "  " + (action.map { "Its action: \($0)." } ?? "No action targets it yet: add one to current.json."), indent: 2)
    } else {
      page.wrap("  No gap is left that the team controls itself. Ask those who can help with the others.", indent: 2)
    }
    return page.string()
  }

  private func addGaps(to page: inout Page) {
    guard !plan.gaps.isEmpty else { return page.wrap("  Nothing is left to do: both states state the same.") }
    page.heading("Gaps")
    var table = Table([.init("", least: 20), .init("", .right), .init("", rank: 1), .init("", least: 14)])
    for gap in plan.gaps {
      let actions = gap.actions.map(\.string).joined(separator: ", ")
      table.add([
        StyledText("  " + title(gap)),
        StyledText(gap.size.map { durations.signed(-$0) } ?? "", Arrow.role(-(gap.size ?? 0))),
        StyledText(gap.isOwn ? "" : "outside the team", .faint),
        gap.actions.isEmpty ? StyledText("! no action", .warning) : StyledText(actions, .identity),
      ])
    }
    page.add(table.lines(width: page.terminal.width))
  }

  private func addActions(to page: inout Page) {
    guard !plan.progress.isEmpty else { return }
    page.heading("Actions")
    for progress in plan.progress {
      let status = progress.action.status?.rawValue ?? "proposed"
      let due = progress.action.due.map { ", due \(Dates.text($0))" } ?? ""
      let overdue: StyledText = progress.isOverdue ? "  \("! overdue", .warning)" : ""
      page.wrap("  \(progress.action.title, .strong)  \(status)\(due)" + overdue, indent: 4)
      page.wrap(StyledText("    " + account(progress)), indent: 4)
      if let learned = progress.action.learned { page.wrap("    Learned: \(learned)", indent: 4) }
    }
    if !plan.actionsWithoutGap.isEmpty {
      let list = plan.actionsWithoutGap.map { current.map.actions?[$0]?.title.string ?? $0.string }
      page.wrap("  ! \("Actions without a gap:", .warning) \(list.joined(separator: "; "))", indent: 4)
    }
  }

  /// `approval wait 3d → 1d promised, 1d 4h reached: 75 % (since v2)`
  package func account(_ progress: ActionProgress) -> String {
    guard let target = target(progress.action) else { return "no target is stated" }
    let since = progress.since.map { " (since \($0.label))" } ?? ""
    guard let baseline = progress.baseline, let promised = progress.target, let actual = progress.actual else {
      return target + (progress.target == nil ? ": no figure is promised" : ": not measured before and after") + since
    }
    let text = { (value: Double) in self.figure(value, of: progress) }
    let kept = progress.kept.map { ": \(Numbers.percent($0 * 100))" } ?? ""
    return "\(target) \(text(baseline)) → \(text(promised)) promised, \(text(actual)) reached\(kept)\(since)"
  }

  private func figure(_ value: Double, of progress: ActionProgress) -> String {
    switch progress.figure {
    case .waitTime, .processTime: durations.text(value)
    case .percentCompleteAccurate, .percent: Numbers.percent(value)
    case nil: value == 0 ? "gone" : "there"
    }
  }

  private func target(_ action: Action) -> String? {
    switch action.target {
    case .step(let step): "\(name(step)), \(Self.word(action.figure ?? .waitTime))"
    case .handoff(let from, let to): "handoff \(name(from)) → \(name(to)):"
    case .rework(let from, let to):
      "loop \(name(from)) ↺ \(name(to)), \(Self.word(action.figure ?? .percent))"
    case nil: nil
    }
  }

  private static func word(_ figure: Action.Figure) -> String {
    switch figure {
    case .waitTime: "wait"
    case .processTime: "work"
    case .percentCompleteAccurate: "%C&A"
    case .percent: "percent going back"
    }
  }

  private func name(_ id: StepID) -> Text { stepNames[id] ?? id }

  package func title(_ gap: Plan.Gap) -> String {
    switch gap.subject {
    case .line(let line) where line.kind == .path: "another branch is the longest"
    case .line(let line):
      (line.steps.before.isEmpty ? line.steps.after : line.steps.before).map { name($0).string }
        .joined(separator: ", ") + (line.steps.before.isEmpty ? " (new)" : "")
        + (line.workType.map { " (\($0))" } ?? "")
    case .handoff(let handoff): "handoff \(name(handoff.from)) → \(name(handoff.to)) goes"
    case .loop(let before, let after):
      "loop \(name(before.rework.from)) ↺ \(name(before.rework.to)) "
        + (after == nil ? "goes" : "costs less")
    }
  }
}
