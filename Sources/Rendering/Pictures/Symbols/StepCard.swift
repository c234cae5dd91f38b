import CanonicalJSON
package import ValueStreams

/// What stands at a step: its box, its data, the work waiting in front of it.
package struct StepCard: Equatable, Sendable {
  /// One line of the data box; `before` is the figure of the earlier version where it was another one.
  package struct Row: Equatable, Sendable {
    var label: String
    var value: String
    var before: String?
  }

  /// Whether the step is in both versions of a change; always `kept` in the picture of one map.
  package enum Status: Equatable, Sendable { case kept, new, gone }

  /// The work waiting in front of the step.
  package struct Waiting: Equatable, Sendable {
    var time: String?
    var queue: String?
    /// How large the triangle is drawn, 1 for full size; nil for none.
    var size: Double?
    /// The same of the earlier version, where it was another.
    var timeBefore: String?
    var sizeBefore: Double?
  }

  package var id: StepID
  package var name: String
  /// The place of its colour among the teams; nil when the step states no team.
  package var team: Int?
  package var teamName: String?
  package var rows: [Row]
  package var note: String?
  package var arrival: Step.Arrival
  package var waiting: Waiting
  package var isOnPath: Bool
  package var isConstraint: Bool
  /// The numbers of the actions that aim at it.
  package var bursts: [Int]
  package var status: Status
  package var tooltip: String

  /// The height of its slot: the taller of the box and of what stands in front of it.
  package var height: Double { max(boxHeight, approachHeight) }

  var boxHeight: Double {
    StepCard.head + Double(rows.count) * StepCard.rowHeight + 8 + Double(noteLines.count) * StepCard.rowHeight
      + (isConstraint ? 20 : 0)
  }

  /// The note on at most five lines.
  var noteLines: [String] {
    note.map { Font.small.wrap($0, width: FlowMeasure.boxWidth - 16, lines: 5).lines } ?? []
  }

  private var approachHeight: Double {
    burstTop + Double((bursts.count + 2) / 3) * Burst.pitch
  }

  /// From the slot's top to the bursts.
  var burstTop: Double {
    let lines = [waiting.time, waiting.timeBefore, waiting.queue].compactMap { $0 }.count
    return FlowMeasure.port + 22 + Double(lines) * 15
  }

  static let band = 20.0
  /// The team's band and the name below it.
  static let head = 82.0
  static let rowHeight = 17.0
}
