import Archives
import ArgumentParser
import CanonicalJSON
import Changes
import Console
import Rendering
import Reports
import ValueStreams

/// `vsmrepo set`: figures and steps changed without an editor.
struct SetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: "Change figures, steps and loops of a map without an editor.",
    discussion: """
      A step, then its fields: approval waitTime=1d processTime=2h copy wait=2d. A field may name its step itself: \
      approval.waitTime=1d, or a loop: approval.copy.percent=20. Fields before any step belong to the map: asOf=2026-11-30. \
      Nothing behind the = takes a value away. basis=measured beside figures is the basis of those figures only.

      --add, --move and --remove keep the flow whole: a step comes between another and all that follows (--after), or all \
      that precedes it (--before), or on a branch beside it (--beside). Where a step goes, those before it hand work to \
      those behind it.

      The map is checked before it is written; the difference is shown. Nothing is committed.

      Example: vsmrepo set content approval waitTime=1d basis=measured
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(help: "The stream.", completion: .custom { _, _, _ in Completions.streams() }) var stream: String
  @Argument(help: "Steps, and fields as FIELD=VALUE.") var words: [String] = []
  @Option(help: ArgumentHelp("A new step of that name; fields before any other step are its own.", valueName: "name"))
  var add: String?
  @Option(help: ArgumentHelp("A step that goes elsewhere in the flow.", valueName: "step")) var move: String?
  @Option(help: ArgumentHelp("With --add or --move: behind this step, or behind several (a,b).", valueName: "step"))
  var after: String?
  @Option(help: ArgumentHelp("With --add or --move: in front of this step.", valueName: "step")) var before: String?
  @Option(help: ArgumentHelp("With --add or --move: on a branch beside this step.", valueName: "step"))
  var beside: String?
  @Option(help: ArgumentHelp("A step that is done no more; may be given several times.", valueName: "step"))
  var remove: [String] = []
  @Option(
    help: ArgumentHelp("How much of the work goes back, approval:copy=20%; =0 takes the loop away.", valueName: "loop"))
  var rework: [String] = []
  @Option(help: ArgumentHelp("A team and its name, legal=\"Legal team\".", valueName: "id=name")) var team: [String] =
    []
  @Flag(help: "Change the future state.") var future = false
  @Flag(name: .customLong("dry-run"), help: "Show the difference and write nothing.") var dryRun = false

  func validate() throws {
    let places = [after, before, beside].count { $0 != nil }
    if places > 1 { throw ValidationError("Say one of --after, --before and --beside.") }
    if add != nil, move != nil { throw ValidationError("Add one step or move one, and the other in a second call.") }
    if places == 1, add == nil, move == nil { throw ValidationError("A place goes with --add NAME or --move STEP.") }
    if places == 0, move != nil { throw ValidationError("Say where to: --after, --before or --beside a step.") }
    if words.isEmpty, add == nil, move == nil, remove.isEmpty, rework.isEmpty, team.isEmpty {
      throw ValidationError("Say what to change, such as: approval waitTime=1d")
    }
  }

  func run() throws {
    let naming = Naming(global: global)
    let archive = try naming.archive()
    let stream = try naming.workingStream(stream, in: archive)
    let state: Provenance.State = future ? .future : .current
    let path = "\(stream)/\(state.fileName)"
    guard let seen = try archive.workingBytes(of: stream, state) else {
      throw Failure.noWorkingMap(path: path, stream: stream)
    }
    let before = try NamedMap(seen, Provenance(stream: stream, state: state, label: "as it was"), name: path)
    let bytes = try changed(before.map).canonicalBytes
    let after = try NamedMap(bytes, Provenance(stream: stream, state: state, label: "as set"), name: path)
    let difference = Difference(from: before, to: after)

    let output = Output(options: global)
    var page = Page(output.terminal)
    if difference.isEmpty {
      page.wrap("Nothing to change: \(path) says so already.")
    } else {
      page.blank()
      if dryRun {
        page.wrap("\(path) was not written.")
      } else {
        try archive.replaceFile(path, seen: seen, with: bytes)
        page.wrap("\(path, .strong) is changed. To make it a version: vsmrepo commit \(stream)")
      }
    }
    try output.show((difference.isEmpty ? "" : DiffText(difference).render(output.terminal) + "\n") + page.string())
  }

  /// All that would be wrong with the changed map is told, a line each.
  private func changed(_ map: ValueStreamMap) throws -> ValueStreamMap {
    do {
      return try map.applying(edits(map))
    } catch {
      guard case .invalid(let problems) = error, problems.count > 2 else {
        throw error
      }
      for problem in problems { Output.note(visibleLine("\(problem.place): \(problem.problem.sentence)")) }
      Output.note("error: the changed map would have \(problems.count) errors; nothing was written")
      throw Ending(status: .invalidData)
    }
  }

  private func edits(_ map: ValueStreamMap) throws(EditError) -> [MapEdit] {
    let words = EditWords(map, adding: add)
    var edits: [MapEdit] = []
    for id in remove { edits.append(.remove(try words.step(id))) }
    if let move { edits.append(.move(try words.step(move), try place(words))) }
    if let add { edits.append(.add(name: add, try place(words))) }
    for team in team { edits.append(try words.team(team)) }
    for loop in rework { edits.append(try words.rework(loop)) }
    return edits + (try words.read(self.words, subject: add.map { .step(map.newStepID(named: $0)) } ?? .map))
  }

  private func place(_ words: EditWords) throws(EditError) -> Place {
    if let after { return .after(try words.steps(after)) }
    if let before { return .before(try words.step(before)) }
    if let beside { return .beside(try words.step(beside)) }
    return .end
  }
}
