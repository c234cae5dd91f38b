/// A value of the earlier and of the later version, side by side.
package struct Sides<Value> {
  package var before: Value
  package var after: Value

  package init(before: Value, after: Value) {
    self.before = before
    self.after = after
  }

  package func map<Result>(_ transform: (Value) throws -> Result) rethrows -> Sides<Result> {
    Sides<Result>(before: try transform(before), after: try transform(after))
  }

  /// The same pair seen from the later version.
  package var mirrored: Sides { Sides(before: after, after: before) }
}

extension Sides: Equatable where Value: Equatable {
  package var differ: Bool { before != after }
}

extension Sides: Hashable where Value: Hashable {}

extension Sides: Sendable where Value: Sendable {}
