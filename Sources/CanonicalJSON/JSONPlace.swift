/// Where a value stands in its document: a number and nothing else.
///
/// For a reader that goes through a whole document and holds it once; a ``JSONNode`` holds the document itself, and each
/// copy of it counts a reference.
@usableFromInline
package struct JSONPlace: Equatable, Sendable {
  @usableFromInline let index: Int32

  @inlinable
  init(_ index: Int) { self.index = Int32(truncatingIfNeeded: index) }

  /// Of a key, the place of the value that belongs to it.
  @inlinable
  package var value: JSONPlace { JSONPlace(Int(index) + 1) }
}

extension JSONDocument {
  /// The one value that the document consists of.
  package var start: JSONPlace { JSONPlace(0) }

  /// The value at a place of this document, which can be kept and handed on.
  package subscript(place: JSONPlace) -> JSONNode { JSONNode(tape: tape, index: Int(place.index)) }

  @inlinable
  func entry(_ place: JSONPlace) -> JSONTape.Entry { tape.entries[Int(place.index)] }

  /// What kind of value stands there.
  @inlinable
  package func kind(_ place: JSONPlace) -> JSONNode.Kind { entry(place).kind }

  /// How many members or elements it has; 0 for a scalar.
  @inlinable
  package func count(_ place: JSONPlace) -> Int {
    let entry = entry(place)
    return entry.kind == .array || entry.kind == .object ? entry.high : 0
  }

  /// The first key or element of a container that is not empty.
  @inlinable
  package func first(in place: JSONPlace) -> JSONPlace { JSONPlace(Int(place.index) + 1) }

  /// The key or element that follows a value, if there is one more.
  @inlinable
  package func next(after place: JSONPlace) -> JSONPlace {
    let entry = entry(place)
    return JSONPlace(entry.kind == .array || entry.kind == .object ? entry.low : Int(place.index) + 1)
  }

  /// What a number is worth; nil for other kinds.
  @inlinable
  package func number(_ place: JSONPlace) -> Double? {
    let entry = entry(place)
    return entry.kind == .number ? Double(bitPattern: entry.word) : nil
  }

  /// What a string says, escapes resolved; nil for other kinds.
  package func text(_ place: JSONPlace) -> Text? {
    kind(place) == .string ? tape.text(at: Int(place.index)) : nil
  }

  /// The UTF-8 of a text or key without a copy; nothing for other kinds.
  @inlinable @inline(__always)
  package func withUTF8<Result>(_ place: JSONPlace, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let entry = entry(place)
    guard entry.kind == .string else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
    return tape.bytes.withUnsafeBufferPointer { entry.withText(in: $0, tape.unescaped, body) }
  }
}
