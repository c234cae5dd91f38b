import Archives
import CanonicalJSON
import Changes
import Rendering
import Reports
import ValueStreams

extension Pages {
  /// From the current to the future state of one version: gaps, promises, what has been reached.
  func planView(_ version: Version) throws(BrowsingError) -> View {
    let (stream, number) = (version.stream, version.number)
    let address = PageAddress.plan(stream, number)
    let links = links(at: address)
    let made = try plan(of: version)
    let (plan, text, current, future) = (made.plan, made.text, made.current, made.future)
    let durations = Durations(current.map.calendar)
    let difference = try difference(Sides(before: current, after: future))
    func titles(_ ids: [ActionID]) -> String {
      ids.map { (current.map.actions?[$0]?.title ?? $0).string }.joined(separator: ", ")
    }
    let gaps: [Filling] = plan.gaps.map { gap in
      [
        "title": .text(text.title(gap)), "change": gap.size.map { .change(-$0, durations.signed(-$0)) } ?? .absent,
        "actions": .text(gap.actions.isEmpty ? nil : titles(gap.actions)), "isOutside": .flag(!gap.isOwn),
      ]
    }
    let progress: [Filling] = plan.progress.map { progress in
      [
        "title": .text(progress.action.title), "status": .text(progress.action.status?.rawValue ?? "proposed"),
        "owner": .text(progress.action.owner), "due": .text(progress.action.due.map { Dates.text($0) }),
        "isOverdue": .flag(progress.isOverdue), "account": .text(text.account(progress)),
        "kept": .text(progress.kept.map { Numbers.percent($0 * 100) }),
        "meter": .text(progress.kept.map { String(Int((min(max($0, 0), 1) * 100).rounded())) }),
        "hypothesis": .text(progress.action.hypothesis), "learned": .text(progress.action.learned),
      ]
    }
    let currentHref = links.to(.version(stream, number, .current))
    let futureHref = links.to(.version(stream, number, .future))
    return View(
      template: "plan", title: "\(stream) \(version.name): plan",
      crumbs: [
        ("Streams", .archive), (stream, .stream(stream)), (version.name, .version(stream, number, .current)),
      ],
      filling: [
        "title": .text(current.map.title), "version": .link(version.name, currentHref),
        "headline": .text(difference.headlineText),
        "picture": .markup(
          ChangePicture.make(Sides(before: current.measured, after: future.measured), difference).svg(.embedded)),
        "now": .link(durations.text(current.measured.metrics.figures.leadTime), currentHref),
        "then": .link(durations.text(future.measured.metrics.figures.leadTime), futureHref),
        "gaps": .rows(gaps), "progress": .rows(progress),
        "idle": .rows(plan.actionsWithoutGap.map { .text(current.map.actions?[$0]?.title ?? $0) }),
        "suggestion": plan.suggestion.map { gap in
          [
            "title": .text(text.title(gap)), "gain": .text(gap.size.map { durations.text($0) }),
            "action": .text(gap.actions.isEmpty ? nil : titles(gap.actions)),
          ]
        } ?? .absent,
      ])
  }

  /// The plan as it stood with a version; that of the latest as of today.
  func plan(
    of version: Version
  ) throws(BrowsingError) -> (plan: Plan, text: PlanText, current: NamedMap, future: NamedMap) {
    let (current, future) = (try map(version), try map(version, .future))
    let isLatest = try marks(of: version.stream).last?.number == version.number
    let today = isLatest ? today : Day(version.author.day) ?? today
    let past = try past(of: version.stream, upTo: version.number)
    let plan = Plan(current: current.measured, future: future.measured, history: past, today: today)
    let text = PlanText(
      plan, current: current.measured, future: future.measured, current.provenance, stepNames: past.stepNames,
      today: today)
    return (plan, text, current, future)
  }
}
