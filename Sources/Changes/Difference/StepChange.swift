package import CanonicalJSON
package import ValueStreams

/// What became of a group of steps: those of the earlier map that those of the later one stand for.
package struct StepChange: Equatable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case added, removed, changed, renamed, merged, split, reshaped, moved
  }

  package var kind: Kind
  package var steps: Sides<[StepID]>
  /// True when only likeness says that the two are one step. A `replaces` line would make it certain.
  package var isInferred = false
  /// True when a matched step became, or ceased to be, what the step directly comes after.
  package var hasMoved = false
  /// The members that differ, in canonical order, where there is at most one step on each side; without `id`.
  package var fields: [FieldChange] = []

  package init(kind: Kind, steps: Sides<[StepID]>) {
    self.kind = kind
    self.steps = steps
  }
}

/// One member of a step as the canonical documents state it; nil where it is absent.
package struct FieldChange: Equatable, Sendable {
  package var field: Text
  package var values: Sides<JSON?>

  package init(field: Text, before: JSON?, after: JSON?) {
    self.field = field
    values = Sides(before: before, after: after)
  }
}

/// One place on the map beside steps and rework.
package struct MapChange: Equatable, Sendable {
  /// Keys from the top; an element of a list is named by what identifies it, so that the path holds on both sides:
  /// `["participants", "Ada", "role"]`.
  package var path: [Text]
  package var values: Sides<JSON?>

  package init(path: [Text], before: JSON?, after: JSON?) {
    self.path = path
    values = Sides(before: before, after: after)
  }
}
