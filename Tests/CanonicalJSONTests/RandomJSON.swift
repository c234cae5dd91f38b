import CanonicalJSON
import TestSupport

/// Random values of every kind, with the keys, texts and numbers that are easy to get wrong.
struct RandomJSON {
  var random: SeededGenerator
  private var numbers: SampleNumbers

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    numbers = SampleNumbers(seed: ~seed)
  }

  /// Nested at most `depth` deep, and mostly small: a hundred bytes or so.
  mutating func value(depth: Int = 4) -> JSON {
    switch Int.random(in: depth > 0 ? 0...9 : 0...5, using: &random) {
    case 0: return .null
    case 1: return .bool(.random(using: &random))
    case 2: return .number(Double(Int.random(in: -1000...1000, using: &random)) / 100)
    case 3: return .number(numbers.double(Int.random(in: 0...7, using: &random)))
    case 4, 5: return .string(text())
    case 6, 7: return .array((0..<Int.random(in: 0...4, using: &random)).map { _ in value(depth: depth - 1) })
    default:
      let isWide = Int.random(in: 0...99, using: &random) == 0
      let count = Int.random(in: isWide ? 17...24 : 0...4, using: &random)
      return .object(Members((0..<count).map { _ in (key: text(), value: value(depth: depth - 1)) }))
    }
  }

  mutating func text() -> Text {
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...6, using: &random) { scalars.append(scalar()) }
    return Text(String(scalars))
  }

  private mutating func scalar() -> Unicode.Scalar {
    let range = RandomJSON.scalars.randomElement(using: &random) ?? 0x61...0x61
    return Unicode.Scalar(UInt32.random(in: range, using: &random)) ?? "?"
  }

  private static let scalars: [ClosedRange<UInt32>] = [
    0x00...0x1F, 0x20...0x7E, 0x61...0x66, 0x7F...0x7FF, 0x300...0x30F, 0x800...0xD7FF, 0xE000...0xFDCF,
    0xFDF0...0xFFFD, 0x10000...0x1FFFD, 0x10FF00...0x10FFFD,
  ]
}
