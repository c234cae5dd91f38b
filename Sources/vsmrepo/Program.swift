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
      var command = try Vsmrepo.command(named: arguments)
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
    groupedSubcommands: CommandTable.groups.map { group in
      CommandGroup(name: group.title, subcommands: group.commands.map { $0.type() })
    })

  @OptionGroup var global: GlobalOptions

  /// What the arguments ask for. A command that is named plainly is asked alone, since the options before its name are its
  /// own, too. Only where it cannot make sense of them, is asked for help or has commands of its own does the whole tree
  /// look, which knows what to call each.
  static func command(named arguments: [String]) throws -> any ParsableCommand {
    if let place = ExternalProgram.commandPosition(arguments), let type = CommandTable.type(named: arguments[place]) {
      var own = arguments
      own.remove(at: place)
      if let command = try? type.parseAsRoot(own), Swift.type(of: command) == type { return command }
    }
    return try parseAsRoot(arguments)
  }
}
