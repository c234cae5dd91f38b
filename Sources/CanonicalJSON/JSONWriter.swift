extension JSON {
  /// The canonical form, as it stands in a file: RFC 8785 with two-space indentation, one member or element a line,
  /// empty containers `{}` and `[]`, and one newline at the end.
  package var canonicalBytes: [UInt8] {
    var writer = JSONWriter(isIndented: true)
    writer.write(self)
    writer.endLine()
    return writer.bytes
  }

  /// The bytes that RFC 8785 prescribes: the canonical form without its white space.
  package var compactBytes: [UInt8] {
    var writer = JSONWriter(isIndented: false)
    writer.write(self)
    return writer.bytes
  }
}

/// Writes values as RFC 8785 lays down. `Members` are in canonical order already.
package struct JSONWriter {
  package private(set) var bytes: [UInt8] = []
  private let isIndented: Bool
  /// What begins a line: the break, and two spaces for each container around it.
  private var lineStart = [ASCII.newline]
  /// Whether nothing stands yet in the container that was begun last.
  private var isEmpty = true

  /// - Parameter capacity: about how many bytes there will be, if that is known.
  package init(isIndented: Bool, capacity: Int = 0) {
    self.isIndented = isIndented
    bytes.reserveCapacity(capacity)
  }

  package mutating func write(_ value: JSON) {
    switch value {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let bool): bytes.append(contentsOf: (bool ? "true" : "false").utf8)
    case .number(let number): ES6Number.write(number, into: &bytes)
    case .string(let text): write(text)
    case .array(let elements):
      begin(.array)
      for element in elements {
        beginItem()
        write(element)
      }
      end(.array)
    case .object(let members):
      begin(.object)
      for (key, value) in members {
        beginMember(key)
        write(value)
      }
      end(.object)
    }
  }

  package enum Container: Sendable { case array, object }

  /// Begins an array or an object; its elements or members follow, then ``end(_:)``.
  package mutating func begin(_ container: Container) {
    bytes.append(container == .array ? ASCII.openBracket : ASCII.openBrace)
    lineStart.append(ASCII.space)
    lineStart.append(ASCII.space)
    isEmpty = true
  }

  package mutating func end(_ container: Container) {
    lineStart.removeLast(2)
    if !isEmpty { breakLine() }
    isEmpty = false
    bytes.append(container == .array ? ASCII.closeBracket : ASCII.closeBrace)
  }

  /// Begins an element; its value follows.
  package mutating func beginItem() {
    if !isEmpty { bytes.append(ASCII.comma) }
    isEmpty = false
    breakLine()
  }

  /// Begins a member; its value follows. The caller keeps to the canonical order of keys.
  package mutating func beginMember(_ key: Text) {
    beginItem()
    write(key)
    bytes.append(ASCII.colon)
    if isIndented { bytes.append(ASCII.space) }
  }

  /// Ends a document that stands in a file.
  package mutating func endLine() { bytes.append(ASCII.newline) }

  private mutating func breakLine() {
    if isIndented { bytes.append(contentsOf: lineStart) }
  }

  /// RFC 8785 section 3.2.2.2: only quotation mark, backslash and control characters are escaped, in their shortest form.
  mutating func write(_ text: Text) {
    bytes.append(ASCII.quote)
    text.withUTF8 { content in
      var isPlain = true
      for byte in content where Self.isEscaped(byte) { isPlain = false }
      if isPlain {
        bytes.append(contentsOf: content)
        return
      }
      var run = 0
      for index in content.indices {
        let byte = content[index]
        guard Self.isEscaped(byte) else { continue }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: content[run..<index]))
        writeEscape(of: byte)
        run = index + 1
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: content[run...]))
    }
    bytes.append(ASCII.quote)
  }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < ASCII.space || byte == ASCII.quote || byte == ASCII.backslash
  }

  private mutating func writeEscape(of byte: UInt8) {
    bytes.append(ASCII.backslash)
    switch byte {
    case ASCII.backspace: bytes.append(UInt8(ascii: "b"))
    case ASCII.tab: bytes.append(UInt8(ascii: "t"))
    case ASCII.newline: bytes.append(UInt8(ascii: "n"))
    case ASCII.formFeed: bytes.append(UInt8(ascii: "f"))
    case ASCII.carriageReturn: bytes.append(UInt8(ascii: "r"))
    case 0..<ASCII.space:
      bytes.append(contentsOf: "u00".utf8)
      bytes.append(ASCII.zero + byte >> 4)
      bytes.append(contentsOf: String(byte & 0xF, radix: 16).utf8)
    default: bytes.append(byte)
    }
  }
}
