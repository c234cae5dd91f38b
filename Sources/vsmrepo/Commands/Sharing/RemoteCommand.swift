import Archives
import ArgumentParser
import Console
import Glibc

/// `vsmrepo remote`: the repositories that versions are exchanged with.
struct RemoteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remote",
    abstract: "Name the repositories that versions are exchanged with.",
    discussion: """
      A remote is any Git repository: a path, an ssh address or a URL. Nothing is transferred until you fetch, pull or push.

      Example: vsmrepo remote add origin git@example.org:maps.git
      """,
    subcommands: [Add.self, Remove.self, List.self], defaultSubcommand: List.self)

  @OptionGroup var global: GlobalOptions

  /// `remote add NAME URL`.
  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Give a repository elsewhere a name.",
      discussion: "Example: vsmrepo remote add origin git@example.org:maps.git")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "Its name here; origin is the usual one.") var name: String
    @Argument(help: ArgumentHelp("Where it is: a path, an ssh address or a URL.", valueName: "url")) var url: String

    func run() throws {
      let archive = try Naming(global: global).archive()
      // A path is meant from where the user stands, and git would take it from the archive's root.
      let isPath = access(global.path(url), F_OK) == 0
      try archive.addRemote(name, url: isPath ? Naming.absolute(global.path(url)) ?? url : url)
      try Output(options: global).show("\(name) is a remote now.\nNext: vsmrepo push, or vsmrepo pull\n")
    }
  }

  /// `remote remove NAME`.
  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: "Forget a remote; no version is lost.",
      discussion: "Example: vsmrepo remote remove origin")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "Its name.") var name: String

    func run() throws {
      try Naming(global: global).archive().removeRemote(name)
      try Output(options: global).show("\(name) is no remote any more.\n")
    }
  }

  /// `remote list`, and `remote` alone.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the remotes.", discussion: "Example: vsmrepo remote list")

    @OptionGroup var global: GlobalOptions

    func run() throws {
      let remotes = try Naming(global: global).archive().remotes()
      let lines = remotes.map { visibleLine("\($0.name)  \(withoutPassword($0.url))") + "\n" }
      try Output(options: global).show(
        lines.isEmpty ? "There is no remote. Name one: vsmrepo remote add origin URL\n" : lines.joined())
    }
  }
}
