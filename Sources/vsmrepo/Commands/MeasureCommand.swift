import Archives
import ArgumentParser
import CanonicalJSON
import Changes
import Console
import Measuring
import Rendering
import Reports
import ValueStreams

/// `vsmrepo measure`: an event log becomes the figures of a map.
struct MeasureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure",
    abstract: "Measure a stream's steps from an event log: a ticket export as CSV, or IEEE XES.",
    discussion: """
      A row of the log says which case, which activity, and when it started, ended or both. Waits and process times are \
      counted in working time; rework, %C&A, demand and queues follow from what came back and from what came in. The \
      difference to the working copy is shown, and nothing is written without a yes at the terminal or --write.

      With only ends, or only starts, waiting and work are told apart where a step states its process time.

      Example: vsmrepo measure content --events tickets.csv --zone Europe/Berlin --hours "mon-fri 9:00-17:30"
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(help: "The stream.", completion: .custom { _, _, _ in Completions.streams() }) var stream: String?
  @OptionGroup(title: "The log") var log: LogOptions
  @OptionGroup(title: "Working time") var time: WorkingTimeOptions
  @OptionGroup(title: "The map") var names: ActivityOptions
  @Flag(help: "Write the figures into the working copy without asking.") var write = false
  @Option(help: "text or json (what was measured).") var format: ListFormat = .text

  func run() throws {
    let naming = Naming(global: global)
    let archive = try naming.archive()
    let stream = try names.discover ? newStream(archive) : naming.streamName(stream, in: archive)
    let seen = try archive.workingBytes(of: stream, .current)
    let path = "\(stream)/\(Provenance.State.current.fileName)"
    let base = try seen.map { try NamedMap($0, Provenance(stream: stream, label: "working copy"), name: path) }
    if base == nil, !names.discover { throw Failure.noWorkingMap(path: path, stream: stream) }

    let zone = try time.zone(of: base?.map)
    let events = try LogFile(path: global.path(log.events), options: log.tableOptions(zone)).read(global)
    let hours = try time.hours(of: base?.map)
    guard let span = events.span else { throw MeasuringError.empty }
    let clock = WorkingClock(
      hours, zone: zone, holidays: try time.holidays(global), from: span.lowerBound, to: span.upperBound)
    let discovery = try names.discovery(events, of: stream, base?.map, hours)
    guard var map = discovery?.map ?? base?.map else { throw Failure.noWorkingMap(path: path, stream: stream) }
    if discovery != nil { map.schema = base?.map.schema ?? Naming.schema(of: stream) }
    let measurement = try measure(events, map, discovery, clock)

    let after = measurement.stated(in: map, source: log.name)
    let measured = try NamedMap(
      after.canonicalBytes, Provenance(stream: stream, label: "measured"), name: "the measured map")
    let view = MeasurementText(
      measurement, in: after, leadTime: measured.measured.metrics.figures.leadTime, source: log.name,
      stream: stream, discovery: discovery)
    let output = Output(options: global)
    if format == .json {
      try output.write(view.json.canonicalBytes)
      if write {
        try put(after.canonicalBytes, at: path, over: seen, archive)
        Output.note("Wrote \(path).")
      }
      return
    }
    let difference = base.map { DiffText(Difference(from: $0, to: measured)).render(output.terminal) }
    try output.show(view.render(output.terminal) + (difference.map { "\n" + $0 } ?? ""))
    if after.canonicalBytes == seen {
      Output.note("The working copy says so already.")
    } else if try isWanted(path, output) {
      try put(after.canonicalBytes, at: path, over: seen, archive)
      Output.note("Wrote \(path). Look at it, then: vsmrepo commit \(stream)")
    } else {
      Output.note("Nothing was written. To write it to \(path): --write")
    }
  }

  /// With `--discover` the stream need not exist yet.
  private func newStream(_ archive: Archive) throws -> String {
    guard let stream else { return try Naming(global: global).streamName(nil, in: archive) }
    if let problem = StreamName.problem(with: stream) { throw ArchiveError.invalidStreamName(stream, reason: problem) }
    return stream
  }

  private func measure(
    _ events: EventLog, _ map: ValueStreamMap, _ discovery: Discovery?, _ clock: WorkingClock
  ) throws -> Measurement {
    let flow: Flow
    do { flow = try Flow(map) } catch { throw ForecastError.flow(error) }
    let activities =
      try discovery?.names ?? ActivityNames(events.activities, in: map, mapping: names.mapping(global))
    return try Measurement(events, of: map, flow, names: activities, clock: clock)
  }

  private func put(_ bytes: [UInt8], at path: String, over seen: [UInt8]?, _ archive: Archive) throws {
    if let seen {
      try archive.replaceFile(path, seen: seen, with: bytes)
    } else if try !archive.writeNewFile(path, bytes) {
      throw Failure.fileExists(path: path)
    }
  }

  private func isWanted(_ path: String, _ output: Output) throws -> Bool {
    if write { return true }
    guard output.canAsk else { return false }
    Output.note("Write these figures to \(path)? [y]es, [n]o")
    return readLine()?.lowercased().hasPrefix("y") == true
  }
}
