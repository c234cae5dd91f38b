import Archives
import ArgumentParser
import CanonicalJSON
import Changes
import Console
import Rendering
import Reports
import ValueStreams

/// `vsmrepo export`: a map or a difference as a file to share.
struct Export: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case svg, html, markdown, csv, json }

  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write one map, or with two revisions one difference, as a file to share.",
    discussion: """
      svg is the picture: of the map, of the change with --bridge left out, or with it the waterfall of the lead time. csv is \
      a spreadsheet of the steps.

      Example: vsmrepo export v3 v5 --format svg > change.svg
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var option: StreamOption
  @Argument(help: "One revision, or two.", completion: .custom { _, _, _ in Completions.revisions() })
  var revisions: [String] = []
  @Option(help: "svg, html (by vsmrepo-web), markdown, csv or json.") var format: Format
  @Flag(help: "With two revisions and svg: the bridge from the old lead time to the new one.") var bridge = false

  func validate() throws {
    if revisions.count > 2 { throw ValidationError("At most two revisions can be exported, not \(revisions.count).") }
    if bridge, revisions.count != 2 || format != .svg {
      throw ValidationError("--bridge goes with two revisions and svg.")
    }
    if format == .csv, revisions.count == 2 { throw ValidationError("A difference has no csv; a map has.") }
  }

  func run() throws {
    if format == .html {
      ExternalProgram.replace(with: "vsmrepo-web", Array(CommandLine.arguments.dropFirst()))
      throw Failure.noWebProgram(command: "export --format html")
    }
    let output = Output(options: global)
    let naming = Naming(global: global, stream: option.stream)
    try output.write(Array(revisions.count == 2 ? change(naming).utf8 : map(naming).utf8))
  }

  private func map(_ naming: Naming) throws -> String {
    let shown = try naming.map(revisions.first)
    let (map, measured) = (shown.map, shown.measured)
    return switch format {
    case .svg, .html: MapPicture.make(measured, label: shown.provenance.label).svg()
    case .markdown: ShowMarkdown(map, measured.flow, measured.metrics, shown.provenance).render()
    case .csv: MapCSV(map).render()
    case .json:
      String(decoding: MetricsJSON(map, measured.metrics, shown.provenance).json.canonicalBytes, as: UTF8.self)
    }
  }

  private func change(_ naming: Naming) throws -> String {
    let pair = ComparedPair(global: global, stream: option.stream)
    let difference = try pair.difference(revisions)
    switch format {
    case .markdown: return DiffMarkdown(difference).render()
    case .json, .csv: return String(decoding: DiffJSON(difference).json.canonicalBytes, as: UTF8.self)
    case .svg, .html:
      if bridge { return BridgePicture.make(difference).svg() }
      let sides = Sides(before: try naming.map(revisions[0]).measured, after: try naming.map(revisions[1]).measured)
      return ChangePicture.make(sides, difference).svg()
    }
  }
}
