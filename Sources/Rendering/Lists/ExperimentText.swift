package import CanonicalJSON
package import ValueStreams

/// `vsmrepo experiment list`: what is being tried, what was, and what was learnt.
package struct ExperimentText {
  package enum Outcome: String, Equatable, Sendable { case open, adopted, rejected }

  package struct Experiment: Equatable, Sendable {
    package var stream: String
    package var name: String
    package var hypothesis: String
    package var outcome: Outcome
    /// RFC 3339.
    package var started: String
    package var attempts: Int
    /// What the latest attempt does to the lead time, in seconds; nil without an attempt.
    package var change: Double?
    package var calendar: WorkCalendar?
    package var learned: String?

    package init(
      stream: String, name: String, hypothesis: String, outcome: Outcome = .open, started: String, attempts: Int = 0,
      change: Double? = nil, calendar: WorkCalendar? = nil, learned: String? = nil
    ) {
      self.stream = stream
      self.name = name
      self.hypothesis = hypothesis
      self.outcome = outcome
      self.started = started
      self.attempts = attempts
      self.change = change
      self.calendar = calendar
      self.learned = learned
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
      .init("experiment", least: 16), .init("stream", rank: 1), .init("state"), .init("started"),
      .init("attempts", .right, rank: 2), .init("lead time", .right),
    ])
    for experiment in experiments {
      let change = experiment.change.map { "\(Arrow.of($0)) \(Durations(experiment.calendar).signed($0))" } ?? "–"
      table.add([
        StyledText(experiment.name, .identity), StyledText(experiment.stream), StyledText(experiment.outcome.rawValue),
        StyledText(Dates.text(experiment.started)), StyledText(String(experiment.attempts)),
        StyledText(change, Arrow.role(experiment.change ?? 0)),
      ])
      table.note(StyledText("    " + experiment.hypothesis, .faint))
      if let learned = experiment.learned { table.note(StyledText("    Learned: " + learned)) }
    }
    page.add(table.lines(width: terminal.width))
    return page.string()
  }

  /// `vsm-experiments/1`.
  package var json: JSON {
    let list: [JSON] = experiments.map { experiment in
      [
        "stream": .value(experiment.stream), "name": .value(experiment.name),
        "hypothesis": .value(experiment.hypothesis), "outcome": .value(experiment.outcome.rawValue),
        "started": .value(experiment.started), "attempts": .value(experiment.attempts),
        "change": .value(experiment.change), "learned": .value(experiment.learned),
      ]
    }
    return ["format": "vsm-experiments/1", "experiments": .array(list)]
  }
}
