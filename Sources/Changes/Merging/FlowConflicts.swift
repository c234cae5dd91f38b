import CanonicalJSON
import ValueStreams

/// Direct successions that nobody drew: they arise when both sides insert after the same step and `after` is left to its
/// default, and when each side removes one of two neighbours.
struct FlowConflicts {
  /// By side, the steps that each step directly comes after.
  private let predecessors: ThreeSides<[StepID: [StepID]]>
  private let choices: [MergeAddress: Choice]

  init(base: ValueStreamMap?, ours: ValueStreamMap, theirs: ValueStreamMap, choices: [MergeAddress: Choice]) {
    predecessors = ThreeSides(
      base: base.map(Self.predecessors) ?? [:], ours: Self.predecessors(ours), theirs: Self.predecessors(theirs))
    self.choices = choices
  }

  /// Empty for a map without a flow, which cannot have come from a checked document.
  private static func predecessors(_ map: ValueStreamMap) -> [StepID: [StepID]] {
    guard let flow = try? Flow(map) else { return [:] }
    return Dictionary(
      map.steps.indices.map { place in (flow.ids[place], flow.predecessors[place].map { flow.ids[$0] }) },
      uniquingKeysWith: { first, _ in first })
  }

  private static func address(of step: StepID) -> MergeAddress { MergeAddress(["flow", step]) }

  func conflicts(in merged: ValueStreamMap) -> [Conflict] {
    let after = Self.predecessors(merged)
    return merged.steps.compactMap { step in
      guard choices[Self.address(of: step.id)] == nil else { return nil }
      let known = predecessors.map { $0[step.id] }
      let isNew = (after[step.id] ?? []).contains { other in
        ![known.base, known.ours, known.theirs].contains { $0?.contains(other) == true }
      }
      guard isNew else { return nil }
      return Conflict(
        .flow, Self.address(of: step.id), known.map { $0.map { .array($0.sorted().map { .string($0) }) } })
    }
  }

  /// The document with `after` written out where it was chosen. A side that does not have the step accepts what it
  /// comes after now; steps that are gone are left out.
  func applyingChoices(to document: JSON) -> JSON {
    var chosen: [Text: JSON] = [:]
    for (address, choice) in choices where address.path.count == 2 && address.path.first == "flow" {
      guard let step = address.path.last else { continue }
      switch choice {
      case .side(let side): chosen[step] = predecessors[side][step].map { .array($0.sorted().map { .string($0) }) }
      case .value(let value): chosen[step] = value
      }
    }
    guard !chosen.isEmpty, let steps = document.members["steps"]?.elements else { return document }
    let ids = Set(steps.compactMap { $0.members["id"] })
    let changed = steps.map { step in
      guard let id = step.members["id"]?.text, let after = chosen[id] else { return step }
      return step.with("after", .array(after.elements.filter(ids.contains)))
    }
    return document.with("steps", .array(changed))
  }
}
