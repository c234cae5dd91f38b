package import CanonicalJSON
package import ValueStreams

/// A value of the common ancestor and of the two sides of a merge.
package struct ThreeSides<Value> {
  package var base: Value
  package var ours: Value
  package var theirs: Value

  package init(base: Value, ours: Value, theirs: Value) {
    self.base = base
    self.ours = ours
    self.theirs = theirs
  }

  package func map<Result>(_ transform: (Value) throws -> Result) rethrows -> ThreeSides<Result> {
    ThreeSides<Result>(base: try transform(base), ours: try transform(ours), theirs: try transform(theirs))
  }

  /// The same seen by the other person.
  package var swapped: ThreeSides { ThreeSides(base: base, ours: theirs, theirs: ours) }
}

extension ThreeSides: Equatable where Value: Equatable {}
extension ThreeSides: Sendable where Value: Sendable {}

/// How one conflict is settled.
package enum Choice: Equatable, Sendable {
  package enum Side: String, CaseIterable, Sendable { case ours, theirs, base }

  case side(Side)
  /// Any value; nil takes the place out.
  case value(JSON?)
}

extension ThreeSides {
  package subscript(side: Choice.Side) -> Value {
    switch side {
    case .ours: ours
    case .theirs: theirs
    case .base: base
    }
  }
}

/// A place where the two sides cannot both be had.
package struct Conflict: Equatable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    /// Edited differently.
    case edit
    /// Deleted on one side, edited on the other.
    case delete
    /// A direct succession that stands in none of the three, or a step that was moved in two ways.
    case flow
    /// The calendar changed on one side, and on the other it changed too, or durations did, which it gives their length.
    case calendar
    /// Each side is a valid map, the combination is not.
    case rule
  }

  package var kind: Kind
  package var address: MergeAddress
  /// What stands there, nil where nothing does. `flow`: the steps that the step directly comes after (for `/order/…`: the step
  /// listed before it). `rule`: nil on all sides.
  package var values: ThreeSides<JSON?>
  /// What the rule says; nil for every other kind.
  package var problem: Problem?

  package init(_ kind: Kind, _ address: MergeAddress, _ values: ThreeSides<JSON?>, problem: Problem? = nil) {
    self.kind = kind
    self.address = address
    self.values = values
    self.problem = problem
  }
}
