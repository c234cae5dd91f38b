import CanonicalJSON
package import Changes
import ValueStreams

/// What became of steps, in words.
package struct StepWords {
  private let difference: Difference
  /// Changes of a member that many steps share, such as a new source of all figures: told once, with how many.
  package let common: [(change: FieldChange, count: Int)]
  /// So many make a change common.
  private static let several = 3

  package init(difference: Difference) {
    self.difference = difference
    var counts: [FieldKey: (change: FieldChange, count: Int)] = [:]
    var order: [FieldKey] = []
    for field in difference.steps.filter(Self.showsFields).flatMap(\.fields) {
      let key = FieldKey(field)
      if counts[key] == nil { order.append(key) }
      counts[key, default: (field, 0)].count += 1
    }
    common = order.compactMap { counts[$0] }.filter { $0.count >= Self.several }
  }

  /// The members of a step that are told with it; nil where all that changed is common.
  package func fields(of change: StepChange) -> [FieldChange]? {
    let told = Set(common.map { FieldKey($0.change) })
    let fields = Self.showsFields(change) ? change.fields.filter { !told.contains(FieldKey($0)) } : []
    return fields.isEmpty && change.kind == .changed && !change.hasMoved && !change.fields.isEmpty ? nil : fields
  }

  /// The step with what changed at it, short changes on its own line; nothing where all of it is common.
  func add(_ change: StepChange, to page: inout Page) {
    guard let fields = fields(of: change) else { return }
    let short = fields.filter { Self.text($0).width <= 40 }
    let list = short.dropFirst().reduce(short.first.map(Self.text) ?? "") { "\($0), \(Self.text($1))" }
    page.wrap("  " + title(change) + (short.isEmpty ? "" : "  " + list), indent: 6)
    for field in fields where Self.text(field).width > 40 { page.wrap("      " + Self.text(field), indent: 8) }
    if change.isInferred, let line = hint(change) { page.wrap("      \(line, .warning)", indent: 6) }
  }

  package static func text(_ field: FieldChange) -> StyledText {
    "\(word(field.field), .faint) \(ValueWords.change(field.values))"
  }

  private static func word(_ field: Text) -> String {
    switch field {
    case "waitTime": "wait"
    case "processTime": "process"
    case "percentCompleteAccurate": "%C&A"
    case "waitRange": "wait range"
    case "processRange": "process range"
    default: field.string
    }
  }

  /// The members of a step that came or went are no changes.
  private static func showsFields(_ change: StepChange) -> Bool {
    change.kind != .added && change.kind != .removed
  }

  /// `~ Approval, moved`, `− Copy edit  removed`
  package func title(_ change: StepChange) -> StyledText {
    let before = list(change.steps.before, difference.names.before)
    let after = list(change.steps.after, difference.names.after)
    let moved: StyledText = change.hasMoved && change.kind != .moved ? ", moved" : ""
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
  package func hint(_ change: StepChange) -> String? {
    guard let before = change.steps.before.first, let after = change.steps.after.first else { return nil }
    return "If they are one step, add \"replaces\": [\"\(before)\"] to \(after)."
  }

  private func list(_ ids: [StepID], _ names: [StepID: Text]) -> String {
    ids.map { (names[$0] ?? $0).string }.joined(separator: ", ")
  }
}

/// A change of a member, to tell equal ones.
private struct FieldKey: Hashable {
  let field: Text
  let before: JSON?
  let after: JSON?

  init(_ change: FieldChange) {
    field = change.field
    before = change.values.before
    after = change.values.after
  }
}
