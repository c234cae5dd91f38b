package import CanonicalJSON
package import Changes
package import ValueStreams

/// What a line of the bridge is about, and what happened there.
package struct BridgeWords {
  let difference: Difference

  package init(difference: Difference) {
    self.difference = difference
  }

  /// The steps, by name: `Legal approval`.
  package func subject(_ line: BridgeLine) -> String {
    let type = self.type(line.workType)
    switch line.kind {
    case .mix: return "Mix of work types"
    case .path: return "Longest branch" + type
    case .group: return group(line.steps) + type
    }
  }

  /// A group goes by what it is called now; where one step became several, or none, by what it was called.
  package func group(_ steps: Sides<[StepID]>) -> String {
    let isNamedBefore = steps.after.isEmpty || steps.before.count == 1 && steps.after.count > 1
    let names =
      isNamedBefore
      ? steps.before.map { name($0, difference.names.before) } : steps.after.map { name($0, difference.names.after) }
    return names.joined(separator: ", ")
  }

  /// ` (Blog post)`, or nothing for all work.
  package func type(_ id: WorkTypeID?) -> String {
    id.map { " (\(difference.workTypeNames.after[$0] ?? difference.workTypeNames.before[$0] ?? $0))" } ?? ""
  }

  /// The two steps of a handoff.
  package func ends(_ handoff: Handoff, _ names: [StepID: Text]) -> String {
    "\(name(handoff.from, names)) → \(name(handoff.to, names))"
  }

  /// The two teams of a handoff.
  package func teams(_ handoff: Handoff, _ names: [TeamID: Text]) -> String {
    "\(name(handoff.fromTeam, names)) → \(name(handoff.toTeam, names))"
  }

  /// `waits less`, `step gone`, or, where several things moved, `wait −3d, work +4h`.
  package func cause(_ line: BridgeLine, _ signed: (Double) -> String) -> String {
    switch line.kind {
    case .mix: return "shares moved"
    case .path:
      let now = line.steps.after.map { name($0, difference.names.after) }
      return now.isEmpty ? "another way" : "now " + now.joined(separator: ", ")
    case .group: break
    }
    let parts = [("wait", line.wait), ("work", line.process), ("rework", line.rework)].filter { abs($0.1) >= 0.5 }
    let place: String
    switch (line.steps.before.count, line.steps.after.count) {
    case (_, 0): place = "step gone"
    case (0, _): place = "new step"
    case (2..., 1): place = "\(line.steps.before.count) merged"
    case (1, 2...): place = "split in \(line.steps.after.count)"
    default: place = ""
    }
    if parts.count == 1, place.isEmpty { return Self.single(parts[0].0, parts[0].1) }
    let sizes = parts.map { "\($0.0) \(signed($0.1))" }.joined(separator: ", ")
    return [place, parts.count == 1 && !place.isEmpty ? "" : sizes].filter { !$0.isEmpty }.joined(separator: ": ")
  }

  private static func single(_ part: String, _ seconds: Double) -> String {
    switch part {
    case "wait": seconds < 0 ? "waits less" : "waits longer"
    case "work": seconds < 0 ? "less work" : "more work"
    default: seconds < 0 ? "less rework" : "more rework"
    }
  }

  private func name(_ id: Text, _ names: [Text: Text]) -> String {
    (names[id] ?? id).string
  }
}
