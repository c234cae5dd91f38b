import ArgumentParser
import Console
import Glibc

/// The entry point: parse, run, and turn whatever went wrong into a message and an exit code.
@main
enum Program {
  static func main() async {
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      try ExternalProgram.replaceIfAsked(by: arguments)
      var command = try Vsmrepo.parseAsRoot(arguments)
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      exit(Failure.report(error, of: Vsmrepo.self))
    }
  }
}

/// `vsmrepo` itself, which only knows its commands.
struct Vsmrepo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vsmrepo",
    abstract: "Value stream maps as a living document: every version a Git commit, every change explained.",
    discussion: """
      Start with "vsmrepo init", then "vsmrepo new STREAM". After each review: "vsmrepo commit". To see what changed: \
      "vsmrepo diff v3 v5".

      Exit codes: 0 done, 1 they differ or problems were found, 64 usage, 65 invalid data, 66 no such thing, \
      69 not reachable, 70 a bug, 73 cannot create, 74 input/output, 75 try again, 77 no permission, 78 configuration.
      """,
    version: "0.1.0",
    groupedSubcommands: [
      CommandGroup(
        name: "Every day",
        subcommands: [
          Status.self, SetCommand.self, MeasureCommand.self, Check.self, Commit.self, Log.self, Show.self, Diff.self,
        ]),
      CommandGroup(
        name: "Learning and sharing",
        subcommands: [PlanCommand.self, TrendCommand.self, ImprovementsCommand.self, ForecastCommand.self, Export.self]),
      CommandGroup(
        name: "Working together",
        subcommands: [Clone.self, RemoteCommand.self, Fetch.self, Pull.self, Push.self, GitSetup.self]),
      CommandGroup(
        name: "Going back, trying out",
        subcommands: [
          Restore.self, Undo.self, Redo.self, ExperimentCommand.self, CommentCommand.self, MergeCommand.self,
          Resolve.self,
        ]),
      CommandGroup(name: "Keeping it sound", subcommands: [Verify.self, Unlock.self, Maintain.self]),
      CommandGroup(name: "Setting up", subcommands: [Init.self, New.self, Templates.self]),
      CommandGroup(name: "Plumbing", subcommands: [Canon.self, GitDriver.self]),
    ])

  @OptionGroup var global: GlobalOptions
}
