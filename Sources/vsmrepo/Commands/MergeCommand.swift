import Archives
import ArgumentParser
import Console
import Reports

/// `vsmrepo merge`: what another line of history made of a stream.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Merge what a branch made of a stream into the main line, by meaning.",
    discussion: """
      Step by step and field by field: what one side changed is taken, what both changed differently is a conflict for \
      "vsmrepo resolve". The result is the stream's next version. --abort gives a half-done merge up.

      Example: vsmrepo merge origin/legal-draft
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var option: StreamOption
  @Argument(help: "A branch, an experiment or a commit.", completion: .custom { _, _, _ in Completions.revisions() })
  var revision: String?
  @Flag(help: "Give a half-done merge up; nothing has been changed by it.") var abort = false

  func validate() throws {
    if abort == (revision != nil) { throw ValidationError("Say what to merge, or --abort.") }
  }

  func run() throws {
    let naming = Naming(global: global, stream: option.stream)
    let archive = try naming.archive()
    let output = Output(options: global)
    guard let revision else {
      // One that cannot be read can be given up too.
      guard try archive.pendingMerge() != nil else { throw Failure.noMerge }
      try PendingMerge.giveUp(in: archive)
      try output.show("The merge is given up; the archive is as it was before.\n")
      return
    }
    if let waiting = try PendingMerge.waiting(in: archive) { throw Failure.mergeWaiting(stream: waiting.stream) }
    let theirs = try naming.revision(revision, in: archive)
    guard let version = theirs.version else { throw Failure.versionNeeded(revision) }
    var base: Version?
    if let ours = try archive.latest(of: theirs.stream) {
      let latest = Revision(stream: theirs.stream, place: .version(ours), label: ours.name)
      base = try archive.mergeBase(of: latest, and: theirs).version
    }
    let merge = try PendingMerge(merging: version, label: theirs.label, base: base, in: archive)
    try merge.finish(in: archive, output)
  }
}
