package import CanonicalJSON
package import Changes
import ValueStreams

/// `vsm-diff/1`: a difference for other programs, as `schema/diff.schema.json` describes it.
package struct DiffJSON {
  private let difference: Difference

  package init(_ difference: Difference) {
    self.difference = difference
  }

  package var json: JSON {
    [
      "format": "vsm-diff/1", "from": .object(difference.from.members), "to": .object(difference.to.members),
      "headline": .value(difference.headlineText), "comparable": .bool(difference.isComparable),
      "corrections": corrections,
      "warnings": .array(difference.warnings.map(warning)), "metrics": Self.metrics(difference.metrics),
      "workTypes": .object(Members(difference.workTypes.map { ($0.id, ["metrics": Self.metrics($0.metrics)]) })),
      "bridge": .array(difference.bridge.lines.map(Self.line)), "waits": .array(difference.waits.map(Self.wait)),
      "handoffs": Self.turnover(difference.handoffs, kept: true, Self.handoff),
      "rework": Self.turnover(difference.rework, kept: false, Self.loop),
      "steps": .array(difference.steps.map(Self.step)),
      "flow": [
        "gone": .array(difference.flow.gone.map { .list([$0.from, $0.to]) }),
        "new": .array(difference.flow.new.map { .list([$0.from, $0.to]) }),
      ],
      "map": .array(difference.map.map(Self.place)),
    ]
  }

  /// The JSON Patch (RFC 6902) that turns the earlier canonical document into the later one.
  package var patch: JSON {
    .array(difference.patch.map(\.json))
  }

  private var corrections: JSON {
    guard let corrections = difference.corrections else { return .null }
    return ["leadTime": .number(corrections.leadTime), "versions": .array(corrections.versions.map { .value($0) })]
  }

  /// One object a warning; those about a step name it.
  private func warning(_ warning: ComparabilityWarning) -> JSON {
    var members: Members<JSON> = ["code": .value(warning.code), "message": .value(difference.message(warning))]
    if case .basis(let steps, _, _) = warning, let step = steps.after.first ?? steps.before.first {
      members["step"] = .string(step)
    }
    return .object(members)
  }

  private static func metrics(_ changes: [MetricChange]) -> JSON {
    .object(
      changes.map { change in
        (
          Text(change.metric.rawValue),
          [
            "before": .value(change.values.before), "after": .value(change.values.after),
            "change": .value(change.change),
            "percent": .value(change.percent),
          ]
        )
      })
  }

  private static func line(_ line: BridgeLine) -> JSON {
    [
      "kind": .value(line.kind.rawValue), "before": .list(line.steps.before), "after": .list(line.steps.after),
      "workType": .value(line.workType), "wait": .number(line.wait), "process": .number(line.process),
      "rework": .number(line.rework), "total": .number(line.total),
    ]
  }

  private static func wait(_ wait: WaitChange) -> JSON {
    [
      "before": .list(wait.steps.before), "after": .list(wait.steps.after), "workType": .value(wait.workType),
      "change": .value(wait.kind.rawValue), "from": .number(wait.seconds.before), "to": .number(wait.seconds.after),
      "difference": .number(wait.difference), "countBefore": .value(wait.counts.before),
      "countAfter": .value(wait.counts.after),
    ]
  }

  private static func turnover<Entry>(_ turnover: Turnover<Entry>, kept: Bool, _ json: (Entry) -> JSON) -> JSON {
    var members: Members<JSON> = [
      "gone": .array(turnover.gone.map(json)), "new": .array(turnover.new.map(json)),
      "changed": .array(turnover.changed.map { ["before": json($0.before), "after": json($0.after)] }),
    ]
    if kept { members["kept"] = .value(turnover.kept) }
    return .object(members)
  }

  private static func handoff(_ handoff: Handoff) -> JSON {
    [
      "from": .string(handoff.from), "to": .string(handoff.to), "fromTeam": .string(handoff.fromTeam),
      "toTeam": .string(handoff.toTeam),
    ]
  }

  private static func loop(_ loop: Loop) -> JSON {
    [
      "from": .string(loop.rework.from), "to": .string(loop.rework.to), "percent": .number(loop.rework.percent),
      "waitTime": .value(loop.rework.waitTime?.seconds), "workTypes": loop.rework.workTypes.map { .list($0) } ?? .null,
      "cost": .number(loop.cost),
    ]
  }

  private static func step(_ step: StepChange) -> JSON {
    [
      "change": .value(step.kind.rawValue), "before": .list(step.steps.before), "after": .list(step.steps.after),
      "inferred": .bool(step.isInferred), "moved": .bool(step.hasMoved),
      "fields": .array(
        step.fields.map { field in
          ["field": .string(field.field), "before": field.values.before ?? .null, "after": field.values.after ?? .null]
        }),
    ]
  }

  private static func place(_ change: MapChange) -> JSON {
    let pointer = change.path.map { "/" + $0.string.replacing("~", with: "~0").replacing("/", with: "~1") }.joined()
    return ["path": .value(pointer), "before": change.values.before ?? .null, "after": change.values.after ?? .null]
  }
}
