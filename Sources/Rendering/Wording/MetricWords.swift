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
    let values = Sides(before: before, after: after)
    if change.metric.unit == .seconds {
      let account = TimeAccount(values, calendars: calendars)
      return (account.before, account.after, account.change)
    }
    return (sides.before, sides.after, self.change(values, change.metric, Durations(nil)))
  }

  /// The signed change; where a time and its change are told in the same unit it is what the printed times differ by. Ratios and
  /// %C&A change in points.
  static func change(_ values: Sides<Double>, _ metric: Metric, _ durations: Durations) -> String {
    let change = values.after - values.before
    let grain = durations.grain(for: change)
    guard metric.unit == .seconds, values.map({ durations.grain(for: $0) }) == Sides(before: grain, after: grain) else {
      return signed(change, metric, durations)
    }
    return TimeAccount(values, in: Sides(before: durations, after: durations)).change
  }

  /// A change by itself: a mean, or one that is told more closely than the values are.
  static func signed(_ change: Double, _ metric: Metric, _ durations: Durations) -> String {
    switch metric.unit {
    case .seconds: return durations.signed(change)
    case .ratio: return Numbers.signed(change * 100) { Numbers.decimal($0, places: 1) } + " points"
    case .percent: return Numbers.signed(change) { Numbers.decimal($0, places: 1) } + " points"
    case .count: return Numbers.signed(change) { Numbers.decimal($0, places: 1) }
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
