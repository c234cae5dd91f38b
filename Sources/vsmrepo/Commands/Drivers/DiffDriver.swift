import ArgumentParser
import Changes
import Console
import Rendering
import Reports
import ValueStreams

/// `git-driver diff PATH OLD …`: what `git diff` prints for a map.
struct DiffDriver: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Compare two versions of a map as git diff calls for it.",
    discussion: "Git passes: path old-file old-id old-mode new-file new-id new-mode.")

  @OptionGroup var global: GlobalOptions
  @Argument(parsing: .captureForPassthrough, help: "What Git passes.") var words: [String]

  func run() async throws {
    let output = Output(options: global)
    guard words.count >= 7 else {
      return try output.write(Array(visibleLine("* \(words.first ?? ""): not merged yet\n").utf8) + [10])
    }
    let path = words[0]
    let before = try Side(path, file: words[1], id: words[2])
    let after = try Side(path, file: words[4], id: words[5])
    switch (before, after) {
    case (.map(let old), .map(let new)):
      try output.write(Array((DiffText(Difference(from: old, to: new)).render(output.terminal) + "\n").utf8))
    case (.absent, .map(let new)):
      try output.write(Array("\(path)\n\(firstHeadline(new.map, new.measured.metrics))\n\n".utf8))
    case (.map, .absent):
      try output.write(Array(visibleLine("\(path): the map was removed").utf8) + [10, 10])
    default:
      let text = try await GitProgram(in: ".").output(
        "diff", "--no-index", "--no-ext-diff", "--no-textconv", "--", words[1], words[4])
      try output.write(Array(Self.renamed(text, [words[1], words[4]], to: path).utf8))
    }
  }

  /// In the lines before the first change, the file's own name for those of Git's temporary copies.
  private static func renamed(_ text: String, _ files: [String], to path: String) -> String {
    let header = text.prefix(upTo: text.firstRange(of: "\n@@")?.lowerBound ?? text.startIndex)
    let names = files.map { $0.hasPrefix("/") ? String($0.dropFirst()) : $0 }.filter { $0 != "dev/null" }
    let renamed = names.reduce(String(header)) { $0.replacing("/" + $1, with: "/" + path) }
    return renamed + text.dropFirst(header.count)
  }

  private enum Side {
    case absent
    case map(NamedMap)
    /// Somebody else's file, or a map that cannot be read.
    case other

    init(_ path: String, file: String, id: String) throws {
      if file == "/dev/null" {
        self = .absent
        return
      }
      // Git has no id for what is in no object: the working copy.
      let label = id.allSatisfy { $0 == "0" || $0 == "." } ? "working copy" : String(id.prefix(7))
      let stream = path.split(separator: "/").dropLast().joined(separator: "/")
      let provenance = Provenance(
        stream: stream.isEmpty ? nil : stream, state: path.hasSuffix("future.json") ? .future : .current, label: label)
      let named = try? NamedMap(InputFile.read(file), provenance, name: path)
      self = named.map(Side.map) ?? .other
    }
  }
}
