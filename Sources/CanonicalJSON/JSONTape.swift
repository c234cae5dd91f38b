import Synchronization

/// What a reader leaves behind: the values of a document in the order in which they stand, one small entry each.
///
/// A class only so that a node carries one reference instead of a copy of every array; nothing in it ever changes.
@usableFromInline
final class JSONTape: Sendable {
  @usableFromInline let bytes: [UInt8]
  /// The contents of the texts that do not stand in `bytes` literally, because they hold escapes.
  @usableFromInline let unescaped: [UInt8]
  @usableFromInline let entries: [Entry]
  /// Found when first asked for: most files are sound, and nobody asks.
  private let lines = Mutex<JSONLines?>(nil)

  init(bytes: [UInt8], unescaped: [UInt8], entries: [Entry]) {
    self.bytes = bytes
    self.unescaped = unescaped
    self.entries = entries
  }

  /// A value or a key: sixteen bytes. A container is followed by its content, a key by its value.
  @usableFromInline
  struct Entry: Sendable {
    @usableFromInline let kind: JSONNode.Kind
    /// Where it begins in the file; 16 MiB fit.
    @usableFromInline let offset: UInt32
    /// A number's bits, a truth value, a container's count and the entry after it, a text's place and length.
    @usableFromInline var word: UInt64

    @inlinable var high: Int { Int(word >> 32) }
    @inlinable var low: Int { Int(word & 0xFFFF_FFFF) }

    /// The UTF-8 of a text, which stands in the file itself or, if it holds escapes, in `unescaped`.
    @inlinable @inline(__always)
    func withText<Result>(
      in file: UnsafeBufferPointer<UInt8>, _ unescaped: [UInt8], _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
      guard high >= file.count else { return body(UnsafeBufferPointer(rebasing: file[high..<high + low])) }
      let start = high - file.count
      return unescaped.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start..<start + low])) }
    }

    static func word(high: Int, low: Int) -> UInt64 {
      UInt64(truncatingIfNeeded: high) << 32 | UInt64(truncatingIfNeeded: low)
    }
  }

  func position(of offset: Int) -> JSONPosition {
    bytes.withUnsafeBufferPointer { bytes in
      lines.withLock { lines in
        let known = lines ?? JSONLines(bytes)
        lines = known
        return known.position(of: offset, in: bytes)
      }
    }
  }

  /// The UTF-8 of the text at `index`.
  func withText<Result>(at index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { entries[index].withText(in: $0, unescaped, body) }
  }

  func text(at index: Int) -> Text {
    withText(at: index) { Text(String(decoding: $0, as: UTF8.self)) }
  }
}

extension [JSONTape.Entry] {
  /// The entry after the value at `index` and all that it contains.
  func next(after index: Int) -> Int {
    let entry = self[index]
    return entry.kind == .array || entry.kind == .object ? entry.low : index + 1
  }
}
