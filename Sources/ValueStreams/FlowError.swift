/// Why a map has no flow that could be measured. A map from ``MapReader`` was checked for all of these.
package enum FlowError: Error, Equatable, Sendable {
  /// `after` runs in a circle: each step hands work to the next, the last to the first. The step listed first leads.
  case cycle([StepID])
  /// A reference to a step that the map does not have.
  case unknownStep(StepID)
}
