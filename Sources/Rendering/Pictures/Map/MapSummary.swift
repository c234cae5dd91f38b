import CanonicalJSON
import ValueStreams

/// The picture in sentences, for those who do not see it.
enum MapSummary {
  static func title(_ map: ValueStreamMap, label: String?) -> String {
    "Value stream map: " + LegibleText.line(map.title.string) + (label.map { " (\(LegibleText.line($0)))" } ?? "")
  }

  static func text(_ map: ValueStreamMap, _ metrics: Metrics) -> String {
    let durations = Durations(map.calendar)
    let names = Names(map)
    let sum = LeadTimeSum(metrics.figures, durations)
    var sentences = [
      "\(Numbers.counted(map.steps.count, "step")). Lead time \(sum.total): wait \(sum.wait), process \(sum.process), "
        + "rework \(sum.rework)."
    ]
    if let path = metrics.criticalPath {
      sentences.append("Longest branch: " + path.map { names.step($0).string }.joined(separator: ", then ") + ".")
    }
    for (id, type) in metrics.workTypes {
      sentences.append("Work type \(names.workType(id)): lead time \(durations.text(type.figures.leadTime)).")
    }
    if let constraint = metrics.constraint { sentences.append("Constraint: \(names.step(constraint.step)).") }
    for loop in map.rework ?? [] {
      sentences.append(
        "\(Numbers.percent(loop.percent)) goes back from \(names.step(loop.from)) to \(names.step(loop.to)).")
    }
    return LegibleText.line(sentences.joined(separator: " "))
  }
}
