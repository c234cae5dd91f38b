/// Where everything of a flow stands: values that a drawing, or a test, reads.
package struct FlowLayout: Equatable, Sendable {
  /// A step's box and the room in front of it.
  package struct Place: Equatable, Sendable {
    package var row: Int
    package var column: Int
    package var box: Box
    package var approach: Box
    /// The height at which work arrives and leaves.
    package var port: Double
  }

  /// A line on which work of `from` goes to the steps `to`.
  package struct Route: Equatable, Sendable {
    package var from: Int
    package var to: [Int]
    package var points: [Point]
    /// Where it turns to its one step, if it ends there: the place for a handoff mark.
    package var arrival: Arrival?
  }

  package struct Arrival: Equatable, Sendable {
    package var step: Int
    package var at: Point
  }

  /// The line of a loop, from the step it leaves to the one it goes back to.
  package struct Arc: Equatable, Sendable {
    package var loop: Int
    package var points: [Point]
    /// The room above its line for what is written on it.
    package var label: Box
  }

  package struct Row: Equatable, Sendable {
    /// The x ranges of its columns: from the box before to this box, and the box itself.
    package var columns: [Column]
    /// The top of the room below the steps.
    package var foot: Double
  }

  package struct Column: Equatable, Sendable {
    package var left: Double
    package var box: Double
    package var right: Double
  }

  package var width: Double
  package var height: Double
  /// By step, in the order of the flow.
  package var places: [Place]
  package var routes: [Route]
  package var arcs: [Arc]
  package var rows: [Row]
  /// From steps before the last column that hand to none, to where their work ends.
  package var ends: [Route]
  /// From the sources, whose line comes down at the first point's x.
  package var sources: [Route]
  /// To the customers, whose line goes up at the last point's x.
  package var customers: [Route]
}
