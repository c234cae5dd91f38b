package import CanonicalJSON

/// One line of output as pieces of text with the roles they play.
///
/// Whatever enters is made ``visible(_:)`` first, so that no map, commit message or file name can reach the terminal
/// with a control sequence of its own; escape sequences are only ever added by ``string(color:)``.
package struct StyledText: Equatable, Sendable {
  package struct Span: Equatable, Sendable {
    package fileprivate(set) var text: String
    package var role: Role?
  }

  package private(set) var spans: [Span] = []

  package init() {}

  package init(_ text: String, _ role: Role? = nil) {
    append(text, role)
  }

  package init(_ text: Text, _ role: Role? = nil) {
    append(text.string, role)
  }

  package var isEmpty: Bool { spans.isEmpty }
  package var width: Int { spans.reduce(0) { $0 + $1.text.displayWidth } }

  /// The text alone, without roles.
  package var plain: String { spans.map(\.text).joined() }

  package mutating func append(_ text: String, _ role: Role? = nil) {
    join(visible(text), role)
  }

  /// Appends what is known to be visible.
  mutating func join(_ text: String, _ role: Role?) {
    guard !text.isEmpty else { return }
    if let last = spans.indices.last, spans[last].role == role {
      spans[last].text += text
    } else {
      spans.append(Span(text: text, role: role))
    }
  }

  package static func + (left: StyledText, right: StyledText) -> StyledText {
    var result = left
    result += right
    return result
  }

  package static func += (left: inout StyledText, right: StyledText) {
    for span in right.spans { left.join(span.text, span.role) }
  }

  package static func spaces(_ count: Int) -> StyledText {
    StyledText(String(repeating: " ", count: max(0, count)))
  }

  /// The same words, all in one role.
  package func inRole(_ role: Role?) -> StyledText {
    var result = StyledText()
    result.join(plain, role)
    return result
  }

  /// As it goes to the terminal; without colour it is the plain text. Spaces at the end are left out.
  package func string(color: Bool) -> String {
    var spans = spans
    while let last = spans.last {
      let spaces = last.text.utf8.reversed().prefix { $0 == UInt8(ascii: " ") }.count
      spans[spans.count - 1].text.removeLast(spaces)
      guard spans[spans.count - 1].text.isEmpty else { break }
      spans.removeLast()
    }
    return spans.map { span in
      if color, let role = span.role { "\u{1B}[\(role.code)m\(span.text)\u{1B}[0m" } else { span.text }
    }.joined()
  }
}

extension StyledText: ExpressibleByStringInterpolation {
  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = StyledText()

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ literal: String) { text.append(literal) }
    package mutating func appendInterpolation(_ value: String, _ role: Role? = nil) { text.append(value, role) }
    package mutating func appendInterpolation(_ value: Text, _ role: Role? = nil) { text.append(value.string, role) }
    package mutating func appendInterpolation(_ value: Int, _ role: Role? = nil) { text.append(String(value), role) }
    package mutating func appendInterpolation(_ value: StyledText) { text += value }
  }

  package init(stringLiteral value: String) { self.init(value) }
  package init(stringInterpolation: StringInterpolation) { self = stringInterpolation.text }
}
