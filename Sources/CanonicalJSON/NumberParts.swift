/// A number literal that follows the grammar of RFC 8259 section 6, taken apart.
struct NumberParts {
  private(set) var end: Int
  private(set) var isInteger = true
  private var isNegative = false
  /// All digits as one whole number, as long as they are few enough.
  private var digits: UInt64 = 0
  private var digitCount = 0
  /// The power of ten that scales `digits`.
  private var exponent = 0

  /// nil if there is no complete number at `start`.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    end = start
    if end < bytes.count, bytes[end] == ASCII.minus {
      isNegative = true
      end += 1
    }
    let first = end
    readDigits(bytes)
    guard end > first, bytes[first] != ASCII.zero || end == first + 1 else { return nil }
    if end < bytes.count, bytes[end] == ASCII.dot {
      isInteger = false
      end += 1
      let fraction = end
      readDigits(bytes)
      guard end > fraction else { return nil }
      exponent = fraction - end
    }
    if end < bytes.count, bytes[end] | 0x20 == ASCII.smallE {
      isInteger = false
      end += 1
      var isDivision = false
      if end < bytes.count, bytes[end] == ASCII.plus || bytes[end] == ASCII.minus {
        isDivision = bytes[end] == ASCII.minus
        end += 1
      }
      let first = end
      var scale = 0
      while end < bytes.count, case let digit = bytes[end] &- ASCII.zero, digit < 10 {
        if scale < 100_000_000 { scale = scale * 10 + Int(digit) }
        end += 1
      }
      guard end > first else { return nil }
      exponent += isDivision ? -scale : scale
    }
  }

  private mutating func readDigits(_ bytes: UnsafeBufferPointer<UInt8>) {
    let first = end
    while end < bytes.count, case let digit = bytes[end] &- ASCII.zero, digit < 10 {
      digits = digits &* 10 &+ UInt64(digit)
      end += 1
    }
    digitCount += end - first
  }

  /// The value, if one exact product or quotient of two exact doubles gives it (Clinger 1990).
  var exactValue: Double? {
    guard digitCount <= 19, digits <= 1 << 53 else { return nil }
    let magnitude: Double
    switch exponent {
    case 0: magnitude = Double(digits)
    case 1..<NumberParts.powersOfTen.count: magnitude = Double(digits) * NumberParts.powersOfTen[exponent]
    case -NumberParts.powersOfTen.count + 1..<0: magnitude = Double(digits) / NumberParts.powersOfTen[-exponent]
    default: return nil
    }
    return isNegative ? -magnitude : magnitude
  }

  /// Every power of ten that a double holds exactly.
  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
    1e20, 1e21, 1e22,
  ]
}

extension NumberParts {
  /// The JSON number that a literal of another notation stands for; nil if it is none.
  static func mended(_ literal: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    var digits = literal.filter { $0 != UInt8(ascii: "_") }
    let isNegative = digits.first == ASCII.minus
    if isNegative || digits.first == ASCII.plus { digits.removeFirst() }
    digits = Array(digits.drop { $0 == ASCII.zero })
    if digits.first.map(\.isDigit) != true { digits.insert(ASCII.zero, at: 0) }
    if digits.last == ASCII.dot { digits.removeLast() }
    if isNegative { digits.insert(ASCII.minus, at: 0) }
    let isNumber = digits.withUnsafeBufferPointer { NumberParts($0, from: 0)?.end == $0.count }
    return isNumber && literal.contains(where: \.isDigit) ? String(decoding: digits, as: UTF8.self) : nil
  }
}
