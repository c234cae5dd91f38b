import Mustache

/// What a template is filled with. Text is escaped where it is put in; markup was made by this program and is not.
enum Filling: Sendable {
  case text(String)
  case flag(Bool)
  case list([Filling])
  case object([String: Filling])
  case markup(String)
  /// Nothing, which hides what an outer object has under the same name.
  case absent

  static func text(_ text: String?) -> Filling { text.map { .text($0) } ?? .absent }
  static func number(_ number: Int) -> Filling { .text(String(number)) }
  /// A list that is there only if something is in it, so that a template can leave its heading out.
  static func rows(_ rows: [Filling]) -> Filling { rows.isEmpty ? .absent : .object(["rows": .list(rows)]) }
}

extension Filling: MustacheParent {
  func child(named name: String) -> Any? {
    guard case .object(let members) = self, let member = members[name] else { return nil }
    return member.value
  }

  private var value: Any {
    switch self {
    case .text, .object: self
    case .flag(let flag): flag
    case .list(let elements): elements
    case .markup(let text): Markup(renderText: text)
    case .absent: Nothing()
    }
  }

  private struct Nothing: MustacheCustomRenderable {
    let renderText = ""
    let isNull = true
  }

  /// Holds nothing but itself; said outright, since the library would else look for members by reflection.
  private struct Markup: MustacheCustomRenderable, MustacheParent {
    let renderText: String
    var isNull: Bool { false }
    func child(named: String) -> Any? { nil }
  }
}

extension Filling: MustacheCustomRenderable {
  var renderText: String { if case .text(let text) = self { text } else { "" } }
  var isNull: Bool { false }
}

extension Filling: ExpressibleByStringInterpolation, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  init(stringLiteral value: String) { self = .text(value) }
  init(booleanLiteral value: Bool) { self = .flag(value) }
  init(arrayLiteral elements: Filling...) { self = .list(elements) }
  init(dictionaryLiteral elements: (String, Filling)...) {
    self = .object(Dictionary(elements) { _, last in last })
  }

  /// The members of both; this one's first.
  func adding(_ other: [String: Filling]) -> Filling {
    guard case .object(let members) = self else { return self }
    return .object(members.merging(other) { own, _ in own })
  }
}
