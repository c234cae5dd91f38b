import ArgumentParser
import Changes
import Console
import Rendering
import ValueStreams

/// `git-driver text FILE`: a map as lines, for the line diffs of `git log -p` and `git show`.
struct TextDriver: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "text", abstract: "Print a map one fact a line.",
    discussion: "Example: vsmrepo git-driver text content/current.json")

  @OptionGroup var global: GlobalOptions
  @Argument(help: "The file that Git wrote.") var file: String

  func run() throws {
    let bytes = try InputFile.read(file)
    let output = Output(options: global)
    // Somebody else's file, or a broken one, is shown as it is.
    guard let map = MapReader.read(bytes).map, let measured = try? MeasuredMap(map) else {
      return try output.write(bytes)
    }
    try output.write(Array(MapLines(measured).render().utf8))
  }
}
