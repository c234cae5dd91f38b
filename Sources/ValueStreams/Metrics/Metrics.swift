package import CanonicalJSON

/// Every figure derived from one map. Times are seconds of working time, ratios and shares 0–1, %C&A 0–100;
/// nil is "cannot be known from what the map states".
package struct Metrics: Equatable, Sendable {
  package var figures: Figures
  /// The longest branch, first step first; nil when there are several work types, each with its own.
  package var criticalPath: [StepID]?
  /// In the order of the map.
  package var steps: [StepFigures]
  /// In the order of the map.
  package var rework: [LoopFigures]
  /// Every handoff of any work type once, in the order of the map.
  package var handoffs: [Handoff]
  package var teams: Members<TeamFigures>
  /// Empty when the map has no work types.
  package var workTypes: Members<WorkTypeFigures>
  package var constraint: Constraint?
}

/// The totals of a map or of one of its work types.
package struct Figures: Equatable, Sendable {
  package var leadTime: Double
  package var waitTime: Double
  package var processTime: Double
  package var reworkTime: Double
  package var cycleTime: Double?
  package var effort: Double
  package var activityRatio: Double?
  package var valueAddedTime: Double?
  package var processCycleEfficiency: Double?
  package var rolledPercentCompleteAccurate: Double?
  package var handoffs: Double
  package var outsideTime: Double?
  package var takt: Double?
  package var workInProgress: Double?
  package var steps: Int
  package var stepsWithAccuracy: Int
  package var stepsWithWait: Int
  package var stepsWithProcess: Int
}

package struct StepFigures: Equatable, Sendable {
  package var id: StepID
  /// Mean passes per item.
  package var visits: Double
  /// One pass, derived from the queue where only that is stated.
  package var waitTime: Double
  package var isWaitDerived: Bool
  /// What the step's queue stands for at this demand, whether or not a wait is stated, too; see ``Metrics/queueWaits(_:_:visits:)``.
  package var queueWait: Double?
  package var processTime: Double
  /// The costs of the loops that leave the step, per item.
  package var reworkTime: Double
  /// Wait, process and rework time together.
  package var expectedTime: Double
  package var onCriticalPath: Bool
}

package struct LoopFigures: Equatable, Sendable {
  package var from: StepID
  package var to: StepID
  package var cost: Double
}

package struct TeamFigures: Equatable, Sendable {
  package var steps: Int
  package var outside: Bool
  package var effort: Double
  package var utilisation: Double?
}

package struct WorkTypeFigures: Equatable, Sendable {
  /// Normalised: the shares of all types sum to 1.
  package var share: Double
  package var figures: Figures
  package var criticalPath: [StepID]
  /// The steps that the type takes, in the order of the map.
  package var steps: [StepFigures]
  /// The loops that apply to the type, in the order of the map.
  package var rework: [LoopFigures]
  package var handoffs: [Handoff]
}

/// The one place that holds the stream back most.
package struct Constraint: Equatable, Sendable {
  package enum Measure: String, Sendable { case utilisation, wait }

  package var step: StepID
  package var team: TeamID?
  package var by: Measure
  /// A ratio for `utilisation`, seconds for `wait`.
  package var value: Double
}
