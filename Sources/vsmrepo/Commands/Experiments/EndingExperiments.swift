import Archives
import ArgumentParser
import Changes
import Console
import Rendering
import Reports
import ValueStreams

extension ExperimentCommand {
  /// `experiment adopt NAME`.
  struct Adopt: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "adopt", abstract: "Make the experiment's map the next version.",
      discussion: """
        Where the main line moved on meanwhile, the two are merged by meaning; conflicts are settled with "vsmrepo resolve".

        Example: vsmrepo experiment adopt one-approver --learned "The wait fell to a day and a half"
        """)

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The experiment.") var name: String
    @Option(help: ArgumentHelp("What was learnt.", valueName: "text")) var learned: String?

    func run() throws {
      let archive = try Naming(global: global).archive()
      let pending = try PendingMerge(adopting: name, learned: learned, in: archive)
      try pending.finish(in: archive, Output(options: global))
    }
  }

  /// `experiment reject NAME`.
  struct Reject: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "reject", abstract: "End the experiment without taking its map over; what was learnt stays.",
      discussion: """
        Example: vsmrepo experiment reject one-approver --learned "The approver was away two days of five"
        """)

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The experiment.") var name: String
    @Option(help: ArgumentHelp("What was learnt: the reason for keeping it.", valueName: "text")) var learned: String

    func run() throws {
      if learned.trimmed.isEmpty { throw Failure.usage("--learned is empty", hint: "Say what the experiment showed.") }
      try Naming(global: global).archive().reject(name, learned: learned.trimmed)
      try Output(options: global).show("\(name) is rejected; what was learnt is in the archive.\n")
    }
  }
}
