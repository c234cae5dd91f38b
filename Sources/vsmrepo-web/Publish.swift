import Archives
import ArgumentParser
import Browsing
import Console

/// `vsmrepo publish`: the pages as files.
struct Publish: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the archive as web pages, as files that any static host can serve.",
    discussion: """
      Only what changed since the last time is made again. Each file takes its place whole, and pages that lead to new ones \
      last, so a reader never meets half a page or a link to nowhere. The folder has to be new, empty, or one published to \
      before; files that publish did not write are never touched.

      Example: vsmrepo publish site
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(help: "The folder.", completion: .directory) var folder: String
  @Option(help: ArgumentHelp("What the site is called.", valueName: "text")) var title: String = Site.defaultTitle

  func run() async throws {
    let place = Naming.absolute(global.folder) ?? global.folder
    let site = Site(form: .files, title: title, today: Clock.today)
    let publisher = Publisher(site, to: global.path(folder), tool: Web.version) { () throws(ArchiveError) in
      try Archive.open(at: place)
    }
    let progress = Progress("Making pages")
    let outcome = try await publisher.run { done, total in progress.show(done, of: total) }
    progress.end()
    var counts = ["\(outcome.written) files written", "\(outcome.kept) unchanged"]
    if outcome.removed > 0 { counts.append("\(outcome.removed) removed") }
    try Output(options: global).write(Array("\(folder): \(counts.joined(separator: ", "))\n".utf8))
  }
}
