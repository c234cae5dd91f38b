import Changes
import ValueStreams

/// What a forecast rests on, and what it leaves out.
extension ForecastText {
  var notes: [String] {
    guard let last = scenarios.last else { return [] }
    return [origin(last), gaps(last), comparison(last), chance].compactMap { $0 }
  }

  private func origin(_ scenario: ForecastScenario) -> String {
    let options = scenario.forecast.options
    return
      "\(Numbers.grouped(options.items)) items were sent through the map (seed \(options.seed)). A step's range says how "
      + "its times vary; without one, waits are \(options.waits.words) and work is \(options.processes.words)."
  }

  private func gaps(_ scenario: ForecastScenario) -> String? {
    let figures = scenario.measured.metrics.figures
    let (waits, processes) = (figures.steps - figures.stepsWithWait, figures.steps - figures.stepsWithProcess)
    let parts = [(waits, "wait"), (processes, "process time")].filter { $0.0 > 0 }
      .map { "\(Numbers.counted($0.0, "step")) of \(figures.steps) state\($0.0 == 1 ? "s" : "") no \($0.1)" }
    return parts.isEmpty ? nil : parts.joined(separator: ", ") + "; what is not stated counts as 0."
  }

  private func comparison(_ scenario: ForecastScenario) -> String? {
    guard scenario.exceedsMetrics else { return nil }
    return scenario.hasBranches
      ? "The average is longer than the metrics say, since a step waits for the slowest of the branches that it needs, and "
        + "the metrics take each branch at its mean."
      : "The average is longer than the metrics say, since the stated ranges do not have the stated times as their means."
  }

  /// Two means that do not differ by more than chance are no evidence.
  private var chance: String? {
    guard scenarios.count > 1, let first = scenarios.first?.leadTime, let last = scenarios.last?.leadTime else {
      return nil
    }
    let error = (first.standardError * first.standardError + last.standardError * last.standardError).squareRoot()
    return first.mean != last.mean && abs(last.mean - first.mean) <= 1.96 * error
      ? "The averages differ by no more than chance explains; more --items would tell." : nil
  }
}

extension Spread {
  /// As an adjective.
  fileprivate var words: String {
    switch self {
    case .none: "the same for every item"
    case .exponential: "exponential"
    case .logNormal(let variation): "log-normal (deviation \(Numbers.percent(variation * 100)) of the mean)"
    }
  }
}
