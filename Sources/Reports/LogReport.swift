package import Archives
import CanonicalJSON
import Changes
package import Rendering
package import ValueStreams

/// Which versions `log` tells of.
package struct LogQuery: Sendable {
  package var limit: Int?
  /// The number of the newest version to tell of.
  package var newest: Int?
  /// Author days, both included.
  package var since: Day?
  package var until: Day?
  /// Only versions that changed this step.
  package var step: StepID?

  package init(
    limit: Int? = nil, newest: Int? = nil, since: Day? = nil, until: Day? = nil, step: StepID? = nil
  ) {
    self.limit = limit
    self.newest = newest
    self.since = since
    self.until = until
    self.step = step
  }

  func isTooOld(_ version: Version) -> Bool {
    guard let since, let day = Day(version.author.day) else { return false }
    return day < since
  }

  func isTooNew(_ version: Version) -> Bool {
    guard let until, let day = Day(version.author.day) else { return false }
    return day > until
  }
}

extension Archive {
  /// The versions of a stream, newest first, each with its figures and its change against the version before.
  ///
  /// A version whose map is invalid or missing is listed with what is known; it never ends the list.
  package func log(_ stream: String, _ query: LogQuery = LogQuery()) throws(ReportError) -> [LogEntry] {
    var walk = try archive { () throws(ArchiveError) in try self.walk(stream, from: query.newest) }
    var entries: [LogEntry] = []
    var next = try archive { () throws(ArchiveError) in try walk.next() }
    var reader = VersionReader()
    var nextMap = try next.flatMap { version throws(ReportError) in try mapIfValid(of: version, &reader) }
    while let version = next, entries.count < query.limit ?? .max {
      let map = nextMap
      next = try archive { () throws(ArchiveError) in try walk.next() }
      nextMap = try next.flatMap { version throws(ReportError) in try mapIfValid(of: version, &reader) }
      if query.isTooNew(version) || query.isTooOld(version) { continue }
      let difference = map.flatMap { map in
        nextMap.map { Difference(from: $0, to: map, isCorrection: version.isCorrection) }
      }
      if let step = query.step, !Self.concerns(step, difference, map) { continue }
      var entry = entry(version, map, difference)
      entry.tags = try tags(of: version)
      entries.append(entry)
    }
    return entries
  }

  private static func concerns(_ step: StepID, _ difference: Difference?, _ map: NamedMap?) -> Bool {
    guard let difference else { return map?.measured.flow[step] != nil }
    return difference.steps.contains { $0.steps.before.contains(step) || $0.steps.after.contains(step) }
  }

  /// What else is known of a version: the experiment that it came from, how many comments it has.
  private func tags(of version: Version) throws(ReportError) -> [String] {
    let comments = try archive { () throws(ArchiveError) in try self.comments(on: version) }.count
    let experiment = version.message["Experiment"].map { "experiment \($0)" }
    let count = comments == 0 ? nil : comments == 1 ? "1 comment" : "\(comments) comments"
    return [experiment, count].compactMap(\.self)
  }

  private func entry(_ version: Version, _ map: NamedMap?, _ difference: Difference?) -> LogEntry {
    let leadTime = map?.measured.metrics.figures.leadTime
    let headline: String? =
      if let difference { difference.headlineText } else if let map {
        firstHeadline(map.map, map.measured.metrics)
      } else {
        version.has(.current) ? "This version's map is not valid: see vsmrepo verify." : "The map was removed."
      }
    return LogEntry(
      stream: version.stream, version: version.number, commit: version.commit, date: version.author.timestamp,
      author: version.author.name, subject: version.subject, headline: headline, leadTime: leadTime,
      change: difference?[.leadTime]?.change, calendar: map?.map.calendar, isCorrection: version.isCorrection)
  }
}
