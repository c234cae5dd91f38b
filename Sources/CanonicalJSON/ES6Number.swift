/// Numbers as ECMAScript writes them (ECMA-262, Number::toString), which RFC 8785 section 3.2.2.3 prescribes.
package enum ES6Number {
  /// Appends `value`. NaN and the infinities, which JSON does not have, become `null`, as in `JSON.stringify`.
  package static func write(_ value: Double, into bytes: inout [UInt8]) {
    guard value.isFinite else {
      bytes.append(contentsOf: "null".utf8)
      return
    }
    if value < 0 { bytes.append(ASCII.minus) }
    if let whole = UInt64(exactly: value.magnitude), whole < 1 << 53 {
      write(whole, into: &bytes)
    } else {
      Decimal(value.magnitude).write(into: &bytes)
    }
  }

  /// The same as a string.
  package static func text(_ value: Double) -> String {
    var bytes: [UInt8] = []
    write(value, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  fileprivate static func write(_ whole: UInt64, into bytes: inout [UInt8]) {
    let start = bytes.count
    var rest = whole
    repeat {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      bytes.append(ASCII.zero + UInt8(digit))
      rest = quotient
    } while rest > 0
    bytes[start...].reverse()
  }
}

/// The shortest digits that read back as a positive double, at most 17, and where the point stands: 0.`digits` × 10^`point`.
private struct Decimal {
  private var digits: UInt64 = 0
  private var count = 0
  private var point = 0

  /// The standard library finds the shortest digits nearest to the value, as ECMAScript asks; only its layout differs.
  init(_ value: Double) {
    var zeros = 0
    var seenPoint = false
    var seenExponent = false
    var isDivision = false
    var exponent = 0
    for byte in value.description.utf8 {
      switch byte {
      case ASCII.dot: seenPoint = true
      case ASCII.smallE: seenExponent = true
      case ASCII.plus: break
      case ASCII.minus: isDivision = true
      case _ where seenExponent: exponent = exponent * 10 + Int(byte - ASCII.zero)
      case ASCII.zero:
        // Only digits between others count; where the point stands, all do.
        if count > 0 { zeros += 1 }
        if !seenPoint, count > 0 { point += 1 }
        if seenPoint, count == 0 { point -= 1 }
      default:
        for _ in 0..<zeros { digits *= 10 }
        digits = digits * 10 + UInt64(byte - ASCII.zero)
        count += zeros + 1
        zeros = 0
        if !seenPoint { point += 1 }
      }
    }
    point += isDivision ? -exponent : exponent
  }

  func write(into bytes: inout [UInt8]) {
    let start = bytes.count
    switch point {
    case 1...21:
      ES6Number.write(digits, into: &bytes)
      if count <= point {
        bytes.append(contentsOf: repeatElement(ASCII.zero, count: point - count))
      } else {
        bytes.insert(ASCII.dot, at: start + point)
      }
    case -5...0:
      bytes.append(ASCII.zero)
      bytes.append(ASCII.dot)
      bytes.append(contentsOf: repeatElement(ASCII.zero, count: -point))
      ES6Number.write(digits, into: &bytes)
    default:
      ES6Number.write(digits, into: &bytes)
      if count > 1 { bytes.insert(ASCII.dot, at: start + 1) }
      bytes.append(ASCII.smallE)
      bytes.append(point > 0 ? ASCII.plus : ASCII.minus)
      ES6Number.write(UInt64((point - 1).magnitude), into: &bytes)
    }
  }
}
