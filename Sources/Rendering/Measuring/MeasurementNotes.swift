import CanonicalJSON
import Measuring
import ValueStreams

/// What a log does not tell, and what was assumed: said, so that nobody takes the figures for more than they are.
extension MeasurementText {
  var notes: [String] {
    [
      kind, firstWaits, accuracy, unseen, rare, leftOut, overlapping, open, startless, ignored, invalid, ownTimes,
      dayLength,
    ]
    .compactMap {
      $0
    }
  }

  private var kind: String? {
    let unsplit = "waiting and work are told apart only where a step states its process time"
    switch measurement.kind {
    case .intervals: return nil
    case .ends:
      return
        "The log says when work ended, not when it began: \(unsplit); the rest of the time up to its end is its wait."
    case .starts:
      return
        "The log says when a status began, not when it ended: it counts until the next one, \(unsplit), and the last "
        + "status of an item is not measured."
    }
  }

  private var firstWaits: String? {
    let measures = zip(map.steps, measurement.steps).filter { $0.1.passes > 0 && $0.1.wait == nil && $0.1.both == nil }
    guard !measures.isEmpty else { return nil }
    return "A log does not tell when work was asked for: nothing is known of the wait of \(list(measures.map(\.0)))."
  }

  private var accuracy: String? {
    let judged = measurement.steps.filter { $0.returns == 0 && $0.hasJudge }
    return judged.isEmpty
      ? nil : "Where nothing came back no %C&A is stated: what others mend on the spot leaves no trace in a log."
  }

  private var unseen: String? {
    let steps = zip(map.steps, measurement.steps).filter { $0.1.passes == 0 }.map(\.0)
    return steps.isEmpty ? nil : "Not in the log, and left as they are: \(list(steps))."
  }

  private var rare: String? {
    let items = Double(measurement.items)
    let steps = zip(map.steps, measurement.steps).filter { $0.1.items > 0 && Double($0.1.items) < 0.8 * items }
    guard !steps.isEmpty, map.workTypes == nil else { return nil }
    let words = steps.prefix(6).map { step, measure in
      "\(step.name) (\(Numbers.percent(100 * Double(measure.items) / items)))"
    }
    return
      "Not every item takes \(words.joined(separator: ", ")), but the map sends all through; work types can tell them apart."
  }

  private var leftOut: String? {
    guard let discovery, !discovery.leftOut.isEmpty else { return nil }
    let words = discovery.leftOut.prefix(6).map { "\($0.activity) (\(Numbers.percent(100 * $0.share)) of the items)" }
    let more = discovery.leftOut.count > 6 ? " and \(discovery.leftOut.count - 6) more" : ""
    return "Too rare to be steps: \(words.joined(separator: ", "))\(more). --least-share draws them too."
  }

  private var overlapping: String? {
    guard measurement.overlapping > 0 else { return nil }
    return
      "\(Numbers.counted(measurement.overlapping, "pass", plural: "passes")) began before the step in front had ended; "
      + "their wait counts as 0."
  }

  private var open: String? {
    guard measurement.open > 0, measurement.kind != .starts else { return nil }
    return
      "\(Numbers.counted(measurement.open, "pass", plural: "passes")) had not ended yet; no work time is known of them."
  }

  private var startless: String? {
    guard measurement.startless > 0 else { return nil }
    return
      "Of \(Numbers.counted(measurement.startless, "pass", plural: "passes")) only the end is known, and so neither wait nor "
      + "work."
  }

  private var ignored: String? {
    guard measurement.ignored > 0 else { return nil }
    return "\(Numbers.counted(measurement.ignored, "event")) neither started nor completed work and were left out."
  }

  private var invalid: String? {
    guard measurement.invalid > 0 else { return nil }
    return "\(Numbers.counted(measurement.invalid, "row")) made no sense and were left out, as you said."
  }

  private var ownTimes: String? {
    let types = map.workTypes?.values ?? []
    let steps = map.steps.filter { step in types.contains { $0.times?[step.id] != nil } }
    return steps.isEmpty ? nil : "Work types keep their own times at \(list(steps)); the log does not tell types apart."
  }

  private var dayLength: String? {
    let (day, worked) = (DurationText(map.calendar).day, measurement.hours.dayLength)
    guard day != worked else { return nil }
    return "The working hours make days of \(Durations.hours.text(Double(worked))), and a day of the map is "
      + "\(Durations.hours.text(Double(day))) long."
  }

  private func list(_ steps: [Step]) -> String {
    let shown = steps.prefix(8).map(\.name.string).joined(separator: ", ")
    return steps.count > 8 ? "\(shown) and \(steps.count - 8) more" : shown
  }
}
