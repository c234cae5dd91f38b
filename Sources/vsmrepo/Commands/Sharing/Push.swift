import Archives
import ArgumentParser
import Console
import Rendering

/// `vsmrepo push`: publishing what is here.
struct Push: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "push", abstract: "Publish your versions with their numbers, and your comments.",
    discussion: """
      Everything or nothing: the main line, a tag for each version, and the comments arrive together or not at all. Once \
      published, a version keeps its number. An experiment that is still open is shared with plain Git: \
      git push origin experiment/NAME.

      Example: vsmrepo push
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(help: "The remote; else the one that the main line follows.") var remote: String?

  func run() async throws {
    let archive = try Naming(global: global).archive()
    let output = Output(options: global)
    let upstream = try archive.upstream(remote)
    guard let publication = try archive.publication(to: upstream) else {
      try output.show("Nothing to push: there is no version yet.\n")
      return
    }
    let said = try await Transfers(archive).push(publication)
    try archive.notePublication(publication)
    for line in said { Output.note(visibleLine(line)) }
    let name = upstream.remote.name
    if publication.versions.isEmpty {
      let what = publication.hasComments ? "The comments are on \(name) now" : "\(name) has it all already"
      try output.show("\(what).\n")
      return
    }
    try output.show("On \(name) now\(publication.hasComments ? ", with the comments" : ""):\n")
    for version in publication.versions {
      try output.show(VersionLine(version, headline: "").text(output.terminal))
    }
  }
}
