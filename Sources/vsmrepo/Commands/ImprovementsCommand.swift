import Archives
import ArgumentParser
import CanonicalJSON
import Changes
import Console
import Rendering
import Reports
import ValueStreams

/// `vsmrepo improvements`: what others can learn from.
struct ImprovementsCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown, json }

  static let configuration = CommandConfiguration(
    commandName: "improvements",
    abstract: "List what made lead time fall, over all versions of all streams, and whether it lasted.",
    discussion: """
      Corrections are left out. What was made worse later is marked as not kept.

      Example: vsmrepo improvements --kind wait --team legal
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(help: "The streams; all if none is said.", completion: .custom { _, _, _ in Completions.streams() })
  var streams: [String] = []
  @Option(help: "Only these kinds: wait, process, loop, handoff, step, steps, path, mix.") var kind:
    [Improvement.Kind] = []
  @Option(help: ArgumentHelp("Only where this team is concerned.", valueName: "id")) var team: String?
  @Option(help: ArgumentHelp("Only where subject, action or step hold this text.", valueName: "text")) var text: String?
  @Option(help: ArgumentHelp("Only of at least this size, such as 1d.", valueName: "duration")) var least: String?
  @Option(help: ArgumentHelp("Not older than this day.", valueName: "date")) var since: Day?
  @Option(help: ArgumentHelp("Not younger than this day.", valueName: "date")) var until: Day?
  @Flag(help: "What got worse instead.") var regressions = false
  @Option(help: "text, markdown or json.") var format: Format = .text

  func run() throws {
    let naming = Naming(global: global)
    let archive = try naming.archive()
    let names =
      try streams.isEmpty ? archive.committedStreams() : streams.map { try naming.streamName($0, in: archive) }
    if names.isEmpty { throw ArchiveError.noStreams }
    let filter = try filter()
    var entries: [Improvement] = []
    var maps: [String: ValueStreamMap] = [:]
    var stepNames: [String: [StepID: Text]] = [:]
    let found = try archive.byStream(names) { archive, name throws(ReportError) in
      var improvements = Improvements()
      var latest: ValueStreamMap?
      var names: [StepID: Text] = [:]
      try archive.forEachPast(of: name) { version in
        improvements.add(version)
        latest = version.measured.map
        names.note(version)
      }
      return (entries: improvements.entries, latest: latest, names: names)
    }
    for (name, stream) in zip(names, found) {
      entries += stream.entries.filter(filter.admits)
      maps[name] = stream.latest
      stepNames[name] = stream.names
    }
    let view = ImprovementsText(entries, regressions: regressions, maps: maps, stepNames: stepNames)
    let output = Output(options: global)
    switch format {
    case .text: try output.show(view.render(output.terminal))
    case .markdown: try output.show(view.markdown)
    case .json: try output.write(view.json.canonicalBytes)
    }
  }

  private func filter() throws -> ImprovementFilter {
    var filter = ImprovementFilter()
    filter.kinds = kind.isEmpty ? nil : Set(kind)
    filter.team = team.map { TeamID($0) }
    filter.text = text
    filter.since = since
    filter.until = until
    filter.regressions = regressions
    if let least {
      guard let size = try? DurationText(nil).read(least) else {
        throw Failure.usage("\"\(least)\" is not a duration", hint: "Write it as 1d or 4h.")
      }
      filter.size = Double(size.seconds)
    }
    return filter
  }
}

extension Improvement.Kind: ExpressibleByArgument {}
