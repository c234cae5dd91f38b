import Archives
import ArgumentParser
import Console
import Rendering
import Reports
import ValueStreams

/// `vsmrepo check`: errors, warnings and notes.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Find errors in maps, and what makes their figures less trustworthy.",
    discussion: """
      Without a file: every map of the working copy, or those of the stream given with -s. Errors make a map invalid; \
      warnings and notes never block. Exit code 1 on errors, with --strict on warnings too.

      Example: vsmrepo check content/current.json
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var option: StreamOption
  @Argument(help: "Map files; - for standard input.", completion: .file(extensions: ["json"])) var files: [String] = []
  @Flag(help: "Fail on warnings too.") var strict = false
  @Option(help: "text or json.") var format: ListFormat = .text

  func run() throws {
    let found = files.isEmpty ? try workingCopy() : try files.flatMap(filesMeant).map(check)
    try Output(options: global).show(format, ProblemText(found))
    let severities = Set(found.flatMap(\.problems).map(\.severity))
    if severities.contains(.error) || (strict && severities.contains(.warning)) { throw Ending(status: .found) }
  }

  /// A stream's folder stands for the maps in it.
  private func filesMeant(_ path: String) -> [String] {
    let folder = path.hasSuffix("/") ? path : path + "/"
    let maps = Provenance.State.allCases.map { folder + $0.fileName }.filter { InputFile.exists(global.path($0)) }
    return maps.isEmpty ? [path] : maps
  }

  private func check(_ path: String) throws -> ProblemText.File {
    let bytes = try InputFile.read(path == "-" ? path : global.path(path))
    let context = CheckContext(state: path.hasSuffix("future.json") ? .future : .current, today: Clock.today)
    return file(path, bytes, context)
  }

  private func workingCopy() throws -> [ProblemText.File] {
    let naming = Naming(global: global, stream: option.stream)
    let archive = try naming.archive()
    if archive.isBare { throw ArchiveError.bareRepository }
    let streams = try option.stream.map { [try naming.streamName($0, in: archive)] } ?? archive.workingStreams()
    if streams.isEmpty { throw ArchiveError.noStreams }
    return try streams.flatMap { try check($0, in: archive) }
  }

  private func check(_ stream: String, in archive: Archive) throws -> [ProblemText.File] {
    let latest = try archive.latest(of: stream)
    var files: [ProblemText.File] = []
    for state in Provenance.State.allCases {
      guard let bytes = try archive.workingBytes(of: stream, state) else { continue }
      let previous = try latest.flatMap { try archive.mapIfValid(of: $0, state) }
      let context = CheckContext(state: state, previous: previous?.map, today: Clock.today)
      files.append(
        file("\(stream)/\(state.fileName)", bytes, context))
    }
    return files
  }

  private func file(_ name: String, _ bytes: [UInt8], _ context: CheckContext) -> ProblemText.File {
    let reading = MapReader.read(bytes, context: context)
    var advice: [String] = []
    if context.state == .current, let map = reading.map, let metrics = try? Metrics(map) {
      advice = adviceLines(Advice.on(map, metrics), map)
    }
    return ProblemText.File(name: name, problems: reading.problems, advice: advice)
  }
}
