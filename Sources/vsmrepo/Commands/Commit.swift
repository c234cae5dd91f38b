import Archives
import ArgumentParser
import Changes
import Console
import Rendering
import Reports
import ValueStreams

/// `vsmrepo commit`: the working copy becomes the next version.
struct Commit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "commit", abstract: "Make the working copy the next version of a stream.",
    discussion: """
      Without a stream: the one whose folder you stand in, or the only one that changed. The map is checked, put in \
      canonical form, and committed with the headline of what changed; without -m your editor opens with the change as a \
      comment. --correction says that the map was wrong, not that the work changed.

      Example: vsmrepo commit content -m "Legal approves in parallel with build"
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(help: "The streams to commit.", completion: .custom { _, _, _ in Completions.streams() }) var streams:
    [String] = []
  @Option(name: [.customShort("m"), .customLong("message")], help: ArgumentHelp("The subject.", valueName: "text"))
  var message: String?
  @Flag(help: "Every stream that changed, each as a version of its own.") var all = false
  @Flag(help: "The map was drawn wrong; the work did not change.") var correction = false
  @Option(
    help: ArgumentHelp("Commit this file (or - for standard input) instead of the working copy.", valueName: "file"))
  var from: String?

  func validate() throws {
    if all, !streams.isEmpty { throw ValidationError("Name streams or say --all, not both.") }
    if from != nil, all || streams.count > 1 { throw ValidationError("--from FILE is one version of one stream.") }
  }

  func run() throws {
    let naming = Naming(global: global)
    let archive = try naming.archive()
    // Everything is checked before the first commit is made.
    let candidates = try chosen(naming, archive).map { stream in
      if let from {
        try VersionCandidate(
          stream: stream, map: InputFile.read(from == "-" ? from : global.path(from)), named: from, archive: archive)
      } else {
        try VersionCandidate(stream: stream, archive: archive)
      }
    }
    let changed = candidates.filter(\.isChange)
    let output = Output(options: global)
    if changed.isEmpty {
      for candidate in candidates { try output.show(candidate.nothingToCommit + "\n") }
      if candidates.isEmpty { try output.show("Nothing to commit: no stream has changed.\n") }
    }
    for candidate in changed {
      let text = try message ?? write(candidate, archive)
      if text.trimmed.isEmpty { throw Failure.emptyMessage }
      try commit(candidate, text, archive, output)
    }
  }

  private func commit(_ candidate: VersionCandidate, _ text: String, _ archive: Archive, _ output: Output) throws {
    let draft = candidate.draft(message: text, isCorrection: correction)
    guard let version = try archive.commit(draft) else {
      try output.show(candidate.nothingToCommit + "\n")
      return
    }
    try output.show(
      VersionLine(version, headline: candidate.headline(isCorrection: correction)).text(output.terminal))
    if candidate.warnings > 0 {
      Output.note(
        "\(candidate.warnings == 1 ? "1 warning" : "\(candidate.warnings) warnings"): vsmrepo check \(from ?? candidate.path)"
      )
    }
  }

  private func chosen(_ naming: Naming, _ archive: Archive) throws -> [String] {
    if !streams.isEmpty { return from == nil ? try streams.map { try naming.workingStream($0, in: archive) } : streams }
    if all { return try archive.workingStreams() }
    let meant = try naming.impliedStreams(in: archive)
    if meant.count == 1 { return meant }
    if from != nil { throw ArchiveError.streamNeeded(meant) }
    var changed: [String] = []
    for stream in meant where try archive.hasUncommittedMap(stream) { changed.append(stream) }
    if changed.count > 1 { throw ArchiveError.streamNeeded(changed) }
    return changed
  }

  /// Asks for the message in the editor, with the change as comment.
  private func write(_ candidate: VersionCandidate, _ archive: Archive) throws -> String {
    guard Output(options: global).canAsk else { throw Failure.messageNeeded }
    let terminal = Terminal(width: 100, color: false)
    let comment =
      candidate.difference.map { DiffText($0).render(terminal) } ?? candidate.headline(isCorrection: correction)
    let lines =
      ["", "What changed in \(candidate.stream), and why? Lines with # are left out; an empty message stops.", ""]
      + comment.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let template = "\n" + lines.map { "# \($0)" }.joined(separator: "\n") + "\n"
    return try Editor(configured: archive.configuredEditor)
      .edit(template, fileNamed: "VSMREPO_EDITMSG", in: archive.gitDirectory)
  }
}
