import ArgumentParser
import CanonicalJSON
import Console

/// `vsmrepo canon`: any JSON in canonical form. Plumbing.
struct Canon: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "canon", abstract: "Print any JSON document in canonical form.",
    discussion: """
      Object members are sorted, numbers and strings written as RFC 8785 prescribes, two spaces of indentation. \
      Durations and sets of a map are put in canonical text by "commit"; canon knows nothing of maps.

      Example: vsmrepo canon data.json > sorted.json
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(help: "A JSON file; standard input if absent or -.") var file: String = "-"
  @Flag(help: "Pure RFC 8785: no white space at all, no newline at the end.") var compact = false

  func run() throws {
    let path = file == "-" ? file : global.path(file)
    let (document, problems) = JSONDocument.read(try InputFile.read(path))
    guard let document, problems.isEmpty else {
      for problem in problems {
        Output.note(visibleLine("\(file):\(problem.position): \(problem.message); \(problem.remedy)"))
      }
      throw Ending(status: .invalidData)
    }
    let tree = document.root.json
    try Output(options: global).write(compact ? tree.compactBytes : tree.canonicalBytes)
  }
}
