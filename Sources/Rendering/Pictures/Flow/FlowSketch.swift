/// What is to be laid out: steps with the height they need, the ways between them, the loops back.
///
/// Steps are their places in `nodes`. The ways must not run in a circle.
package struct FlowSketch: Equatable, Sendable {
  package struct Node: Equatable, Sendable {
    package var height: Double
    package init(height: Double) { self.height = height }
  }

  package struct Link: Hashable, Sendable {
    package var from: Int
    package var to: Int
    /// On the longest branch: drawn straight, along the top.
    package var isMain: Bool

    package init(from: Int, to: Int, isMain: Bool = false) {
      self.from = from
      self.to = to
      self.isMain = isMain
    }
  }

  package struct Loop: Equatable, Sendable {
    package var from: Int
    package var to: Int
    /// The room that what is written on it needs above its line.
    package var height: Double

    package init(from: Int, to: Int, height: Double) {
      self.from = from
      self.to = to
      self.height = height
    }
  }

  package var nodes: [Node]
  package var links: [Link]
  package var loops: [Loop]
  /// What stands below the steps of every row: the ladder.
  package var footHeight: Double
  /// How many steps a row holds at most.
  package var columns: Int
  package var leastWidth: Double

  package init(
    nodes: [Node], links: [Link], loops: [Loop], footHeight: Double, columns: Int = 6, leastWidth: Double = 0
  ) {
    self.nodes = nodes
    self.links = links
    self.loops = loops
    self.footHeight = footHeight
    self.columns = columns
    self.leastWidth = leastWidth
  }
}

/// The fixed measures of the flow, in user units.
enum FlowMeasure {
  static let boxWidth = 138.0
  /// In front of every box: the waiting work and the arrow that brings it.
  static let approachWidth = 96.0
  /// From the top of a box down to the line on which work arrives and leaves.
  static let port = 42.0
  static let trackPitch = 15.0
  static let slotGap = 22.0
  /// The height of a lane on which work merely passes a column.
  static let passing = 16.0
}
