import Glibc

/// Text that compares by its UTF-8 bytes.
///
/// Swift's own `==` on `String` follows canonical equivalence, under which "é" and "e\u{301}" are one; JSON keeps
/// them apart, and so must everything that compares two documents. The order is that of UTF-16 code units, as
/// RFC 8785 section 3.2.3 sorts keys.
@usableFromInline
package struct Text: Hashable, Sendable {
  /// The text as Swift knows it. Compare the `Text`, not this.
  @usableFromInline package let string: String

  package init(_ string: String) {
    self.string = string
  }

  @inlinable
  package static func == (left: Text, right: Text) -> Bool {
    // The same representation is the same text: a short one stands in it, a long one is shared. That settles most cases.
    unsafeBitCast(left.string, to: Representation.self) == unsafeBitCast(right.string, to: Representation.self)
      || hasSameBytes(left, right)
  }

  /// As large as a `String`: 16 bytes on the 64-bit systems that the package is for.
  @usableFromInline
  typealias Representation = UInt128

  @usableFromInline
  static func hasSameBytes(_ left: Text, _ right: Text) -> Bool {
    left.string.utf8.count == right.string.utf8.count
      && left.withUTF8 { leftBytes in right.withUTF8 { bytesAreEqual(leftBytes, $0) } }
  }

  @usableFromInline
  package func hash(into hasher: inout Hasher) {
    withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }

  /// The bytes, without a copy.
  func withUTF8<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = string.utf8.withContiguousStorageIfAvailable(body) { return result }
    var copy = string
    return copy.withUTF8(body)
  }
}

extension Text: Comparable {
  /// UTF-8 sorts as UTF-16 does, except that there the scalars past U+FFFF, which are surrogate pairs (from D800),
  /// come before U+E000 to U+FFFF. So the first byte that differs decides, with these two ranges swapped.
  @usableFromInline
  package static func < (left: Text, right: Text) -> Bool {
    left.withUTF8 { leftBytes in
      right.withUTF8 { rightBytes in
        let shared = min(leftBytes.count, rightBytes.count)
        var index = 0
        while index < shared, leftBytes[index] == rightBytes[index] { index += 1 }
        guard index < shared else { return leftBytes.count < rightBytes.count }
        return rankInUTF16(leftBytes[index]) < rankInUTF16(rightBytes[index])
      }
    }
  }
}

/// 0xEE and 0xEF, which lead U+E000 to U+FFFF, after 0xF0 to 0xF4, which lead the scalars past U+FFFF.
private func rankInUTF16(_ byte: UInt8) -> UInt8 {
  byte == 0xEE || byte == 0xEF ? byte + 0x10 : byte
}

func bytesAreEqual(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
  guard left.count == right.count else { return false }
  guard let leftStart = left.baseAddress, let rightStart = right.baseAddress else { return true }
  return memcmp(leftStart, rightStart, left.count) == 0
}

/// Below, at or above zero as the bytes on the left stand before, equal or stand after those on the right.
func compareBytes(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Int {
  if let leftStart = left.baseAddress, let rightStart = right.baseAddress {
    let order = memcmp(leftStart, rightStart, min(left.count, right.count))
    if order != 0 { return Int(order) }
  }
  return left.count - right.count
}

extension Text: ExpressibleByStringInterpolation {
  @usableFromInline
  package init(stringLiteral value: String) {
    self.init(value)
  }
}

extension Text: CustomStringConvertible {
  @usableFromInline
  package var description: String { string }
}
