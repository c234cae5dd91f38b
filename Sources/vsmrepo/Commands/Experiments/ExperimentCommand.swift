import Archives
import ArgumentParser
import Console
import Rendering
import Reports

/// `vsmrepo experiment`: trying a change out beside the main line.
struct ExperimentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "experiment",
    abstract: "Try a change out: a hypothesis, attempts, and what was learnt.",
    discussion: """
      An experiment is a branch beside the main line. Adopted, its map becomes the next version; rejected, what was learnt \
      stays in the archive.

      Example: vsmrepo experiment start one-approver --hypothesis "A single approver answers within a day"
      """,
    subcommands: [
      Start.self, CommitAttempt.self, DiffAttempt.self, Adopt.self, Reject.self, List.self,
    ], defaultSubcommand: List.self)

  @OptionGroup var global: GlobalOptions

  /// `experiment start NAME`.
  struct Start: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "start", abstract: "Start an experiment with its hypothesis.",
      discussion: """
        Example: vsmrepo experiment start one-approver --hypothesis "A single approver answers within a day"
        """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var option: StreamOption
    @Argument(help: "Its name, of letters, digits and -.") var name: String
    @Option(help: ArgumentHelp("What you expect to happen, and why.", valueName: "text")) var hypothesis: String

    func run() throws {
      let naming = Naming(global: global, stream: option.stream)
      let archive = try naming.archive()
      let stream = try naming.streamName(nil, in: archive)
      let experiment = try archive.startExperiment(name, stream: stream, hypothesis: hypothesis)
      try Output(options: global).show(
        visibleLine("\(experiment.name) begins, on \(stream): \(experiment.hypothesis)")
          + "\nChange the map, then: vsmrepo experiment commit \(name) -m \"What you changed\"\n")
    }
  }

  /// `experiment commit NAME`.
  struct CommitAttempt: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "commit",
      abstract: "Record the working copy as the experiment's next attempt.",
      discussion: "Example: vsmrepo experiment commit one-approver -m \"Two weeks with one approver\"")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The experiment.") var name: String
    @Option(name: [.customShort("m"), .customLong("message")], help: ArgumentHelp("The subject.", valueName: "text"))
    var message: String
    @Option(help: ArgumentHelp("This file (or -) instead of the working copy.", valueName: "file")) var from: String?

    func run() throws {
      let archive = try Naming(global: global).archive()
      let experiment = try archive.knownExperiment(name)
      let candidate =
        if let from {
          try VersionCandidate(
            stream: experiment.stream, map: InputFile.read(from == "-" ? from : global.path(from)), named: from,
            archive: archive)
        } else {
          try VersionCandidate(stream: experiment.stream, archive: archive)
        }
      let output = Output(options: global)
      let draft = candidate.draft(message: message, isCorrection: false)
      guard candidate.isChange, let version = try archive.commit(draft, toExperiment: name) else {
        try output.show("Nothing to record: the map is as it was.\n")
        return
      }
      let count = try archive.knownExperiment(name).attempts.count
      var page = Page(output.terminal)
      page.wrap("\("\(name).\(count)", .identity) (\(String(version.commit.prefix(7)))) \(version.subject)")
      page.wrap(StyledText(candidate.headline(isCorrection: false)))
      page.wrap("The working copy still holds the attempt; to go on as before: git checkout -- \(experiment.stream)")
      try output.show(page.string())
    }
  }

  /// `experiment diff NAME`.
  struct DiffAttempt: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "diff",
      abstract: "Compare the main line with the experiment.",
      discussion: "Example: vsmrepo experiment diff one-approver")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The experiment, or NAME.N for its N-th attempt.") var name: String

    func run() throws {
      let archive = try Naming(global: global).archive()
      let experiment = try archive.knownExperiment(String(name.prefix { $0 != "." }))
      let pair = ComparedPair(global: global, stream: experiment.stream)
      let difference = try pair.difference(["latest", name])
      let output = Output(options: global)
      try output.show(DiffText(difference).render(output.terminal))
    }
  }

  /// `experiment list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List all experiments, open and ended, with what was learnt.",
      discussion: "Example: vsmrepo experiment list")

    @OptionGroup var global: GlobalOptions
    @Option(help: "text or json.") var format: ListFormat = .text

    func run() throws {
      let archive = try Naming(global: global).archive()
      try Output(options: global).show(format, ExperimentText(archive.experimentEntries()))
    }
  }
}
