package import CanonicalJSON
import Changes
package import ValueStreams

/// Values as members of a report; what is not known is `null`.
extension JSON {
  package static func value(_ number: Double?) -> JSON { number.map { .number($0) } ?? .null }
  package static func value(_ number: Int?) -> JSON { number.map { .number(Double($0)) } ?? .null }
  package static func value(_ text: Text?) -> JSON { text.map { .string($0) } ?? .null }
  package static func value(_ text: String?) -> JSON { text.map { .string(Text($0)) } ?? .null }
  package static func value(_ day: Day?) -> JSON { value(day?.description) }
  static func list(_ texts: [Text]) -> JSON { .array(texts.map { .string($0) }) }

  static func object(_ entries: [(key: Text, value: JSON)]) -> JSON { .object(Members(entries)) }
}

extension Provenance {
  /// The members that say which map a report is about.
  var members: [(key: Text, value: JSON)] {
    [
      ("stream", .value(stream)), ("version", .value(version)), ("state", .value(state.rawValue)),
      ("commit", .value(commit)),
      ("date", .value(date)),
    ]
  }
}
