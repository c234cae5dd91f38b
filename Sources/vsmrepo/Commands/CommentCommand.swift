import Archives
import ArgumentParser
import CanonicalJSON
import Changes
import Console
import Reports
import ValueStreams

/// `vsmrepo comment`: feedback on a version.
struct CommentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "comment",
    abstract: "Record feedback on a version, or on one of its steps.",
    discussion: """
      Comments are Git notes: they leave the version as it is, and travel with "vsmrepo push".

      Example: vsmrepo comment v5 --step approval "The Friday slot still falls out in holidays"
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var option: StreamOption
  @Argument(help: "The version.", completion: .custom { _, _, _ in Completions.revisions() }) var revision: String
  @Argument(help: "What you want to say.") var text: String
  @Option(help: ArgumentHelp("The step that it is about.", valueName: "id")) var step: String?

  func run() throws {
    let naming = Naming(global: global, stream: option.stream)
    let archive = try naming.archive()
    guard let version = try naming.revision(revision, in: archive).version else {
      throw Failure.versionNeeded(revision)
    }
    if text.trimmed.isEmpty { throw Failure.usage("the comment is empty", hint: nil) }
    if let step {
      let steps = try archive.map(of: version).map.steps.map(\.id.string)
      guard steps.contains(step) else { throw Failure.unknownName(step, of: "step", known: steps) }
    }
    _ = try archive.comment(text.trimmed, on: version, step: step)
    let place = step.map { ", \($0)" } ?? ""
    try Output(options: global).show("Noted on \(version.stream) \(version.name)\(place).\n")
  }
}
