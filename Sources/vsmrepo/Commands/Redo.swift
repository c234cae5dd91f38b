import Archives
import ArgumentParser
import Console

/// `vsmrepo redo`: bringing back what `undo` took.
struct Redo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redo", abstract: "Bring back the version that was undone last.",
    discussion: """
      Possible as long as the version before it is still the latest.

      Example: vsmrepo redo
      """)

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let version = try Naming(global: global).archive().redo()
    let output = Output(options: global)
    try output.show(VersionLine(version, headline: "").text(output.terminal))
  }
}
