import Archives
import ArgumentParser
import Console

/// `vsmrepo undo`: taking the latest version back.
struct Undo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take the latest version back, if nobody else has it yet.",
    discussion: """
      The working file stays as it is, and the version stays in the repository: "vsmrepo redo" brings it back. A version \
      that a remote has is not undone; restore an earlier one instead.

      Example: vsmrepo undo
      """)

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let version = try Naming(global: global).archive().undo()
    try Output(options: global).show(
      visibleLine("\(version.stream) \(version.name) is taken back: \(version.subject)")
        + "\nThe working file is as it was. To bring the version back: vsmrepo redo\n")
  }
}
