import ArgumentParser
import CanonicalJSON
import Console
import Measuring
import ValueStreams

/// Where the log is and how it is written.
struct LogOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The event log: CSV or XES, \"-\" for standard input.", valueName: "file"), completion: .file())
  var events: String
  @Option(name: .customLong("case"), help: ArgumentHelp("The column of cases.", valueName: "column")) var item: String?
  @Option(help: ArgumentHelp("The column of activities.", valueName: "column")) var activity: String?
  @Option(help: ArgumentHelp("The column of starts.", valueName: "column")) var start: String?
  @Option(help: ArgumentHelp("The column of ends.", valueName: "column")) var end: String?
  @Option(help: ArgumentHelp("The column of lifecycle transitions.", valueName: "column")) var lifecycle: String?
  @Option(help: "What 03/04/2026 means: dmy or mdy.") var dates: TimestampText.Order?
  @Flag(name: .customLong("skip-invalid"), help: "Leave out rows that make no sense, and count them.")
  var skipInvalid = false

  /// How the log is called in the map: without its folders.
  var name: String { events == "-" ? "standard input" : String(events.split(separator: "/").last ?? "") }

  func tableOptions(_ zone: Zone) -> TableLog.Options {
    var options = TableLog.Options(TimestampText(zone: zone, order: dates))
    let columns: [(LogRole, String?)] = [
      (.item, item), (.activity, activity), (.start, start), (.end, end), (.lifecycle, lifecycle),
    ]
    for (role, column) in columns { options.columns[role] = column }
    options.skipsInvalid = skipInvalid
    return options
  }
}

/// When work is done.
struct WorkingTimeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Hours such as mon-fri 9:00-17:00, or always; else the last measuring's, else the map's from 9:00.",
      valueName: "hours"))
  var hours: String?
  @Option(
    help: ArgumentHelp(
      "Whose clocks count: Europe/Berlin, UTC, +02:00; else the last measuring's, else this machine's.",
      valueName: "zone"))
  var zone: String?
  @Option(
    help: ArgumentHelp("Days off: a day a line, 2026-12-25 or 2026-12-24..2026-12-31.", valueName: "file"),
    completion: .file())
  var holidays: String?

  func hours(of map: ValueStreamMap?) throws -> WorkingHours {
    if let hours { return try WorkingHours(hours) }
    guard let text = Self.last("hours", of: map) else { return WorkingHours(map?.calendar) }
    return try WorkingHours(text)
  }

  func zone(of map: ValueStreamMap?) throws -> Zone {
    try SystemZone.named(zone ?? Self.last("zone", of: map))
  }

  func holidays(_ global: GlobalOptions) throws -> Holidays {
    guard let holidays else { return .none }
    let text = String(decoding: try InputFile.read(global.path(holidays)), as: UTF8.self)
    do {
      return try Holidays(text: text)
    } catch {
      guard case .line(let number, let line) = error else { throw error }
      throw Failure.badLine(
        path: holidays, number, line, remedy: "Write a day as 2026-12-25, or days as 2026-12-24..2026-12-31.")
    }
  }

  /// What the map keeps of the last measuring.
  private static func last(_ key: Text, of map: ValueStreamMap?) -> String? {
    guard case .object(let members)? = map?.extensions["x-measured"], case .string(let text)? = members[key] else {
      return nil
    }
    return text.string
  }
}

/// Which activity is which step.
struct ActivityOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The step that an activity is; with nothing after = it is left out.", valueName: "activity=step"))
  var map: [String] = []
  @Option(
    name: .customLong("map-file"), help: ArgumentHelp("The same, a line each.", valueName: "file"), completion: .file())
  var mapFile: String?
  @Flag(help: "Draw the map from the log alone.") var discover = false
  @Option(
    name: .customLong("least-share"),
    help: ArgumentHelp("With --discover: leave out what fewer percent of the items have.", valueName: "percent"))
  var leastShare = 5.0

  func validate() throws {
    if discover, !map.isEmpty || mapFile != nil {
      throw ValidationError("--discover makes steps of all activities; --map and --map-file do not go with it.")
    }
    guard (0...100).contains(leastShare) else { throw ValidationError("--least-share is a percent from 0 to 100.") }
  }

  func mapping(_ global: GlobalOptions) throws -> [(activity: String, step: String)] {
    let fromFile = try mapFile.map { file in
      let text = String(decoding: try InputFile.read(global.path(file)), as: UTF8.self)
      do {
        return try ActivityNames.mapping(text)
      } catch {
        guard case MeasuringError.line(let number, let line) = error else { throw error }
        throw Failure.badLine(path: file, number, line, remedy: "Write a line as: Legal review = approval")
      }
    }
    return try (fromFile ?? [])
      + map.map { text in
        guard let pair = ActivityNames.pair(text) else {
          throw Failure.usage("--map \"\(text)\" has no =", hint: "Write --map \"Legal review=approval\".")
        }
        return pair
      }
  }

  /// The map that the log draws; nil where it is not asked for.
  func discovery(
    _ events: EventLog, of stream: String, _ base: ValueStreamMap?, _ hours: WorkingHours
  ) throws -> Discovery? {
    guard discover else { return nil }
    let own = WorkCalendar(day: WorkingTime(seconds: max(3600, hours.dayLength)), daysPerWeek: hours.daysPerWeek)
    let isUsual = own.day?.seconds == DurationText.standardDay && hours.daysPerWeek == DurationText.standardDaysPerWeek
    return try Discovery(
      events, title: base?.title.string ?? "How work flows in \(stream)",
      calendar: base?.calendar ?? (isUsual ? nil : own), leastShare: leastShare / 100)
  }
}

extension TimestampText.Order: ExpressibleByArgument {}
