import Archives
import ArgumentParser
import Browsing
import Changes
import Console
import Rendering
import Reports

/// `vsmrepo export --format html`: one page with everything in it.
struct ExportPage: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case html }

  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write one map, or with two revisions one difference, as one HTML file that needs nothing else.",
    discussion: "Example: vsmrepo export v3 v5 --format html > change.html")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var option: StreamOption
  @Argument(help: "One revision, or two.") var revisions: [String] = []
  @Option(help: "html; vsmrepo itself writes the other formats.") var format: Format = .html

  func validate() throws {
    if revisions.count > 2 { throw ValidationError("At most two revisions can be exported, not \(revisions.count).") }
  }

  func run() throws {
    let naming = Naming(global: global, stream: option.stream)
    let page: SinglePage
    if revisions.count == 2 {
      let pair = ComparedPair(global: global, stream: option.stream)
      page = .difference(
        try pair.difference(revisions), Sides(before: try naming.map(revisions[0]), after: try naming.map(revisions[1]))
      )
    } else {
      page = .map(try naming.map(revisions.first))
    }
    try Output(options: global).write(Array(page.html(today: Clock.today).utf8))
  }
}
