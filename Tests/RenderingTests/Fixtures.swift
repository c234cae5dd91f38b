import CanonicalJSON
import ValueStreams

@testable import Changes

/// A content stream before and after three review cycles, as a difference written by hand.
enum Fixture {
  static let day = 8.0 * 3600
  static let hour = 3600.0

  static let names: [StepID: Text] = [
    "idea": "Idea", "copy": "Write copy", "edit": "Edit", "design": "Design", "legal": "Legal approval",
    "brand": "Brand approval", "web": "Build page", "promote": "Promote",
  ]

  static var difference: Difference {
    var metrics = Metric.allCases.map { MetricChange($0, before: 1, after: 1) }
    func set(_ metric: Metric, _ before: Double?, _ after: Double?) {
      metrics[Metric.allCases.firstIndex(of: metric) ?? 0] = MetricChange(metric, before: before, after: after)
    }
    set(.leadTime, 23 * day + 4 * hour, 19 * day + 2 * hour)
    set(.waitTime, 18 * day, 13 * day + 2 * hour)
    set(.processTime, 4 * day, 5 * day + 4 * hour)
    set(.reworkTime, day + 4 * hour, 4 * hour)
    set(.activityRatio, 0.17, 0.288)
    set(.rolledPercentCompleteAccurate, 31.5, 42)
    set(.handoffs, 8, 6)
    set(.outsideTime, 9 * day, 5 * day)
    set(.workInProgress, nil, 23.2)
    var difference = Difference(
      from: Provenance(stream: "content", version: 3, commit: "a1", date: "2026-07-31T10:00:00+02:00", label: "v3"),
      to: Provenance(stream: "content", version: 5, commit: "b2", date: "2026-09-30T10:00:00+02:00", label: "v5"),
      calendars: Sides(before: nil, after: nil), names: Sides(before: names, after: names), metrics: metrics)
    difference.bridge = Bridge(lines: [
      line("legal", wait: -3 * day, process: 4 * hour), line("copy", rework: -day),
      BridgeLine(
        kind: .group, steps: Sides(before: ["brand"], after: []), wait: -day - 2 * hour, process: -4 * hour, rework: 0),
      line("design", process: day + 4 * hour), line("web", wait: -4 * hour),
    ])
    difference.waits = [
      WaitChange(
        kind: .shrank, steps: both("legal"), workType: nil, seconds: Sides(before: 5 * day, after: 2 * day),
        counts: Sides(before: 1, after: 1)),
      WaitChange(
        kind: .vanished, steps: Sides(before: ["brand"], after: []), workType: nil,
        seconds: Sides(before: day + 2 * hour, after: 0), counts: Sides(before: 1, after: 0)),
      WaitChange(
        kind: .shrank, steps: both("web"), workType: nil, seconds: Sides(before: day, after: 4 * hour),
        counts: Sides(before: 1, after: 1)),
    ]
    difference.handoffs.gone = [
      Handoff(from: "legal", to: "brand", fromTeam: "legal", toTeam: "brand"),
      Handoff(from: "brand", to: "web", fromTeam: "brand", toTeam: "web"),
    ]
    difference.handoffs.changed = [
      Sides(
        before: Handoff(from: "edit", to: "design", fromTeam: "growth", toTeam: "studio"),
        after: Handoff(from: "edit", to: "design", fromTeam: "growth", toTeam: "agency"))
    ]
    difference.handoffs.kept = 5
    difference.rework.changed = [
      Sides(
        before: Loop(rework: Rework(from: "edit", to: "copy", percent: 40), cost: day + 4 * hour),
        after: Loop(rework: Rework(from: "edit", to: "copy", percent: 15), cost: 4 * hour))
    ]
    var legal = StepChange(kind: .changed, steps: both("legal"))
    legal.fields = [
      FieldChange(field: "basis", before: "guess", after: "measured"),
      FieldChange(field: "processTime", before: "4h", after: "1d"),
      FieldChange(field: "waitTime", before: "5d", after: "2d"),
    ]
    difference.steps = [legal, StepChange(kind: .removed, steps: Sides(before: ["brand"], after: []))]
    difference.flow.gone = [Succession(from: "legal", to: "brand"), Succession(from: "brand", to: "web")]
    difference.flow.new = [Succession(from: "legal", to: "web")]
    difference.map = [
      MapChange(path: ["demand", "items"], before: 6, after: 8),
      MapChange(path: ["glossary", "CTR"], before: nil, after: "Click-through rate"),
    ]
    difference.warnings = [
      .basis(steps: both("legal"), figure: "waitTime", kinds: Sides(before: .guess, after: .measured))
    ]
    difference.corrections = Corrections(leadTime: -4 * hour, versions: [4])
    difference.edits = [Edit(path: [.key("demand"), .key("items")], before: 6, after: 8)]
    return difference
  }

  static func both(_ id: StepID) -> Sides<[StepID]> { Sides(before: [id], after: [id]) }

  static func line(_ id: StepID, wait: Double = 0, process: Double = 0, rework: Double = 0) -> BridgeLine {
    BridgeLine(kind: .group, steps: both(id), wait: wait, process: process, rework: rework)
  }
}
