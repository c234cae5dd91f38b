/// A JSON Pointer (RFC 6901): the way from the root of a document to a value, `""` for the root itself.
package struct JSONPointer: Hashable, Sendable {
  /// The pointer as RFC 6901 writes it.
  package private(set) var text: Text

  /// The pointer to the root.
  package init() {
    text = ""
  }

  /// The pointer to the member `key` of what `pointer` leads to.
  package static func / (pointer: JSONPointer, key: Text) -> JSONPointer {
    var result = pointer
    result.append(key)
    return result
  }

  /// The pointer to an element of what `pointer` leads to, counted from 0.
  package static func / (pointer: JSONPointer, index: Int) -> JSONPointer {
    var result = pointer
    result.append(Text(String(index)))
    return result
  }

  /// Goes on to the member `key`.
  package mutating func append(_ key: Text) {
    text = Text(text.string + "/" + JSONPointer.escape(key).string)
  }

  /// A key as it stands in a pointer: `~` becomes `~0` and `/` becomes `~1`.
  package static func escape(_ key: Text) -> Text {
    guard key.string.utf8.contains(where: { $0 == 0x7E || $0 == ASCII.slash }) else { return key }
    var escaped = ""
    for scalar in key.string.unicodeScalars {
      switch scalar {
      case "~": escaped += "~0"
      case "/": escaped += "~1"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return Text(escaped)
  }
}

extension JSONPointer: CustomStringConvertible {
  /// For people: as `Text.plain`, so that no key disturbs a terminal.
  package var description: String { text.plain }
}
