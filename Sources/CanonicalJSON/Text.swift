/// Text that compares by its UTF-8 bytes.
///
/// Swift's own `==` on `String` follows canonical equivalence, under which "é" and "e\u{301}" are one; JSON keeps
/// them apart, and so must everything that compares two documents. The order is that of UTF-16 code units, as
/// RFC 8785 section 3.2.3 sorts keys.
package struct Text: Hashable, Sendable {
  package let string: String

  package init(_ string: String) {
    self.string = string
  }

  package static func == (left: Text, right: Text) -> Bool {
    left.string.utf8.elementsEqual(right.string.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    var copy = string
    copy.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

extension Text: Comparable {
  package static func < (left: Text, right: Text) -> Bool {
    left.string.utf16.lexicographicallyPrecedes(right.string.utf16)
  }
}

extension Text: ExpressibleByStringInterpolation {
  package init(stringLiteral value: String) {
    self.init(value)
  }
}

extension Text: CustomStringConvertible {
  package var description: String { string }
}
