package import ValueStreams

/// How one stream stands, as `status` shows it.
package struct StatusEntry: Equatable, Sendable {
  /// The working copy against the latest version.
  package enum WorkingCopy: Equatable, Sendable {
    case clean
    /// With the headline of what a commit would record.
    case changed(headline: String)
    /// Never committed so far.
    case new
    case invalid(errors: Int)
    /// The file is gone from the working copy.
    case missing
  }

  /// An action whose day has passed.
  package struct OverdueAction: Equatable, Sendable {
    package var title: String
    package var owner: String?
    package var due: Day

    package init(title: String, owner: String?, due: Day) {
      self.title = title
      self.owner = owner
      self.due = due
    }
  }

  package var stream: String
  package var workingCopy: WorkingCopy
  /// Nil while there is none.
  package var version: Int?
  package var lastReview: Day?
  package var leadTime: Double?
  package var calendar: WorkCalendar?
  package var cadence: Cadence?
  /// When the next review is due; nil without a cadence.
  package var nextReview: Day?
  package var overdueActions: [OverdueAction]
  /// Of the change that `future.json` promises, the part reached, 0–1 or beyond; nil without a future state.
  package var planProgress: Double?
  /// What is under way beside the main line, a sentence each: an experiment, a merge that waits.
  package var underWay: [String] = []

  package init(
    stream: String, workingCopy: WorkingCopy, version: Int? = nil, lastReview: Day? = nil, leadTime: Double? = nil,
    calendar: WorkCalendar? = nil, cadence: Cadence? = nil, nextReview: Day? = nil,
    overdueActions: [OverdueAction] = [],
    planProgress: Double? = nil
  ) {
    self.stream = stream
    self.workingCopy = workingCopy
    self.version = version
    self.lastReview = lastReview
    self.leadTime = leadTime
    self.calendar = calendar
    self.cadence = cadence
    self.nextReview = nextReview
    self.overdueActions = overdueActions
    self.planProgress = planProgress
  }

  /// Days that the review is late; nil when it is not.
  package func daysOverdue(on today: Day) -> Int? {
    nextReview.flatMap { $0 < today ? today.daysSinceEpoch - $0.daysSinceEpoch : nil }
  }
}
