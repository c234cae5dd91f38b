package import CanonicalJSON

/// Ids of steps, teams, work types and actions: `[a-z0-9][a-z0-9-]{0,63}`, not starting with `x-`.
package enum Identifier {
  package static func isValid(_ text: Text) -> Bool {
    var string = text.string
    return string.withUTF8(isValid)
  }

  static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard (1...64).contains(bytes.count) else { return false }
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): continue
      default: return false
      }
    }
    let second = bytes.count > 1 ? bytes[1] : 0
    return bytes[0] != UInt8(ascii: "-") && !(bytes[0] == UInt8(ascii: "x") && second == UInt8(ascii: "-"))
  }

  static func complaint(_ text: Text) -> String { "\(quoted(text)) is not an id" }

  static func remedy(_ text: Text) -> String {
    let rule = "use a–z, 0–9 and -, at most 64 characters, not starting with - or x-"
    return proposal(for: text.string).map { "write \"\($0)\" (\(rule))" } ?? rule
  }

  /// An id close to `name`, as for a step made from a spreadsheet row: "Legal approval" gives `legal-approval`.
  package static func proposal(for name: String) -> String? {
    var result = ""
    for scalar in name.lowercased().unicodeScalars {
      if ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) {
        result.unicodeScalars.append(scalar)
      } else if let plain = Self.plain[scalar] {
        result += plain
      } else if !result.isEmpty, !result.hasSuffix("-") {
        result += "-"
      }
      if result.utf8.count >= 64 { break }
    }
    result = String(result.prefix(64))
    while result.hasSuffix("-") { result.removeLast() }
    return isValid(Text(result)) ? result : nil
  }

  private static let plain: [Unicode.Scalar: String] = [
    "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "à": "a", "á": "a", "â": "a", "ã": "a", "å": "a", "æ": "ae", "ç": "c",
    "è": "e", "é": "e", "ê": "e", "ë": "e", "ì": "i", "í": "i", "î": "i", "ï": "i", "ñ": "n", "ò": "o", "ó": "o",
    "ô": "o", "õ": "o", "ø": "o", "œ": "oe", "ù": "u", "ú": "u", "û": "u", "ý": "y", "ÿ": "y", "&": "and",
    "%": "percent",
  ]
}
