package import Archives
import CanonicalJSON
import Changes
package import Rendering
package import ValueStreams

extension Archive {
  /// One entry a stream: its latest version, its working copy, and what is overdue on `today`.
  package func status(today: Day) throws(ReportError) -> [StatusEntry] {
    var entries: [StatusEntry] = []
    let experiments = try archive { () throws(ArchiveError) in try openExperiments() }
    for stream in try archive({ () throws(ArchiveError) in try streams() }) {
      entries.append(try status(of: stream, today: today, experiments: experiments))
    }
    return entries
  }

  private func status(of stream: String, today: Day, experiments: [Experiment]) throws(ReportError) -> StatusEntry {
    let latest = try archive { () throws(ArchiveError) in try self.latest(of: stream) }
    let committed = try mapIfValid(of: latest)
    let map = committed?.map
    let reviewed = latest.flatMap { Day($0.author.day) }
    var entry = StatusEntry(
      stream: stream, workingCopy: try workingCopy(of: stream, committed: committed), version: latest?.number,
      lastReview: reviewed, leadTime: committed?.measured.metrics.figures.leadTime, calendar: map?.calendar,
      cadence: map?.review, nextReview: reviewed.flatMap { day in map?.review.map { day.next($0) } },
      overdueActions: overdueActions(map, today))
    entry.planProgress = try planProgress(of: stream, committed)
    entry.underWay = experiments.filter { $0.stream == stream && $0.outcome == .open }.map { experiment in
      "experiment \(experiment.name), \(experiment.attempts.count == 1 ? "1 attempt" : "\(experiment.attempts.count) attempts"): "
        + experiment.hypothesis
    }
    return entry
  }

  /// How much of the way from the lead time when the future state was first drawn to that of the future state has been gone: 1
  /// is all of it. Nil without a future state, or where it is no shorter.
  private func planProgress(of stream: String, _ now: NamedMap?) throws(ReportError) -> Double? {
    guard let now else { return nil }
    var walk = try archive { () throws(ArchiveError) in try self.walk(stream) }
    var latest: Version?
    var first: Version?
    while let version = try archive({ () throws(ArchiveError) in try walk.next() }), version.has(.future) {
      latest = latest ?? version
      first = version
    }
    guard let goal = try mapIfValid(of: latest, .future), let start = try mapIfValid(of: first) else { return nil }
    let times = [start, now, goal].map(\.measured.metrics.figures.leadTime)
    return times[0] > times[2] ? (times[0] - times[1]) / (times[0] - times[2]) : nil
  }

  private func workingCopy(of stream: String, committed: NamedMap?) throws(ReportError) -> StatusEntry.WorkingCopy {
    if isBare { return .clean }
    let states = try archive { () throws(ArchiveError) in
      (try fileState(of: stream, .current), try fileState(of: stream, .future))
    }
    switch states {
    case (.unchanged, .unchanged), (.unchanged, .absent): return .clean
    case (.removed, _), (.absent, _): return .missing
    default: break
    }
    let working: NamedMap
    do {
      working = try map(of: Revision(stream: stream, place: .workingCopy, label: "working copy"))
    } catch {
      guard case .invalidMap(_, let problems) = error else { throw error }
      return .invalid(errors: problems.count)
    }
    guard let committed else { return .new }
    if states.0 == .unchanged { return .changed(headline: "The future state changed.") }
    return .changed(headline: Difference(from: committed, to: working).headlineText)
  }

  private func overdueActions(_ map: ValueStreamMap?, _ today: Day) -> [StatusEntry.OverdueAction] {
    (map?.actions ?? [:]).values.compactMap { action in
      guard let due = action.due, due < today, action.status != .adopted, action.status != .rejected else { return nil }
      return StatusEntry.OverdueAction(title: action.title.string, owner: action.owner?.string, due: due)
    }
  }
}

extension Day {
  /// The day of the review after this one. A month later is the same day of the month, or the month's last.
  package func next(_ cadence: Cadence) -> Day {
    switch cadence {
    case .weekly: Day(daysSinceEpoch: daysSinceEpoch + 7)
    case .biweekly: Day(daysSinceEpoch: daysSinceEpoch + 14)
    case .monthly: adding(months: 1)
    case .quarterly: adding(months: 3)
    case .yearly: adding(months: 12)
    }
  }

  private func adding(months: Int) -> Day {
    let count = year * 12 + month - 1 + months
    for last in stride(from: day, through: min(day, 28), by: -1) {
      if let found = Day(year: count / 12, month: count % 12 + 1, day: last) { return found }
    }
    return self
  }
}
