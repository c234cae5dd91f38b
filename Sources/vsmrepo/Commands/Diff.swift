import Archives
import ArgumentParser
import CanonicalJSON
import Changes
import Console
import Rendering
import Reports
import ValueStreams

/// `vsmrepo diff`: two versions, step by step.
struct Diff: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, markdown, patch }

  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compare two versions: how lead time moved and why, which waits shrank, which handoffs went away.",
    discussion: """
      Without a revision: the latest version with the working copy. With one: it with the working copy. A revision is \
      v3, v-1 (one before the latest), latest, a date, a commit id, an experiment, a branch, STREAM@ one of these, or \
      a file; :future at its end picks the state to aim at. A..B names two, A...B compares B with where it left A; between \
      two branches, every stream that changed is told of.

      Example: vsmrepo diff v3 v5
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var option: StreamOption
  @Argument(help: "What to compare.", completion: .custom { _, _, _ in Completions.revisions() })
  var revisions: [String] = []
  @Flag(help: "Compare the future states.") var future = false
  @Option(help: ArgumentHelp("Only what concerns this step.", valueName: "id")) var step: String?
  @Option(name: .customLong("work-type"), help: ArgumentHelp("Only this type of work.", valueName: "id"))
  var workType: String?
  @Flag(help: "One line a changed step.") var stat = false
  @Flag(name: .customLong("exit-code"), help: "Exit with 1 if they differ.") var exitCode = false
  @Option(help: "text, json, markdown or patch (RFC 6902).") var format: Format = .text

  func validate() throws {
    if stat, format != .text {
      throw ValidationError("--stat is text; it does not go with --format \(format.rawValue).")
    }
    if format == .patch, step != nil || workType != nil {
      throw ValidationError("A patch holds the whole change; --step and --work-type do not go with it.")
    }
    if revisions.count > 2 { throw ValidationError("At most two revisions can be compared, not \(revisions.count).") }
  }

  func run() throws {
    if let changes = try branchChanges() {
      let output = Output(options: global)
      try output.show(
        format == .markdown ? StreamChanges(changes).markdown() : StreamChanges(changes).text(output.terminal))
      if exitCode, changes.contains(where: \.isChange) { throw Ending(status: .found) }
      return
    }
    let difference = try ComparedPair(global: global, stream: option.stream, state: future ? .future : nil)
      .difference(revisions, step: step, workType: workType)
    let output = Output(options: global)
    switch format {
    case .text where stat: try output.show(DiffStat(difference).render(output.terminal))
    case .text: try output.show(DiffText(difference).render(output.terminal))
    case .json: try output.write(DiffJSON(difference).json.canonicalBytes)
    case .markdown: try output.show(DiffMarkdown(difference).render())
    case .patch: try output.write(DiffJSON(difference).patch.canonicalBytes)
    }
    if exitCode, !difference.isEmpty { throw Ending(status: .found) }
  }

  /// Every stream that changed between two branches or commits, where none is named and the output can hold several.
  private func branchChanges() throws -> [StreamChange]? {
    guard revisions.count == 1, let pair = RevisionWords.pair(revisions[0]), option.stream == nil,
      !future, !stat, step == nil, workType == nil, format == .text || format == .markdown
    else { return nil }
    let archive = try Naming(global: global).archive()
    return try archive.sides(of: pair).map { try archive.changes(between: $0) }
  }
}
