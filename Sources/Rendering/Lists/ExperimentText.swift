package import CanonicalJSON
package import ValueStreams

/// `vsmrepo experiment list`: tries that are under way beside the main line.
package struct ExperimentText {
  package struct Experiment: Equatable, Sendable {
    package var stream: String
    package var name: String
    /// The version it began from.
    package var base: String
    /// RFC 3339, of its latest commit.
    package var date: String
    package var commits: Int
    package var subject: String
    /// Against the base, seconds; nil when a map cannot be read.
    package var change: Double?
    package var calendar: WorkCalendar?
    /// True for the one that the working copy is on.
    package var isCurrent: Bool

    package init(
      stream: String, name: String, base: String, date: String, commits: Int, subject: String, change: Double? = nil,
      calendar: WorkCalendar? = nil, isCurrent: Bool = false
    ) {
      self.stream = stream
      self.name = name
      self.base = base
      self.date = date
      self.commits = commits
      self.subject = subject
      self.change = change
      self.calendar = calendar
      self.isCurrent = isCurrent
    }
  }

  private let experiments: [Experiment]

  package init(_ experiments: [Experiment]) {
    self.experiments = experiments
  }

  package func render(_ terminal: Terminal) -> String {
    var page = Page(terminal)
    guard !experiments.isEmpty else {
      page.wrap("No experiments. \u{201C}vsmrepo experiment start NAME\u{201D} begins one.")
      return page.string()
    }
    var table = Table([
      .init(""), .init("experiment", least: 24), .init("from"), .init("latest"), .init("commits", .right, rank: 1),
      .init("lead time", .right), .init("", least: 16),
    ])
    for experiment in experiments {
      let change = experiment.change.map { "\(Arrow.of($0)) \(Durations(experiment.calendar).signed($0))" } ?? "?"
      table.add([
        experiment.isCurrent ? "*" : "", StyledText("\(experiment.stream) \(experiment.name)", .identity),
        StyledText(experiment.base), StyledText(Dates.text(experiment.date)), StyledText(String(experiment.commits)),
        StyledText(change, Arrow.role(experiment.change ?? 0)), StyledText(experiment.subject),
      ])
    }
    page.add(table.lines(width: terminal.width))
    return page.string()
  }

  /// `vsm-experiments/1`.
  package var json: JSON {
    let list: [JSON] = experiments.map { experiment in
      [
        "stream": .value(experiment.stream), "name": .value(experiment.name), "base": .value(experiment.base),
        "date": .value(experiment.date), "commits": .value(experiment.commits), "subject": .value(experiment.subject),
        "change": .value(experiment.change), "current": .bool(experiment.isCurrent),
      ]
    }
    return ["format": "vsm-experiments/1", "experiments": .array(list)]
  }
}
