import Archives
import ArgumentParser
import Console
import Rendering

/// `vsmrepo clone`: an archive of one's own that follows another.
struct Clone: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clone", abstract: "Copy an archive from elsewhere, with its comments, and follow it.",
    discussion: "Example: vsmrepo clone git@example.org:maps.git")

  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp("Where it is: a path, an ssh address or a URL.", valueName: "url")) var url: String
  @Argument(help: "The folder to make; else called like the archive.", completion: .directory) var folder: String?

  func run() async throws {
    let path = folder ?? Self.name(of: url)
    let archive = try await Transfers.clone(url, to: path, from: global.folder, at: global.path(path))
    let output = Output(options: global)
    let streams = try archive.committedStreams()
    try output.show(
      visibleLine("\(path) is a copy of \(withoutPassword(url)), with \(Numbers.counted(streams.count, "stream")).")
        + "\nNext: cd \(path) && vsmrepo status\n")
  }

  /// The folder that git would choose: the last part of the address without `.git`.
  static func name(of url: String) -> String {
    var last = url.split { $0 == "/" || $0 == ":" }.last.map(String.init) ?? url
    if last == ".git" { last = url.split(separator: "/").dropLast().last.map(String.init) ?? last }
    return last.hasSuffix(".git") ? String(last.dropLast(4)) : last
  }
}
