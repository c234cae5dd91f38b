/// Why a map cannot be measured. ``Flow`` throws the first two, ``Metrics`` any of them.
package enum FlowError: Error, Equatable, Sendable {
  /// `after` runs in a circle: each step hands work to the next, the last to the first. The step listed first leads.
  case cycle([StepID])
  /// A reference to a step that the map does not have.
  case unknownStep(StepID)
  /// A loop to a step that is neither `from` itself nor before it.
  case forwardRework(from: StepID, to: StepID)
  /// The loops that leave the step send back all of the work, or more.
  case totalRework(StepID)
  /// At this step the mean lead time passes ``Metrics/limit`` seconds, or the mean number of visits passes it.
  case endlessRework(StepID)
  /// Steps, successions and work types multiply to more figures than ``Metrics/sizeLimit``.
  case tooLarge
}
