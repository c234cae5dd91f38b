import Archives
import ArgumentParser
import Console

/// `vsmrepo fetch`: what others have published, without touching what is here.
struct Fetch: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch", abstract: "Get what others have published, and leave the main line as it is.",
    discussion: """
      Lists the versions that are new on the remote, and takes its comments in. "vsmrepo diff latest origin/main" compares.

      Example: vsmrepo fetch
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(help: "The remote; else the one that the main line follows.") var remote: String?

  func run() async throws {
    let archive = try Naming(global: global).archive()
    let output = Output(options: global)
    let fetched = try await Transfers(archive).fetch(archive.upstream(remote))
    let name = fetched.upstream.remote.name
    if fetched.versions.isEmpty {
      try output.show("Nothing new on \(name)\(fetched.commentsClause).\n")
      return
    }
    try output.show("New on \(name)\(fetched.commentsClause):\n")
    for version in fetched.versions { try output.show(VersionLine(version, headline: "").text(output.terminal)) }
    Output.note("Take them in: vsmrepo pull")
  }
}
