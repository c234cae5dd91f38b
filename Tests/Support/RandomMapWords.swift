package import CanonicalJSON
import ValueStreams

extension RandomMap {
  /// Fills in what no figure depends on: people, terms, actions, where work comes from and goes.
  static func describe(_ map: inout ValueStreamMap, using generator: inout SeededGenerator) {
    if maybe(0.3, using: &generator) { map.schema = "../.vsmrepo/map.schema.json" }
    if maybe(0.5, using: &generator) {
      map.asOf = Day(
        year: Int.random(in: 1990...2040, using: &generator), month: Int.random(in: 1...12, using: &generator),
        day: Int.random(in: 1...28, using: &generator))
    }
    if maybe(0.5, using: &generator) { map.trigger = text(using: &generator) }
    if maybe(0.5, using: &generator) { map.doneWhen = text(using: &generator) }
    if maybe(0.4, using: &generator) { map.sources = texts(using: &generator) }
    if maybe(0.4, using: &generator) { map.customers = texts(using: &generator) }
    if maybe(0.3, using: &generator) { map.review = Cadence.allCases.randomElement(using: &generator) }
    if maybe(0.3, using: &generator) {
      map.participants = (0..<Int.random(in: 0...3, using: &generator)).map { number in
        Participant(
          name: Text("\(text(using: &generator)) \(number)"),
          role: maybe(0.5, using: &generator) ? text(using: &generator) : nil,
          team: map.teams?.keys.randomElement(using: &generator))
      }
    }
    if maybe(0.3, using: &generator) {
      map.glossary = Members(texts(using: &generator).map { (key: $0, value: text(using: &generator)) })
    }
    if maybe(0.3, using: &generator) {
      var actions: Members<Action> = [:]
      for _ in 0..<Int.random(in: 0...3, using: &generator) {
        actions[id(using: &generator)] = action(in: map, using: &generator)
      }
      map.actions = actions
    }
    map.extensions = extensions(using: &generator)
  }

  private static func action(in map: ValueStreamMap, using generator: inout SeededGenerator) -> Action {
    var action = Action(title: text(using: &generator))
    if let loop = map.rework?.randomElement(using: &generator), maybe(0.4, using: &generator) {
      action.target = .rework(from: loop.from, to: loop.to)
    } else if let step = map.steps.randomElement(using: &generator), maybe(0.8, using: &generator) {
      action.target = step.after?.first.map { .handoff(from: $0, to: step.id) } ?? .step(step.id)
    }
    if maybe(0.4, using: &generator) { action.waste = Action.Waste.allCases.randomElement(using: &generator) }
    if maybe(0.4, using: &generator) { action.status = Action.Status.allCases.randomElement(using: &generator) }
    if maybe(0.4, using: &generator) { action.owner = text(using: &generator) }
    if maybe(0.4, using: &generator) { action.hypothesis = text(using: &generator) }
    if maybe(0.2, using: &generator) { action.learned = text(using: &generator) }
    if maybe(0.2, using: &generator) { action.due = Day(year: 2026, month: 11, day: 30) }
    return action
  }

  /// A valid id out of a small enough set that two maps share some.
  package static func id(using generator: inout SeededGenerator) -> Text {
    let words = ["brief", "copy", "design", "legal", "qa", "web", "ads", "launch", "review", "0", "x1"]
    let word = words.randomElement(using: &generator) ?? "step"
    return Text("\(word)-\(Int.random(in: 0...99, using: &generator))")
  }

  /// Text that trips whoever confuses bytes, code units, characters and case: combining marks, astral planes, controls.
  package static func text(using generator: inout SeededGenerator) -> Text {
    let pieces = [
      "Write copy", "Prüfung", "cafe\u{301}", "caf\u{e9}", "批准", "مراجعة", "👩🏽‍💻", "\u{1F600}", "a\"b\\c/", "\n",
      "\t\u{1}",
      "\u{7f}", "\u{2028}", "\u{fb01}", "İ", "<b>&amp;", "x, y; z", "MQL", " ", "\u{feff}", "0",
    ]
    let count = Int.random(in: 1...3, using: &generator)
    return Text((0..<count).compactMap { _ in pieces.randomElement(using: &generator) }.joined(separator: " "))
  }

  private static func texts(using generator: inout SeededGenerator) -> [Text] {
    Set((0..<Int.random(in: 0...4, using: &generator)).map { _ in text(using: &generator) }).sorted()
  }

  /// Mostly none; else one to three `x-` members.
  package static func extensions(using generator: inout SeededGenerator) -> Members<JSON> {
    guard maybe(0.1, using: &generator) else { return [:] }
    var members: Members<JSON> = [:]
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      members[Text("x-\(text(using: &generator))")] = json(depth: 3, using: &generator)
    }
    return members
  }

  /// Any JSON value, nested at most `depth` deep.
  package static func json(depth: Int, using generator: inout SeededGenerator) -> JSON {
    switch Int.random(in: 0..<(depth > 0 ? 6 : 4), using: &generator) {
    case 0: .null
    case 1: .bool(Bool.random(using: &generator))
    case 2: .number(Double(Int.random(in: -1_000_000...1_000_000, using: &generator)) / 64)
    case 3: .string(text(using: &generator))
    case 4:
      .array((0..<Int.random(in: 0...3, using: &generator)).map { _ in json(depth: depth - 1, using: &generator) })
    default:
      .object(
        Members(
          (0..<Int.random(in: 0...3, using: &generator)).map { _ in
            (key: text(using: &generator), value: json(depth: depth - 1, using: &generator))
          }))
    }
  }
}
