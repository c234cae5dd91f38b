package import ValueStreams

/// A group of steps whose stated one-pass wait moved.
package struct WaitChange: Equatable, Sendable {
  package enum Kind: String, CaseIterable, Sendable { case shrank, grew, vanished, appeared }

  package var kind: Kind
  package var steps: Sides<[StepID]>
  /// Set when the figure is one that this work type states for itself.
  package var workType: WorkTypeID?
  /// Seconds, summed over the members.
  package var seconds: Sides<Double>
  /// How many members wait at all.
  package var counts: Sides<Int>

  package var difference: Double { seconds.after - seconds.before }
}
