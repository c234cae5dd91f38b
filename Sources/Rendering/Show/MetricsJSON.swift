package import CanonicalJSON
package import ValueStreams

/// `vsm-metrics/1`: every figure of a map for other programs, as `schema/metrics.schema.json` describes it.
package struct MetricsJSON {
  private let title: Text
  private let metrics: Metrics
  private let provenance: Provenance

  package init(_ map: ValueStreamMap, _ metrics: Metrics, _ provenance: Provenance) {
    title = map.title
    self.metrics = metrics
    self.provenance = provenance
  }

  package var json: JSON {
    .object(
      provenance.members + [
        ("format", "vsm-metrics/1"), ("title", .string(title)),
        ("metrics", .object(Self.members(metrics.figures) + [("constraint", constraint)])),
        ("criticalPath", metrics.criticalPath.map { .list($0) } ?? .null),
        ("steps", .array(metrics.steps.map(Self.step))),
        ("rework", .array(metrics.rework.map(Self.loop))), ("teams", .object(metrics.teams.mapValues(Self.team))),
        ("workTypes", .object(metrics.workTypes.mapValues(Self.workType))),
      ])
  }

  private static func members(_ figures: Figures) -> [(key: Text, value: JSON)] {
    Metric.allCases.map { (Text($0.rawValue), .value(figures[$0])) }
  }

  private var constraint: JSON {
    guard let constraint = metrics.constraint else { return .null }
    return [
      "step": .string(constraint.step), "team": .value(constraint.team), "by": .value(constraint.by.rawValue),
      "value": .number(constraint.value),
    ]
  }

  private static func step(_ step: StepFigures) -> JSON {
    [
      "id": .string(step.id), "visits": .number(step.visits), "waitTime": .number(step.waitTime),
      "processTime": .number(step.processTime), "expectedTime": .number(step.expectedTime),
      "onCriticalPath": .bool(step.onCriticalPath),
    ]
  }

  private static func loop(_ loop: LoopFigures) -> JSON {
    ["from": .string(loop.from), "to": .string(loop.to), "cost": .number(loop.cost)]
  }

  private static func team(_ team: TeamFigures) -> JSON {
    [
      "steps": .value(team.steps), "outside": .bool(team.outside), "effort": .number(team.effort),
      "utilisation": .value(team.utilisation),
    ]
  }

  private static func workType(_ type: WorkTypeFigures) -> JSON {
    [
      "share": .number(type.share), "metrics": .object(members(type.figures)), "criticalPath": .list(type.criticalPath),
      "steps": .array(type.steps.map(step)), "rework": .array(type.rework.map(loop)),
    ]
  }
}
