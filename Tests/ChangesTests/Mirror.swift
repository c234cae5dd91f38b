import CanonicalJSON
import Changes
import ValueStreams

extension Difference {
  /// Whether it says the same as `other`, seen from the other side. Edits are left out: there are many ways from one document
  /// to another.
  func isMirror(of other: Difference) -> Bool {
    metrics.map(\.values) == other.metrics.map(\.values.mirrored)
      && workTypes.map(\.shares) == other.workTypes.map(\.shares.mirrored)
      && isPermutation(bridge.lines, other.bridge.lines.map(\.mirrored))
      && isPermutation(waits, other.waits.map(\.mirrored))
      && isSame(handoffs, other.handoffs.mirrored) && isSame(rework, other.rework.mirrored)
      && isSame(flow, other.flow.mirrored)
      && isPermutation(steps, other.steps.map(\.mirrored))
      && isPermutation(
        map, other.map.map { MapChange(path: $0.path, before: $0.values.after, after: $0.values.before) })
      && warnings.map(\.code).sorted() == other.warnings.map(\.code).sorted()
  }
}

/// Equal but for the order.
private func isPermutation<Element: Equatable>(_ left: [Element], _ right: [Element]) -> Bool {
  left.count == right.count && left.allSatisfy(right.contains)
}

private func isSame<Entry: Equatable>(_ left: Turnover<Entry>, _ right: Turnover<Entry>) -> Bool {
  left.kept == right.kept && isPermutation(left.gone, right.gone) && isPermutation(left.new, right.new)
    && isPermutation(left.changed, right.changed)
}

extension BridgeLine {
  fileprivate var mirrored: BridgeLine {
    BridgeLine(
      kind: kind, steps: steps.mirrored, workType: workType, wait: 0 - wait, process: 0 - process, rework: 0 - rework)
  }
}

extension WaitChange {
  fileprivate var mirrored: WaitChange {
    var result = self
    result.kind =
      switch kind {
      case .shrank: .grew
      case .grew: .shrank
      case .vanished: .appeared
      case .appeared: .vanished
      }
    result.steps = steps.mirrored
    result.seconds = seconds.mirrored
    result.counts = counts.mirrored
    return result
  }
}

extension StepChange {
  fileprivate var mirrored: StepChange {
    var result = self
    result.kind =
      switch kind {
      case .added: .removed
      case .removed: .added
      case .merged: .split
      case .split: .merged
      default: kind
      }
    result.steps = steps.mirrored
    result.fields = fields.map { FieldChange(field: $0.field, before: $0.values.after, after: $0.values.before) }
    return result
  }
}
