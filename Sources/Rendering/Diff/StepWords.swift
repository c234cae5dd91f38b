import CanonicalJSON
import Changes
import ValueStreams

/// What became of a step, in words.
struct StepWords {
  let difference: Difference

  func add(_ change: StepChange, to page: inout Page) {
    page.wrap("  " + title(change), indent: 4)
    for field in change.fields where change.kind != .added && change.kind != .removed {
      page.wrap("      \(field.field, .faint)  \(ValueWords.change(field.values))", indent: 8)
    }
    if change.isInferred, let line = hint(change) { page.wrap("      \(line, .warning)", indent: 8) }
  }

  func title(_ change: StepChange) -> StyledText {
    let before = list(change.steps.before, difference.names.before)
    let after = list(change.steps.after, difference.names.after)
    let moved: StyledText = change.hasMoved && change.kind != .moved ? StyledText(", moved") : ""
    switch change.kind {
    case .added: return "+ \(after, .strong)  added" + moved
    case .removed: return "− \(before, .strong)  removed" + moved
    case .changed: return "~ \(after, .strong)" + moved
    case .moved: return "~ \(after, .strong)  moved"
    case .renamed:
      return "~ \(before, .strong) ⇒ \(after, .strong)  \(change.isInferred ? "probably renamed" : "renamed")" + moved
    case .merged:
      return "⇒ \(before, .strong) ⇒ \(after, .strong)  \(change.steps.before.count) steps merged into one" + moved
    case .split: return "⇒ \(before, .strong) ⇒ \(after, .strong)  split into \(change.steps.after.count) steps" + moved
    case .reshaped: return "⇒ \(before, .strong) ⇒ \(after, .strong)  reshaped" + moved
    }
  }

  /// The line that makes a likely rename certain.
  private func hint(_ change: StepChange) -> String? {
    guard let before = change.steps.before.first, let after = change.steps.after.first else { return nil }
    return "If they are one step, add \"replaces\": [\"\(before)\"] to \(after)."
  }

  private func list(_ ids: [StepID], _ names: [StepID: Text]) -> String {
    ids.map { (names[$0] ?? $0).string }.joined(separator: ", ")
  }
}
