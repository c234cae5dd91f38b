import ArgumentParser
import Console

/// `vsmrepo git-driver`: what plain Git calls once `git-setup` has registered it. Not for people.
struct GitDriver: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "git-driver",
    abstract: "What plain Git calls to compare and to merge maps.",
    shouldDisplay: false,
    subcommands: [DiffDriver.self, TextDriver.self, MergeDriver.self])

  @OptionGroup var global: GlobalOptions
}
