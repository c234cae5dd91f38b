import Archives
import CanonicalJSON
import Changes
import Rendering
import Reports
import ValueStreams

extension Pages {
  /// What is being tried, what was, and what was learnt.
  func experimentsView() throws(BrowsingError) -> View {
    let links = links(at: .experiments)
    let entries = try reporting { () throws(ReportError) in try archive.experimentEntries() }
    let rows: [Filling] = entries.map { entry in
      [
        "name": .link(entry.name, entry.attempts > 0 ? links.to(.experiment(entry.name)) : nil),
        "stream": .link(entry.stream, links.to(.stream(entry.stream))), "hypothesis": .text(entry.hypothesis),
        "outcome": .text(entry.outcome.rawValue), "started": .text(Dates.text(entry.started)),
        "attempts": .number(entry.attempts), "learned": .text(entry.learned),
        "change": entry.change.map { .change($0, Durations(entry.calendar).signed($0)) } ?? .absent,
      ]
    }
    return View(
      template: "experiments", title: "Experiments", crumbs: [("Streams", .archive)],
      filling: ["experiments": .rows(rows)])
  }

  /// What an experiment's latest attempt changes, against the version it started from.
  func experimentView(_ name: String) throws(BrowsingError) -> View {
    let (experiment, maps) = try trial(name)
    let links = links(at: .experiment(name))
    let begun = maps.before.provenance.version
    let difference = Difference(from: maps.before, to: maps.after)
    var filling = DifferenceSheet(
      maps, difference,
      places: Sides(
        before: begun.flatMap { links.to(.version(experiment.stream, $0, .current)) }, after: nil)
    ).filling
    filling["stream"] = .link(experiment.stream, links.to(.stream(experiment.stream)))
    filling["experiment"] = [
      "name": .text(name), "hypothesis": .text(experiment.hypothesis), "outcome": .text(experiment.outcome.rawValue),
      "learned": .text(experiment.learned),
    ]
    return View(
      template: "comparison", title: "Experiment \(name)",
      crumbs: [("Streams", .archive), ("Experiments", .experiments)],
      filling: filling)
  }

  /// An experiment with the map it started from and its latest attempt.
  func trial(_ name: String) throws(BrowsingError) -> (experiment: Experiment, maps: Sides<NamedMap>) {
    let found = try reading { () throws(ArchiveError) in
      let experiment = try archive.knownExperiment(name)
      let parent = experiment.attempts.first?.parents.first
      return (
        experiment,
        try parent.map { parent throws(ArchiveError) in try archive.resolve(parent, stream: experiment.stream) }
      )
    }
    guard let latest = found.0.latest, let began = found.1 else { throw .noSuchPage }
    let trial = Revision(stream: found.0.stream, place: .commit(latest), label: "\(name).\(latest.number)")
    return try reporting { () throws(ReportError) in
      (found.0, Sides(before: try archive.map(of: began), after: try archive.map(of: trial)))
    }
  }
}
