package import CanonicalJSON
package import ValueStreams

/// One version of a stream with its figures, as a history is read from.
package struct PastVersion: Sendable {
  package let provenance: Provenance
  package let measured: MeasuredMap
  /// Whether the version corrected how the work was drawn.
  package let isCorrection: Bool
  /// The subject of its commit.
  package let subject: String

  package init(provenance: Provenance, measured: MeasuredMap, isCorrection: Bool = false, subject: String = "") {
    self.provenance = provenance
    self.measured = measured
    self.isCorrection = isCorrection
    self.subject = subject
  }
}

extension [StepID: Text] {
  /// What each step was last called: also those that are gone. Oldest version first.
  package mutating func note(_ version: PastVersion) {
    let steps = version.measured.map.steps
    for place in steps.indices { self[steps[place].id] = steps[place].name }
  }
}

extension Sequence<PastVersion> {
  /// What each step was last called: also those that are gone. Oldest version first.
  package var stepNames: [StepID: Text] {
    reduce(into: [:]) { $0.note($1) }
  }
}
