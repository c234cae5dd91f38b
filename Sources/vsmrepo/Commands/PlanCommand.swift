import Archives
import ArgumentParser
import CanonicalJSON
import Changes
import Console
import Rendering
import Reports
import ValueStreams

/// `vsmrepo plan`: from the current to the future state.
struct PlanCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown, json, csv }

  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Show the gap to the future state, the actions that close it, what they promised and what they reached.",
    discussion: """
      Compares current.json with future.json of the latest version. For every action: the figure when the action first \
      appeared, the figure in the future state, and the figure now.

      Example: vsmrepo plan content
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var option: StreamOption
  @Argument(help: "The stream.", completion: .custom { _, _, _ in Completions.streams() }) var streamName: String?
  @Option(help: "text, markdown, json or csv.") var format: Format = .text

  func run() throws {
    let naming = Naming(global: global, stream: option.stream)
    let archive = try naming.archive()
    let stream = try naming.streamName(streamName, in: archive)
    guard let latest = try archive.latest(of: stream) else { throw ArchiveError.noVersions(stream: stream) }
    let current = try archive.map(of: latest)
    let future = try archive.map(of: latest, .future)
    let past = try archive.past(of: stream)
    let plan = Plan(current: current.measured, future: future.measured, history: past, today: Clock.today)
    let view = PlanText(
      plan, current: current.measured, future: future.measured, current.provenance, stepNames: past.stepNames,
      today: Clock.today)
    let output = Output(options: global)
    switch format {
    case .text: try output.show(view.render(output.terminal))
    case .markdown: try output.show(view.markdown)
    case .csv: try output.show(view.csv)
    case .json: try output.write(view.json.canonicalBytes)
    }
  }
}
