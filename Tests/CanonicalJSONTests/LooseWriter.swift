import CanonicalJSON
import TestSupport

/// Writes a value as nobody's canonical form: members in any order, white space anywhere, texts and numbers spelled in
/// one of many ways. What it states is the same.
struct LooseWriter {
  var random: SeededGenerator
  private(set) var text = ""

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  static func bytes(_ value: JSON, seed: UInt64) -> [UInt8] {
    var writer = LooseWriter(seed: seed)
    writer.write(value)
    writer.space()
    return Array(writer.text.utf8)
  }

  private mutating func write(_ value: JSON) {
    space()
    switch value {
    case .null: text += "null"
    case .bool(let bool): text += bool ? "true" : "false"
    case .number(let number): write(number)
    case .string(let string): write(string)
    case .array(let elements):
      text += "["
      for (index, element) in elements.enumerated() {
        separate(index)
        write(element)
      }
      space()
      text += "]"
    case .object(let members):
      text += "{"
      for (index, member) in members.shuffled(using: &random).enumerated() {
        separate(index)
        space()
        write(member.key)
        space()
        text += ":"
        write(member.value)
      }
      space()
      text += "}"
    }
  }

  private mutating func separate(_ index: Int) {
    guard index > 0 else { return }
    space()
    text += ","
  }

  private mutating func space() {
    guard Int.random(in: 0...3, using: &random) == 0 else { return }
    for _ in 0..<Int.random(in: 1...10, using: &random) {
      text += LooseWriter.spaces.randomElement(using: &random) ?? ""
    }
  }

  private mutating func write(_ number: Double) {
    let canonical = ES6Number.text(number)
    let isPlain = canonical.utf8.allSatisfy { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "e") }
    let hasExponent = canonical.contains("e")
    switch Int.random(in: 0...3, using: &random) {
    case 0 where isPlain: text += canonical + ".000"
    case 1 where !isPlain && !hasExponent: text += canonical + "0"
    case 2 where !hasExponent: text += canonical + "E+00"
    case 3 where number == 0: text += "-0.0e-7"
    case 3 where hasExponent: text += canonical.replacing("e", with: "E")
    default: text += canonical
    }
  }

  private mutating func write(_ string: Text) {
    text += "\""
    for scalar in string.string.unicodeScalars {
      switch Int.random(in: 0...5, using: &random) {
      case 0: writeUnits(of: scalar)
      case 1 where LooseWriter.escapes[scalar] != nil: text += LooseWriter.escapes[scalar] ?? ""
      default:
        if scalar.value < 0x20 || scalar == "\"" || scalar == "\\" {
          writeUnits(of: scalar)
        } else {
          text.unicodeScalars.append(scalar)
        }
      }
    }
    text += "\""
  }

  private mutating func writeUnits(of scalar: Unicode.Scalar) {
    for unit in UTF16.encode(scalar).map(Array.init) ?? [] {
      let digits = String(unit, radix: 16, uppercase: .random(using: &random))
      text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
  }

  private static let spaces = [" ", " ", "\n", "\t", "\r\n"]
  private static let escapes: [Unicode.Scalar: String] = [
    "\"": "\\\"", "\\": "\\\\", "/": "\\/", "\u{8}": "\\b", "\u{C}": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t",
  ]
}
