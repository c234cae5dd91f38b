import Archives
import ArgumentParser
import Console
import Rendering

/// `vsmrepo pull`: others' versions first, one's own on top.
struct Pull: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pull", abstract: "Take in what others have published, with your own versions on top.",
    discussion: """
      Your versions that nobody else has yet are replayed one by one on top of the remote's, merged step by step and field by \
      field, and numbered after it; numbers that were published stay. What cannot be had both ways waits for "vsmrepo \
      resolve"; until that is done nothing has changed here, and "vsmrepo merge --abort" gives it up.

      Example: vsmrepo pull
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(help: "The remote; else the one that the main line follows.") var remote: String?

  func run() async throws {
    let archive = try Naming(global: global).archive()
    let output = Output(options: global)
    if let waiting = try PendingMerge.waiting(in: archive) { throw Failure.mergeWaiting(stream: waiting.stream) }
    try archive.checkWritable()
    let fetched = try await Transfers(archive).fetch(archive.upstream(remote))
    let name = fetched.upstream.remote.name
    switch try archive.catching(up: fetched.upstream) {
    case .nothing:
      try output.show("Nothing new on \(name)\(fetched.commentsClause).\n")
    case .forward:
      _ = try archive.follow(fetched.upstream)
      try show(fetched, output)
    case .replay(let replay):
      try show(fetched, output)
      try CatchingUp(archive: archive, output: output).run(replay)
    }
  }

  private func show(_ fetched: Fetched, _ output: Output) throws {
    let name = fetched.upstream.remote.name
    if fetched.versions.isEmpty { return try output.show("From \(name), no new version\(fetched.commentsClause).\n") }
    try output.show("From \(name)\(fetched.commentsClause):\n")
    for version in fetched.versions { try output.show(VersionLine(version, headline: "").text(output.terminal)) }
  }
}

extension Fetched {
  /// `, 2 comments taken in`; empty when there are none.
  var commentsClause: String { comments == 0 ? "" : ", \(Numbers.counted(comments, "comment")) taken in" }
}
