package import Changes
package import ValueStreams

/// Figures by their names in the field, each in its unit.
package enum MetricWords {
  package static func name(_ metric: Metric) -> String {
    switch metric {
    case .leadTime: "Lead time"
    case .waitTime: "Wait time"
    case .processTime: "Process time"
    case .reworkTime: "Rework time"
    case .cycleTime: "Cycle time"
    case .effort: "Effort"
    case .activityRatio: "Activity ratio"
    case .valueAddedTime: "Value-added time"
    case .processCycleEfficiency: "PCE"
    case .rolledPercentCompleteAccurate: "Rolled %C&A"
    case .handoffs: "Handoffs"
    case .outsideTime: "Outside time"
    case .takt: "Takt"
    case .workInProgress: "Work in progress"
    case .steps: "Steps"
    case .stepsWithAccuracy: "Steps with %C&A"
    case .stepsWithWait: "Steps with wait"
    case .stepsWithProcess: "Steps with process"
    }
  }

  /// `–` where it cannot be known.
  package static func text(_ value: Double?, _ metric: Metric, _ durations: Durations) -> String {
    guard let value else { return "–" }
    switch metric.unit {
    case .seconds: return durations.text(value)
    case .ratio: return Numbers.percent(value * 100)
    case .percent: return Numbers.percent(value)
    case .count: return Numbers.decimal(value, places: 1)
    }
  }

  /// Before, after and signed change, rounded together; ratios and %C&A change in points.
  package static func texts(_ change: MetricChange, _ calendars: Sides<WorkCalendar?>) -> (
    before: String, after: String, change: String
  ) {
    let sides = change.values.map { text($0, change.metric, Durations(nil)) }
    guard let before = change.values.before, let after = change.values.after else {
      let durations = calendars.map { Durations($0) }
      return (
        text(change.values.before, change.metric, durations.before),
        text(change.values.after, change.metric, durations.after), ""
      )
    }
    switch change.metric.unit {
    case .seconds:
      let account = TimeAccount(Sides(before: before, after: after), calendars: calendars)
      return (account.before, account.after, account.change)
    case .ratio, .percent:
      let points = (after - before) * (change.metric.unit == .ratio ? 100 : 1)
      return (sides.before, sides.after, Numbers.signed(points) { Numbers.decimal($0, places: 1) } + " points")
    case .count:
      return (sides.before, sides.after, Numbers.signed(after - before) { Numbers.decimal($0, places: 1) })
    }
  }

  /// Nil where neither more nor less is better.
  package static func isBetter(_ metric: Metric, _ change: Double) -> Bool? {
    guard change != 0 else { return nil }
    switch metric {
    case .leadTime, .waitTime, .reworkTime, .cycleTime, .handoffs, .outsideTime, .workInProgress: return change < 0
    case .activityRatio, .processCycleEfficiency, .rolledPercentCompleteAccurate: return change > 0
    case .processTime, .effort, .valueAddedTime, .takt, .steps, .stepsWithAccuracy, .stepsWithWait, .stepsWithProcess:
      return nil
    }
  }
}
