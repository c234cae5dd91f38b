package import CanonicalJSON
package import ValueStreams

/// Why a change may not be what it seems.
package enum ComparabilityWarning: Equatable, Sendable {
  package enum Scope: String, CaseIterable, Sendable { case trigger, doneWhen }
  package enum Coverage: String, CaseIterable, Sendable { case waitTime, percentCompleteAccurate, team }

  /// A figure moved and so did its basis: no evidence of improvement.
  case basis(steps: Sides<[StepID]>, figure: Text, kinds: Sides<Basis.Kind?>)
  /// Days or weeks of another length: not comparable.
  case calendar(Sides<WorkCalendar?>)
  /// The stream begins or ends elsewhere: not comparable.
  case scope(Scope, Sides<Text?>)
  /// The shares of the work types moved.
  case mix([ShareChange])
  /// Waits that are derived from queues move with it.
  case demand(Sides<Demand?>)
  /// Stated for more steps (`gained`, ids after) or for fewer (`lost`, ids before) than on the other side.
  case coverage(Coverage, gained: [StepID], lost: [StepID])
  /// So many steps were removed and added that the search for likely renames stopped early.
  case likenessCapped(removed: Int, added: Int, limit: Int)

  package var code: String {
    switch self {
    case .basis: "basis"
    case .calendar: "calendar"
    case .scope: "scope"
    case .mix: "mix"
    case .demand: "demand"
    case .coverage: "coverage"
    case .likenessCapped: "likeness-capped"
    }
  }
}

/// A work type's normalised share; nil on a side without the type.
package struct ShareChange: Equatable, Sendable {
  package var workType: WorkTypeID
  package var shares: Sides<Double?>
}
