/// Numbers as ECMAScript writes them (ECMA-262, Number::toString), which RFC 8785 section 3.2.2.3 prescribes.
package enum ES6Number {
  /// Appends `value`. NaN and the infinities, which JSON does not have, become `null`, as in `JSON.stringify`.
  package static func write(_ value: Double, into bytes: inout [UInt8]) {
    guard value.isFinite else {
      bytes.append(contentsOf: "null".utf8)
      return
    }
    if let whole = Int64(exactly: value), whole.magnitude < 1 << 53 {
      writeWhole(whole, into: &bytes)
    } else {
      if value < 0 { bytes.append(ASCII.minus) }
      Decimal(value.magnitude).write(into: &bytes)
    }
  }

  private static func writeWhole(_ value: Int64, into bytes: inout [UInt8]) {
    if value < 0 { bytes.append(ASCII.minus) }
    var rest = value.magnitude
    let start = bytes.count
    repeat {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      bytes.append(ASCII.zero + UInt8(digit))
      rest = quotient
    } while rest > 0
    bytes[start...].reverse()
  }
}

/// The shortest digits that read back as a positive double, and where the point stands among them: 0.`digits` × 10^`point`.
private struct Decimal {
  var digits: [UInt8] = []
  var point = 0

  /// The standard library finds the shortest digits nearest to the value, as ECMAScript asks; only its layout differs.
  init(_ value: Double) {
    var exponent = 0
    var seenPoint = false
    var text = value.description
    text.withUTF8 { text in
      var index = 0
      while index < text.count {
        let byte = text[index]
        index += 1
        if byte == ASCII.dot {
          seenPoint = true
        } else if byte == ASCII.smallE {
          let isNegative = text[index] == ASCII.minus
          index += 1
          var size = 0
          while index < text.count {
            size = size * 10 + Int(text[index] - ASCII.zero)
            index += 1
          }
          exponent = isNegative ? -size : size
        } else if byte == ASCII.zero, digits.isEmpty {
          if seenPoint { point -= 1 }
        } else {
          digits.append(byte)
          if !seenPoint { point += 1 }
        }
      }
    }
    point += exponent
    while digits.last == ASCII.zero { digits.removeLast() }
  }

  func write(into bytes: inout [UInt8]) {
    switch point {
    case 1...21 where digits.count <= point:
      bytes.append(contentsOf: digits)
      bytes.append(contentsOf: repeatElement(ASCII.zero, count: point - digits.count))
    case 1...21:
      bytes.append(contentsOf: digits[..<point])
      bytes.append(ASCII.dot)
      bytes.append(contentsOf: digits[point...])
    case -5...0:
      bytes.append(contentsOf: [ASCII.zero, ASCII.dot])
      bytes.append(contentsOf: repeatElement(ASCII.zero, count: -point))
      bytes.append(contentsOf: digits)
    default:
      bytes.append(contentsOf: digits[..<1])
      if digits.count > 1 {
        bytes.append(ASCII.dot)
        bytes.append(contentsOf: digits[1...])
      }
      bytes.append(ASCII.smallE)
      bytes.append(point > 0 ? ASCII.plus : ASCII.minus)
      bytes.append(contentsOf: String(abs(point - 1)).utf8)
    }
  }
}
