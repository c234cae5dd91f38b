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
package struct JSONWriter: ~Copyable {
  private var buffer: ByteBuffer
  private let isIndented: Bool
  /// How many containers stand around what comes next.
  private var depth = 0
  /// Whether nothing stands yet in the container that was begun last.
  private var isEmpty = true

  /// - Parameter capacity: about how many bytes there will be, if that is known.
  package init(isIndented: Bool, capacity: Int = 256) {
    self.isIndented = isIndented
    buffer = ByteBuffer(capacity: capacity)
  }

  package var bytes: [UInt8] { buffer.bytes }

  package mutating func write(_ value: JSON) {
    switch value {
    case .null: buffer.append("null")
    case .bool(let bool): buffer.append(bool ? "true" : "false")
    case .number(let number): write(number)
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
    buffer.append(container == .array ? ASCII.openBracket : ASCII.openBrace)
    depth += 1
    isEmpty = true
  }

  package mutating func end(_ container: Container) {
    depth -= 1
    if !isEmpty { breakLine() }
    isEmpty = false
    buffer.append(container == .array ? ASCII.closeBracket : ASCII.closeBrace)
  }

  /// Begins an element; its value follows.
  package mutating func beginItem() {
    if !isEmpty { buffer.append(ASCII.comma) }
    isEmpty = false
    breakLine()
  }

  /// Begins a member; its value follows. The caller keeps to the canonical order of keys.
  package mutating func beginMember(_ key: Text) {
    beginItem()
    write(key)
    buffer.append(ASCII.colon)
    if isIndented { buffer.append(ASCII.space) }
  }

  /// Ends a document that stands in a file.
  package mutating func endLine() { buffer.append(ASCII.newline) }

  /// A line break, and two spaces for each container around.
  private mutating func breakLine() {
    guard isIndented else { return }
    buffer.append(ASCII.newline)
    buffer.append(ASCII.space, repeated: 2 * depth)
  }

  private mutating func write(_ number: Double) {
    if number >= 0, let whole = UInt64(exactly: number), whole < 1 << 53 { return buffer.append(decimal: whole) }
    var digits: [UInt8] = []
    ES6Number.write(number, into: &digits)
    digits.withUnsafeBufferPointer { buffer.append($0) }
  }

  /// RFC 8785 section 3.2.2.2: only quotation mark, backslash and control characters are escaped, in their shortest form.
  package mutating func write(_ text: Text) {
    buffer.append(ASCII.quote)
    text.withUTF8 { content in
      var isPlain = true
      for byte in content where Self.isEscaped(byte) { isPlain = false }
      if isPlain { return buffer.append(content) }
      var run = 0
      for index in content.indices {
        let byte = content[index]
        guard Self.isEscaped(byte) else { continue }
        buffer.append(UnsafeBufferPointer(rebasing: content[run..<index]))
        writeEscape(of: byte)
        run = index + 1
      }
      buffer.append(UnsafeBufferPointer(rebasing: content[run...]))
    }
    buffer.append(ASCII.quote)
  }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < ASCII.space || byte == ASCII.quote || byte == ASCII.backslash
  }

  private mutating func writeEscape(of byte: UInt8) {
    buffer.append(ASCII.backslash)
    switch byte {
    case ASCII.backspace: buffer.append(UInt8(ascii: "b"))
    case ASCII.tab: buffer.append(UInt8(ascii: "t"))
    case ASCII.newline: buffer.append(UInt8(ascii: "n"))
    case ASCII.formFeed: buffer.append(UInt8(ascii: "f"))
    case ASCII.carriageReturn: buffer.append(UInt8(ascii: "r"))
    case 0..<ASCII.space:
      buffer.append("u00")
      buffer.append(ASCII.zero + byte >> 4)
      buffer.append(String(byte & 0xF, radix: 16))
    default: buffer.append(byte)
    }
  }
}
