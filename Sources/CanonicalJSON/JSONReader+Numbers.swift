extension JSONReader {
  /// Reads a number. One that other programs write but JSON does not have is reported and mended.
  mutating func readNumber() {
    let start = position
    guard let parts = NumberParts(bytes, from: start), isDelimiter(at: parts.end) else {
      mendNumber()
      return
    }
    position = parts.end
    append(.number, at: start, word: value(of: parts, from: start).bitPattern)
  }

  /// Whether a number may end before `offset`.
  private func isDelimiter(at offset: Int) -> Bool {
    guard offset < bytes.count else { return true }
    switch bytes[offset] {
    case ASCII.comma, ASCII.closeBrace, ASCII.closeBracket, ASCII.newline, ASCII.carriageReturn, ASCII.tab,
      ASCII.slash, ASCII.hash, ASCII.colon, ASCII.semicolon, ASCII.quote, ASCII.openBrace, ASCII.openBracket:
      return true
    case ASCII.space:
      // `3 days`, without quotes, is one slip rather than two values.
      return bytes[offset...].first { $0 != ASCII.space }.map { !$0.isLetter } ?? true
    default:
      return scalar(at: offset)?.scalar.isInvisible ?? false
    }
  }

  /// The double nearest to a literal; reports one that is too large, or an integer that would change.
  mutating func value(of parts: NumberParts, from start: Int) -> Double {
    if let exact = parts.exactValue { return exact }
    let literal = bytes[start..<parts.end]
    // The standard library rounds correctly, whatever the locale.
    let value = Double(String(decoding: literal, as: UTF8.self)) ?? .infinity
    guard value.isFinite else {
      report(.notFinite(excerpt(from: start, to: parts.end)), at: start)
      return value.sign == .minus ? -Double.greatestFiniteMagnitude : Double.greatestFiniteMagnitude
    }
    if parts.isInteger, !isKept(UnsafeBufferPointer(rebasing: literal), as: value) {
      report(.notExact(excerpt(from: start, to: parts.end), nearest: value), at: start)
    }
    return value
  }

  /// Whether an integer literal survives as `value`: because it is that number exactly, or because it is how RFC 8785
  /// writes that number, so that the same digits come back (past 2^53 it fills up with zeros, as in 12345678901234567000).
  private func isKept(_ literal: UnsafeBufferPointer<UInt8>, as value: Double) -> Bool {
    var written: [UInt8] = []
    ES6Number.write(value, into: &written)
    return literal.elementsEqual(written) || WholeNumber(literal).significantBits <= 53
  }
}

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

/// A whole number of any size in binary, to see how many bits it needs.
struct WholeNumber {
  /// Least significant first.
  private var limbs: [UInt64] = []

  /// `literal` consists of digits after an optional minus sign. One past the largest double (309 digits) never gets here.
  init(_ literal: UnsafeBufferPointer<UInt8>) {
    for byte in literal where byte != ASCII.minus {
      var carry = UInt64(byte - ASCII.zero)
      for index in limbs.indices {
        let (high, low) = limbs[index].multipliedFullWidth(by: 10)
        let (sum, overflow) = low.addingReportingOverflow(carry)
        limbs[index] = sum
        carry = high + (overflow ? 1 : 0)
      }
      if carry > 0 { limbs.append(carry) }
    }
  }

  /// From the highest bit that is set to the lowest; a double has room for 53.
  var significantBits: Int {
    guard let top = limbs.last, let lowest = limbs.firstIndex(where: { $0 != 0 }) else { return 0 }
    let width = limbs.count * 64 - top.leadingZeroBitCount
    return width - (lowest * 64 + limbs[lowest].trailingZeroBitCount)
  }
}
