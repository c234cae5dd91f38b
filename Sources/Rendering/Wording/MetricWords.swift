package import Changes
package import ValueStreams

/// Figures by their names in the field, each in its unit.
package struct MetricWords {
  private let durations: Sides<Durations>

  package init(durations: Sides<Durations>) {
    self.durations = durations
  }

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

  func before(_ change: MetricChange) -> String { Self.text(change.values.before, change.metric, durations.before) }
  func after(_ change: MetricChange) -> String { Self.text(change.values.after, change.metric, durations.after) }

  /// Signed; ratios and %C&A in points.
  func change(_ change: MetricChange, _ durations: Durations) -> String {
    guard let value = change.change else { return "" }
    switch change.metric.unit {
    case .seconds: return durations.signed(value)
    case .ratio: return Numbers.signed(value * 100) { Numbers.decimal($0, places: 1) } + " points"
    case .percent: return Numbers.signed(value) { Numbers.decimal($0, places: 1) } + " points"
    case .count: return Numbers.signed(value) { Numbers.decimal($0, places: 1) }
    }
  }

  /// Nil where neither more nor less is better.
  func isBetter(_ metric: Metric, _ change: Double) -> Bool? {
    guard change != 0 else { return nil }
    switch metric {
    case .leadTime, .waitTime, .reworkTime, .cycleTime, .handoffs, .outsideTime, .workInProgress: return change < 0
    case .activityRatio, .processCycleEfficiency, .rolledPercentCompleteAccurate: return change > 0
    case .processTime, .effort, .valueAddedTime, .takt, .steps, .stepsWithAccuracy, .stepsWithWait, .stepsWithProcess:
      return nil
    }
  }
}
