/// The numeric figures by name: the keys of `metrics` in `vsm-metrics/1` and `vsm-diff/1`, and the words of `trend --metric`.
package enum Metric: String, CaseIterable, Sendable {
  case leadTime, waitTime, processTime, reworkTime, cycleTime, effort, activityRatio, valueAddedTime
  case processCycleEfficiency, rolledPercentCompleteAccurate, handoffs, outsideTime, takt, workInProgress
  case steps, stepsWithAccuracy, stepsWithWait, stepsWithProcess

  package enum Unit: Sendable { case seconds, ratio, percent, count }

  package var unit: Unit {
    switch self {
    case .leadTime, .waitTime, .processTime, .reworkTime, .cycleTime, .effort, .valueAddedTime, .outsideTime, .takt:
      .seconds
    case .activityRatio, .processCycleEfficiency: .ratio
    case .rolledPercentCompleteAccurate: .percent
    case .handoffs, .workInProgress, .steps, .stepsWithAccuracy, .stepsWithWait, .stepsWithProcess: .count
    }
  }
}

extension Figures {
  package subscript(metric: Metric) -> Double? {
    switch metric {
    case .leadTime: leadTime
    case .waitTime: waitTime
    case .processTime: processTime
    case .reworkTime: reworkTime
    case .cycleTime: cycleTime
    case .effort: effort
    case .activityRatio: activityRatio
    case .valueAddedTime: valueAddedTime
    case .processCycleEfficiency: processCycleEfficiency
    case .rolledPercentCompleteAccurate: rolledPercentCompleteAccurate
    case .handoffs: handoffs
    case .outsideTime: outsideTime
    case .takt: takt
    case .workInProgress: workInProgress
    case .steps: Double(steps)
    case .stepsWithAccuracy: Double(stepsWithAccuracy)
    case .stepsWithWait: Double(stepsWithWait)
    case .stepsWithProcess: Double(stepsWithProcess)
    }
  }
}
