import Archives
import ArgumentParser
import CanonicalJSON
import Console
import Rendering
import Reports
import ValueStreams

/// `vsmrepo log`: the versions of a stream, newest first.
struct Log: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "List the versions of a stream, newest first, each with what it changed.",
    discussion: "Example: vsmrepo log content -n 5")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var option: StreamOption
  @Argument(
    help: "The stream; all of them in an archive of several.", completion: .custom { _, _, _ in Completions.streams() })
  var streamName: String?
  @Option(name: .customShort("n"), help: ArgumentHelp("At most so many versions a stream.", valueName: "number"))
  var limit: Int?
  @Option(help: ArgumentHelp("Not older than this day.", valueName: "date")) var since: Day?
  @Option(help: ArgumentHelp("Not younger than this day.", valueName: "date")) var until: Day?
  @Option(help: ArgumentHelp("Only versions that changed this step.", valueName: "id")) var step: String?
  @Option(help: "text or json.") var format: ListFormat = .text

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("-n takes a number from 0 on, not \(limit).") }
  }

  func run() throws {
    let naming = Naming(global: global, stream: option.stream)
    let archive = try naming.archive()
    let query = LogQuery(limit: limit, since: since, until: until, step: step.map { StepID($0) })
    let entries = try streams(naming, archive).flatMap { try archive.log($0, query) }
    try Output(options: global).show(format, LogText(entries))
  }

  /// The one that is meant, or all.
  private func streams(_ naming: Naming, _ archive: Archive) throws -> [String] {
    if streamName != nil || option.stream != nil { return [try naming.streamName(streamName, in: archive)] }
    return try naming.impliedStreams(in: archive)
  }
}

extension Day: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}
