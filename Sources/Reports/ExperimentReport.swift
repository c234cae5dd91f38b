package import Archives
import Changes
package import Rendering
import ValueStreams

extension Archive {
  /// All experiments, open ones first, each with what its latest attempt does to the lead time.
  package func experimentEntries() throws(ReportError) -> [ExperimentText.Experiment] {
    var entries: [ExperimentText.Experiment] = []
    for experiment in try archive({ () throws(ArchiveError) in try experiments() }) {
      entries.append(try entry(experiment))
    }
    return entries.sorted { ($0.outcome == .open ? 0 : 1, $0.name) < ($1.outcome == .open ? 0 : 1, $1.name) }
  }

  private func entry(_ experiment: Experiment) throws(ReportError) -> ExperimentText.Experiment {
    var change: Double?
    var calendar: WorkCalendar?
    if let first = experiment.attempts.first, let latest = experiment.latest, let parent = first.parents.first,
      let began = try? resolve(parent, stream: experiment.stream).version,
      let before = try mapIfValid(of: began), let after = try mapIfValid(of: latest)
    {
      change = after.measured.metrics.figures.leadTime - before.measured.metrics.figures.leadTime
      calendar = after.map.calendar
    }
    return ExperimentText.Experiment(
      stream: experiment.stream, name: experiment.name, hypothesis: experiment.hypothesis,
      outcome: ExperimentText.Outcome(rawValue: experiment.outcome.rawValue) ?? .open,
      started: experiment.started.timestamp, attempts: experiment.attempts.count, change: change, calendar: calendar,
      learned: experiment.learned)
  }
}
