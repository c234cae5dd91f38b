package import ValueStreams

/// What left, what came, what changed and how many stayed as they were, paired one to one:
/// before = kept + changed + gone, after = kept + changed + new.
package struct Turnover<Entry> {
  package var gone: [Entry] = []
  package var new: [Entry] = []
  package var changed: [Sides<Entry>] = []
  package var kept = 0

  package init() {}

  package var isEmpty: Bool { gone.isEmpty && new.isEmpty && changed.isEmpty }

  package var mirrored: Turnover {
    var result = Turnover()
    result.gone = new
    result.new = gone
    result.changed = changed.map(\.mirrored)
    result.kept = kept
    return result
  }
}

extension Turnover: Equatable where Entry: Equatable {}

extension Turnover: Sendable where Entry: Sendable {}

/// `to` comes directly after `from`.
package struct Succession: Hashable, Sendable {
  package var from: StepID
  package var to: StepID

  package init(from: StepID, to: StepID) {
    self.from = from
    self.to = to
  }
}

/// A rework loop with what it costs per item, in seconds.
package struct Loop: Equatable, Sendable {
  package var rework: Rework
  package var cost: Double

  package init(rework: Rework, cost: Double) {
    self.rework = rework
    self.cost = cost
  }
}
