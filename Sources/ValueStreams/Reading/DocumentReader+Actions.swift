import CanonicalJSON

private enum ActionKey: String, ObjectKey {
  case title, step, handoff, rework, figure, waste, hypothesis, owner, due, status, learned, notes

  static let names = ObjectKeyNames<ActionKey>(required: [.title])
}

private enum EndsKey: String, ObjectKey {
  case from, to

  static let names = ObjectKeyNames<EndsKey>(required: [.from, .to])
}

extension DocumentReader {
  mutating func action(_ node: JSONPlace) -> Action? {
    var action = Action(title: "")
    var targets = 0
    action.extensions = object(node, ActionKey.self, "an action") { reader, key, node in
      let what = key.rawValue
      switch key {
      case .title: action.title = reader.text(node, what) ?? ""
      case .step:
        targets += 1
        action.target = reader.id(node, what).map(Action.Target.step)
      case .handoff:
        targets += 1
        action.target = reader.ends(node, what, &action.nestedExtensions).map { .handoff(from: $0, to: $1) }
      case .rework:
        targets += 1
        action.target = reader.ends(node, what, &action.nestedExtensions).map { .rework(from: $0, to: $1) }
      case .figure: action.figure = reader.choice(node, what, Action.Figure.self)
      case .waste: action.waste = reader.choice(node, what, Action.Waste.self)
      case .hypothesis: action.hypothesis = reader.text(node, what)
      case .owner: action.owner = reader.text(node, what)
      case .due: action.due = reader.day(node, what)
      case .status: action.status = reader.choice(node, what, Action.Status.self)
      case .learned: action.learned = reader.text(node, what)
      case .notes: action.notes = reader.text(node, what)
      }
    }
    if targets > 1 {
      complain(
        .range, at: node, "an action with \(targets) targets", "keep one of \"step\", \"handoff\" and \"rework\"")
    }
    return action
  }

  private mutating func ends(
    _ node: JSONPlace, _ what: String, _ nested: inout Members<Members<JSON>>
  ) -> (StepID, StepID)? {
    var from: StepID?
    var to: StepID?
    let extensions = object(node, EndsKey.self, what) { reader, key, node in
      switch key {
      case .from: from = reader.id(node, "from")
      case .to: to = reader.id(node, "to")
      }
    }
    if !extensions.isEmpty { nested[Text(what)] = extensions }
    guard let from, let to else { return nil }
    return (from, to)
  }
}
