import Archives
import ArgumentParser
import Changes
import Console
import Rendering
import Reports

/// `vsmrepo restore`: going back to how we did it.
struct Restore: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Make a new version with the content of an earlier one.",
    discussion: """
      History grows, nothing is rewritten: the versions in between stay. A working file with uncommitted changes is not \
      overwritten; with "latest" it is brought back if it is gone.

      Example: vsmrepo restore v3 -m "Back to one approver"
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var option: StreamOption
  @Argument(help: "The version to go back to.", completion: .custom { _, _, _ in Completions.revisions() })
  var revision: String
  @Option(name: [.customShort("m"), .customLong("message")], help: ArgumentHelp("The subject.", valueName: "text"))
  var message: String?

  func run() throws {
    let naming = Naming(global: global, stream: option.stream)
    let archive = try naming.archive()
    guard let version = try naming.revision(revision, in: archive).version else {
      throw Failure.versionNeeded(revision)
    }
    let output = Output(options: global)
    let brought = try archive.bringBackMissingFiles(of: version.stream)
    for path in brought { try output.show(visibleLine("\(path) is back, as in the latest version.") + "\n") }

    var draft = try archive.draft(restoring: version)
    let restored = try archive.map(of: Revision(stream: version.stream, place: .commit(version), label: version.name))
    let headline = try archive.mapIfValid(of: draft.base).map { Difference(from: $0, to: restored).headlineText }
    draft.message.subject = message ?? draft.message.subject
    draft.message.body = headline ?? ""
    guard let made = try archive.commit(draft) else {
      if brought.isEmpty {
        try output.show("Nothing to restore: \(version.stream) is as in \(version.name) already.\n")
      }
      return
    }
    try output.show(VersionLine(made, headline: headline ?? "").text(output.terminal))
  }
}
