package import ValueStreams

/// How the lead time moved: lines that sum to its change.
package struct Bridge: Equatable, Sendable {
  /// `group` lines by size, largest first; then `path`, then `mix`. Lines of zeros are left out.
  package var lines: [BridgeLine]

  package init(lines: [BridgeLine]) {
    self.lines = lines
  }

  package var total: Double { lines.reduce(0) { $0 + $1.total } }
}

/// One reason why the lead time moved, in seconds.
package struct BridgeLine: Equatable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    /// Steps that are on the longest branch on both sides, or exist on one side only.
    case group
    /// Another branch is the longest now.
    case path
    /// The shares of the work types moved.
    case mix
  }

  package var kind: Kind
  /// `group`: the members that count on each side. `path`: the steps that were, and that now are, on the longest branch.
  package var steps: Sides<[StepID]>
  /// Nil when neither map has work types, and for `mix`.
  package var workType: WorkTypeID?
  package var wait: Double
  package var process: Double
  package var rework: Double

  package init(
    kind: Kind, steps: Sides<[StepID]> = Sides(before: [], after: []), workType: WorkTypeID? = nil, wait: Double,
    process: Double, rework: Double
  ) {
    self.kind = kind
    self.steps = steps
    self.workType = workType
    self.wait = wait
    self.process = process
    self.rework = rework
  }

  package var total: Double { wait + process + rework }
}
