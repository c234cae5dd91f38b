import CanonicalJSON
package import ValueStreams

/// One change of one version that made lead time fall or rise.
package struct Improvement: Equatable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case wait, process
    /// What loops cost at these steps.
    case loop
    /// Work that no longer passes, or now passes, from one team to another; it has no size of its own.
    case handoff
    /// Steps that went away or came.
    case step
    /// Steps that were merged, split or cut anew.
    case steps
    /// Another branch became the longest.
    case path
    /// The shares of the work types moved.
    case mix
  }

  package var kind: Kind
  package var provenance: Provenance
  package var subject: String
  package var steps: Sides<[StepID]>
  package var workType: WorkTypeID?
  /// The teams that do the steps, on either side, in canonical order.
  package var teams: [TeamID]
  /// The change in lead time in seconds: negative for an improvement; 0 for a handoff.
  package var seconds: Double
  /// For a handoff: whether it went away.
  package var isGone = false
  /// The action of the map that aims at these steps.
  package var action: ActionID?
  /// False when what later versions did to the same thing adds up to a loss.
  package var isKept = true

  package var isRegression: Bool { kind == .handoff ? !isGone : seconds > 0 }
}

/// Which improvements to list; nil leaves that open.
package struct ImprovementFilter: Sendable {
  package var kinds: Set<Improvement.Kind>?
  package var team: TeamID?
  /// Stands in the subject, an id of a step or an action, in any case.
  package var text: String?
  /// Seconds gained or lost at least.
  package var size: Double?
  /// RFC 3339 full dates, both included.
  package var since: Day?
  package var until: Day?
  package var regressions = false

  package init() {}

  package func admits(_ entry: Improvement) -> Bool {
    guard entry.isRegression == regressions, kinds?.contains(entry.kind) ?? true,
      team.map(entry.teams.contains) ?? true, abs(entry.seconds) >= size ?? 0
    else { return false }
    let day = entry.provenance.date.flatMap { Day($0.prefix(10)) }
    if let since, day.map({ $0 < since }) ?? true { return false }
    if let until, day.map({ until < $0 }) ?? true { return false }
    guard let text = text?.lowercased() else { return true }
    let words =
      [entry.subject, entry.action?.string ?? ""] + (entry.steps.before + entry.steps.after).map(\.string)
    return words.contains { $0.lowercased().contains(text) }
  }
}

/// What one sort of change has brought.
package struct ImprovementSummary: Equatable, Sendable {
  package var count: Int
  package var seconds: Double
  package var kept: Int

  package init(count: Int = 0, seconds: Double = 0, kept: Int = 0) {
    self.count = count
    self.seconds = seconds
    self.kept = kept
  }

  package static func by<Key: Hashable>(
    _ keys: (Improvement) -> [Key], among entries: some Sequence<Improvement>
  ) -> [Key: ImprovementSummary] {
    var result: [Key: ImprovementSummary] = [:]
    for entry in entries {
      for key in keys(entry) {
        result[key, default: ImprovementSummary()].count += 1
        result[key, default: ImprovementSummary()].seconds += entry.seconds
        if entry.isKept { result[key, default: ImprovementSummary()].kept += 1 }
      }
    }
    return result
  }
}
