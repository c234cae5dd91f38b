import Archives
import ArgumentParser
import CanonicalJSON
import Changes
import Console
import Rendering
import Reports
import ValueStreams

/// `vsmrepo show`: one map.
struct Show: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, map, markdown, csv, svg }

  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show one map: its steps, waits and handoffs, its figures, and where work is held back.",
    discussion: """
      Without a revision: the working copy, or the latest version of a bare archive. "--format map" prints the canonical \
      document itself.

      Example: vsmrepo show v5
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var option: StreamOption
  @Argument(
    help: "v3, latest, a date, a commit id, STREAM, STREAM@v3, a file …",
    completion: .custom { _, _, _ in Completions.revisions() })
  var revision: String?
  @Option(help: "text, json, map (the document itself), markdown, csv or svg (the picture).") var format: Format = .text

  func run() throws {
    let naming = Naming(global: global, stream: option.stream)
    let shown = try naming.map(revision)
    let (map, measured) = (shown.map, shown.measured)
    let output = Output(options: global)
    switch format {
    case .text:
      try output.show(
        ShowText(
          map, measured.flow, measured.metrics, shown.provenance,
          comments: shown.provenance.commit == nil ? [] : comments(naming)
        ).render(output.terminal))
    case .json: try output.write(MetricsJSON(map, measured.metrics, shown.provenance).json.canonicalBytes)
    case .map: try output.write(map.canonicalBytes)
    case .markdown: try output.show(ShowMarkdown(map, measured.flow, measured.metrics, shown.provenance).render())
    case .csv: try output.show(MapCSV(map).render())
    case .svg:
      try output.write(Array(MapPicture.make(measured, label: shown.provenance.label).svg().utf8))
    }
  }

  private func comments(_ naming: Naming) throws -> [ShowText.Comment] {
    let archive = try naming.archive()
    return try archive.commentTexts(on: naming.revision(revision, in: archive))
  }
}
