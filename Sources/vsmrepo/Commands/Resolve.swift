import Archives
import ArgumentParser
import CanonicalJSON
import Changes
import Console
import Rendering
import ValueStreams

/// `vsmrepo resolve`: settling the conflicts of a merge.
struct Resolve: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve", abstract: "Settle the conflicts of a half-done merge.",
    discussion: """
      Without an address: asks at the terminal, one conflict after the other, or lists them. With one: takes a side or a \
      value for it. --all settles all conflicts, --kind all of a kind. --edit opens the merged map in your editor. Once \
      nothing is left, the merge becomes the next version.

      Example: vsmrepo resolve /steps/approval/waitTime --theirs
      """)

  enum Side: String, EnumerableFlag { case ours, theirs, base }

  @OptionGroup var global: GlobalOptions
  @Argument(help: "The conflict's address, as it is listed.") var address: String?
  @Flag(help: "Take the main line's value, the other side's, or that of both before.") var side: Side?
  @Option(help: ArgumentHelp("Take this value: JSON, or plain text.", valueName: "value")) var value: String?
  @Flag(help: "All conflicts.") var all = false
  @Option(help: "All conflicts of a kind: edit, delete, flow or calendar.") var kind: Conflict.Kind?
  @Flag(help: "Open the merged map in the editor; what you save is the result.") var edit = false
  @Flag(help: "The conflict is in the future state.") var future = false

  func validate() throws {
    let ways = [address != nil, all, kind != nil, edit].count { $0 }
    if ways > 1 { throw ValidationError("Say one of an address, --all, --kind and --edit.") }
    if all || kind != nil, side == nil { throw ValidationError("Say which side: --ours, --theirs or --base.") }
    if address != nil, (side == nil) == (value == nil) {
      throw ValidationError("Say a side (--ours, --theirs, --base) or a --value.")
    }
  }

  func run() throws {
    let archive = try Naming(global: global).archive()
    let output = Output(options: global)
    guard var pending = try PendingMerge.waiting(in: archive) else { throw Failure.noMerge }
    let state: Provenance.State = future ? .future : pending.merges[.current] == nil ? .future : .current
    if edit {
      try byEditing(&pending, state, archive)
    } else if let address {
      try settle(address, &pending, state)
    } else if let side, all || kind != nil {
      for (state, merge) in pending.merges { pending.merges[state] = merge.resolvingAll(of: kind, by: side.choice) }
    } else if output.canAsk {
      try ConflictDialogue(output: output).settle(&pending)
    }
    try pending.finish(in: archive, output)
  }

  private func settle(_ word: String, _ pending: inout PendingMerge, _ state: Provenance.State) throws {
    guard let merge = pending.merges[state], let place = MergeAddress(word),
      let conflict = merge.conflicts.first(where: { $0.address == place })
    else {
      let known = (pending.merges[state]?.conflicts ?? []).map(\.address.description)
      throw Failure.unknownConflict(word, known: known)
    }
    let choice: Choice = side.map { .side($0.choice) } ?? .value(value.map(Self.json))
    pending.merges[state] = merge.resolving(conflict.address, by: choice)
  }

  private func byEditing(_ pending: inout PendingMerge, _ state: Provenance.State, _ archive: Archive) throws {
    guard Output(options: global).canAsk else { throw Failure.usage("--edit needs a terminal", hint: nil) }
    guard let merge = pending.merges[state] else { throw Failure.noMerge }
    let text = String(decoding: merge.document.canonicalBytes, as: UTF8.self)
    let edited = try Editor(configured: archive.configuredEditor)
      .edit(text, fileNamed: "VSMREPO_MERGE.json", in: archive.gitDirectory)
    let reading = MapReader.read(Array(edited.utf8))
    guard let map = reading.map else { throw Failure.invalidMap(name: "the edited map", problems: reading.problems) }
    pending.merges[state] = nil
    pending.taken[state] = map
  }

  /// JSON where it is JSON, else the text itself.
  static func json(_ text: String) -> JSON {
    let (document, problems) = JSONDocument.read(Array(text.utf8))
    if let document, problems.isEmpty { return document.root.json }
    return .string(Text(text))
  }
}

extension Resolve.Side {
  var choice: Choice.Side {
    switch self {
    case .ours: .ours
    case .theirs: .theirs
    case .base: .base
    }
  }
}

extension Conflict.Kind: ExpressibleByArgument {}
