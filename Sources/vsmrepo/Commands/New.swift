import Archives
import ArgumentParser
import CanonicalJSON
import Console
import Rendering
import ValueStreams

/// `vsmrepo new`: a first map.
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Start a stream with a first map, empty or from a template.",
    discussion: """
      Writes STREAM/current.json for you to fill in; nothing is committed yet. "vsmrepo templates" lists the templates.

      Example: vsmrepo new content --template content
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(help: "The stream's name: its folder in the archive, such as content or growth/email.") var stream: String
  @Option(
    help: ArgumentHelp("Start from this template.", valueName: "name"),
    completion: .list(ValueStreams.Templates.all.map(\.name)))
  var template: String?

  func run() throws {
    if let problem = StreamName.problem(with: stream) { throw ArchiveError.invalidStreamName(stream, reason: problem) }
    let archive = try Naming(global: global).archive()
    var map = try firstMap()
    map.schema = Text(String(repeating: "../", count: stream.split(separator: "/").count) + Archive.schemaPath)

    let path = "\(stream)/\(Provenance.State.current.fileName)"
    guard try archive.writeNewFile(path, map.canonicalBytes) else { throw Failure.fileExists(path: path) }
    var page = Page(Output(options: global).terminal)
    page.wrap("\(path, .strong): \(map.steps.count) steps, without figures yet.")
    page.wrap(
      "Fill it in with those who do the work; \"vsmrepo check\" says what is missing. Then: vsmrepo commit \(stream)")
    try Output(options: global).show(page.string())
  }

  private func firstMap() throws -> ValueStreamMap {
    guard let template else { return .firstSketch(of: stream) }
    guard let found = ValueStreams.Templates.named(template) else {
      throw Failure.unknownTemplate(template, known: ValueStreams.Templates.all.map(\.name))
    }
    let reading = MapReader.read(Array(found.document.utf8))
    guard let map = reading.map else {
      throw Failure.invalidMap(name: "template \(template)", problems: reading.problems)
    }
    return map
  }
}
