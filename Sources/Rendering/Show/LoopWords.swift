import CanonicalJSON
package import ValueStreams

/// A rework loop in words, with what it costs.
package struct LoopWords {
  package let loop: Rework
  package let sentence: String

  /// `30 % go back to Write the copy after 4h: +2d 4h an item on average`, by the step that work leaves.
  package static func bySource(_ map: ValueStreamMap, _ metrics: Metrics) -> [StepID: [LoopWords]] {
    var costs: [[StepID]: Double] = [:]
    for loop in metrics.rework { costs[[loop.from, loop.to]] = loop.cost }
    let (names, durations) = (Names(map), Durations(map.calendar))
    let loops = (map.rework ?? []).map { loop in
      let wait = loop.waitTime.map { " after \(durations.text($0))" } ?? ""
      let target = loop.to == loop.from ? "repeat the step" : "go back to \(names.step(loop.to))"
      let cost = durations.text(costs[[loop.from, loop.to]] ?? 0)
      return LoopWords(
        loop: loop, sentence: "\(Numbers.percent(loop.percent)) \(target)\(wait): +\(cost) an item on average")
    }
    return Dictionary(grouping: loops, by: \.loop.from)
  }
}
