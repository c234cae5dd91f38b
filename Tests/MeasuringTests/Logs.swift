import CanonicalJSON
import Measuring
import Testing
import ValueStreams

/// Logs and maps for tests, written as a user would.
enum Logs {
  static let timestamps = TimestampText(zone: .utc)

  /// Reads a table in chunks of so many bytes.
  static func table(
    _ text: String, columns: [LogRole: String] = [:], skipsInvalid: Bool = false, chunk: Int = 1 << 20
  ) throws(MeasuringError) -> EventLog {
    var options = TableLog.Options(timestamps)
    options.columns = columns
    options.skipsInvalid = skipsInvalid
    var log = TableLog(options)
    let bytes = Array(text.utf8)
    var start = 0
    while start < bytes.count {
      let end = min(start + chunk, bytes.count)
      try log.read(bytes.span.extracting(start..<end))
      start = end
    }
    return try log.finish()
  }

  static func xes(_ text: String, skipsInvalid: Bool = false, chunk: Int = 1 << 20) throws(MeasuringError) -> EventLog {
    var log = XESLog(timestamps, skipsInvalid: skipsInvalid)
    let bytes = Array(text.utf8)
    var start = 0
    while start < bytes.count {
      let end = min(start + chunk, bytes.count)
      try log.read(bytes.span.extracting(start..<end))
      start = end
    }
    return try log.finish()
  }

  /// Steps one after the other, unless `after` says otherwise.
  static func map(_ ids: [String], after: [String: [String]] = [:]) -> ValueStreamMap {
    var steps = ids.map { Step(id: StepID($0), name: StepID($0.uppercased())) }
    for index in steps.indices { steps[index].after = after[ids[index]]?.map { StepID($0) } }
    return ValueStreamMap(title: "Test", steps: steps)
  }

  static func measure(
    _ log: EventLog, _ map: ValueStreamMap, hours: WorkingHours = .always,
    mapping: [(activity: String, step: String)] = []
  ) throws -> Measurement {
    let span = try #require(log.span)
    let clock = WorkingClock(hours, zone: .utc, holidays: .none, from: span.lowerBound, to: span.upperBound)
    return try Measurement(
      log, of: map, Flow(map), names: ActivityNames(log.activities, in: map, mapping: mapping), clock: clock)
  }
}
