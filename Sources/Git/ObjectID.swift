import CGit

/// The name of an object: its SHA-1, 20 bytes.
package struct ObjectID: Hashable, Sendable {
  package static let byteCount = 20
  /// No object has it: as an expected value it says that a reference must not exist.
  package static let zero = ObjectID(high: 0, middle: 0, low: 0)

  /// The bytes in three parts, each read as a big-endian number.
  package let high: UInt64
  package let middle: UInt64
  package let low: UInt32

  package init(high: UInt64, middle: UInt64, low: UInt32) {
    self.high = high
    self.middle = middle
    self.low = low
  }

  /// Reads 20 bytes, first byte first; nil when there are not as many.
  package init?(bytes: some Collection<UInt8>) {
    guard bytes.count == Self.byteCount else { return nil }
    var high: UInt64 = 0
    var middle: UInt64 = 0
    var low: UInt32 = 0
    for (place, byte) in bytes.enumerated() {
      switch place {
      case 0..<8: high = high << 8 | UInt64(byte)
      case 8..<16: middle = middle << 8 | UInt64(byte)
      default: low = low << 8 | UInt32(byte)
      }
    }
    self.init(high: high, middle: middle, low: low)
  }

  /// Reads 40 hexadecimal digits.
  package init?(hex: some StringProtocol) {
    self.init(hexDigits: hex.utf8)
  }

  /// The same in ASCII.
  init?(hexDigits: some Collection<UInt8>) {
    var words: (UInt64, UInt64, UInt64) = (0, 0, 0)
    var count = 0
    for digit in hexDigits {
      guard count < 2 * Self.byteCount, let value = Self.value(hexDigit: digit) else { return nil }
      switch count {
      case 0..<16: words.0 = words.0 << 4 | UInt64(value)
      case 16..<32: words.1 = words.1 << 4 | UInt64(value)
      default: words.2 = words.2 << 4 | UInt64(value)
      }
      count += 1
    }
    guard count == 2 * Self.byteCount else { return nil }
    self.init(high: words.0, middle: words.1, low: UInt32(words.2))
  }

  package static func value(hexDigit: UInt8) -> UInt8? {
    switch hexDigit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): hexDigit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): hexDigit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): hexDigit - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  package var bytes: [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: high >> (56 - 8 * $0)) }
      + (0..<8).map { UInt8(truncatingIfNeeded: middle >> (56 - 8 * $0)) }
      + (0..<4).map { UInt8(truncatingIfNeeded: low >> (24 - 8 * $0)) }
  }

  package var hex: String {
    unsafe String(unsafeUninitializedCapacity: 2 * Self.byteCount) { buffer in
      for place in 0..<2 * Self.byteCount {
        let word = place < 16 ? high : place < 32 ? middle : UInt64(low) << 32
        let digit = UInt8(truncatingIfNeeded: word >> (60 - 4 * (place & 15)) & 15)
        unsafe buffer[place] = digit + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
      }
      return 2 * Self.byteCount
    }
  }
}

extension ObjectID: CustomStringConvertible {
  package var description: String { hex }
}

extension ObjectID {
  /// Copies what libgit2 points to.
  init(_ raw: git_oid) {
    var copy = raw
    let (high, middle, low) = unsafe withUnsafeBytes(of: &copy) { bytes in
      unsafe (
        UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self)),
        UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)),
        UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: 16, as: UInt32.self))
      )
    }
    self.init(high: high, middle: middle, low: low)
  }

  var raw: git_oid {
    var result = git_oid()
    unsafe withUnsafeMutableBytes(of: &result) { target in
      unsafe target.storeBytes(of: high.bigEndian, toByteOffset: 0, as: UInt64.self)
      unsafe target.storeBytes(of: middle.bigEndian, toByteOffset: 8, as: UInt64.self)
      unsafe target.storeBytes(of: low.bigEndian, toByteOffset: 16, as: UInt32.self)
    }
    return result
  }
}
