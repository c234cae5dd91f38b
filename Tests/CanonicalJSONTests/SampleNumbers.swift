import TestSupport

/// Numbers that are hard to print or to read: any bits, powers of two and ten and their neighbours, edges, halfway cases.
struct SampleNumbers {
  private var random: SeededGenerator

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  func doubles(_ count: Int) -> [Double] {
    var copy = self
    return (0..<count).map { copy.double($0 % 8) }
  }

  /// Fractions, or integers in exponent form: an integer literal is refused where no double holds it.
  func literals(_ count: Int) -> [String] {
    var copy = self
    return (0..<count).map { copy.literal($0 % 4) }
  }

  mutating func double(_ kind: Int) -> Double {
    let value: Double
    switch kind {
    case 0, 1, 2: value = Double(bitPattern: random.next())
    case 3: value = neighbour(of: Double("1e\(Int.random(in: -324...308, using: &random))") ?? 0)
    case 4:
      value = neighbour(of: Double(sign: .plus, exponent: Int.random(in: -1074...1023, using: &random), significand: 1))
    case 5: value = Double("\(digits(1...17))e\(Int.random(in: -330...290, using: &random))") ?? 0
    case 6: value = neighbour(of: Double(random.next() >> UInt64.random(in: 0...63, using: &random)))
    default:
      let edges = [
        0, .leastNonzeroMagnitude, .leastNormalMagnitude, .greatestFiniteMagnitude, 1e21, 1e-6, 1e-7, 0x1p53,
      ]
      value = neighbour(of: edges.randomElement(using: &random) ?? 0)
    }
    let finite = value.isFinite ? value : .greatestFiniteMagnitude
    return Bool.random(using: &random) ? finite : -finite
  }

  private mutating func literal(_ kind: Int) -> String {
    let sign = Bool.random(using: &random) ? "-" : ""
    switch kind {
    case 0: return "\(sign)\(digits(1...40))e\(Int.random(in: -330...260, using: &random))"
    case 1: return "\(sign)\(digits(1...20)).\(digits(1...40))E+\(Int.random(in: 0...20, using: &random))"
    case 2:
      let fraction = digits(1...3)
      return "\(sign)0.\(String(repeating: "0", count: Int.random(in: 0...330, using: &random)))\(fraction)"
    default: return sign + halfway()
    }
  }

  /// The exact decimal value midway between two doubles, or a hair beside it.
  private mutating func halfway() -> String {
    let odd = UInt128(UInt64(1) << 53 | random.next() >> 11) << 1 | 1
    let places = Int.random(in: 1...25, using: &random)
    // odd / 2^places, written in decimal: odd × 5^places with that many digits after the point.
    let scaled = (0..<places).reduce(odd) { value, _ in value * 5 }
    let text = String(scaled)
    let padded = String(repeating: "0", count: max(0, places + 1 - text.count)) + text
    let hair = ["", "0000000000000000001", "000"].randomElement(using: &random) ?? ""
    return "\(padded.dropLast(places)).\(padded.suffix(places))\(hair)"
  }

  private mutating func neighbour(of value: Double) -> Double {
    let steps = Int64.random(in: -3...3, using: &random)
    return Double(bitPattern: UInt64(bitPattern: max(0, Int64(bitPattern: value.bitPattern) + steps)))
  }

  /// A whole number with this many digits, the first not zero.
  private mutating func digits(_ counts: ClosedRange<Int>) -> String {
    let count = Int.random(in: counts, using: &random)
    let rest = (1..<max(1, count)).map { _ in String(Int.random(in: 0...9, using: &random)) }
    return String(Int.random(in: 1...9, using: &random)) + rest.joined()
  }
}
