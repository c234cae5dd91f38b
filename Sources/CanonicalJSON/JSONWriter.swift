extension JSON {
  /// The canonical form, as it stands in a file: RFC 8785 with two-space indentation, one member or element a line,
  /// empty containers `{}` and `[]`, and one newline at the end.
  package var canonicalBytes: [UInt8] {
    var writer = JSONWriter(isIndented: true)
    writer.write(self)
    return writer.bytes + [ASCII.newline]
  }

  /// The bytes that RFC 8785 prescribes: the canonical form without its white space.
  package var compactBytes: [UInt8] {
    var writer = JSONWriter(isIndented: false)
    writer.write(self)
    return writer.bytes
  }
}

/// Writes values as RFC 8785 lays down. `Members` are in canonical order already.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  private let isIndented: Bool
  /// What begins a line: the break, and two spaces for each container around it.
  private var lineStart = [ASCII.newline]

  init(isIndented: Bool) {
    self.isIndented = isIndented
  }

  mutating func write(_ value: JSON) {
    switch value {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let bool): bytes.append(contentsOf: (bool ? "true" : "false").utf8)
    case .number(let number): ES6Number.write(number, into: &bytes)
    case .string(let text): write(text)
    case .array(let elements):
      writeContainer(ASCII.openBracket, elements, ASCII.closeBracket) { writer, element in
        writer.write(element)
      }
    case .object(let members):
      writeContainer(ASCII.openBrace, members, ASCII.closeBrace) { writer, member in
        writer.write(member.key)
        writer.bytes.append(ASCII.colon)
        if writer.isIndented { writer.bytes.append(ASCII.space) }
        writer.write(member.value)
      }
    }
  }

  private mutating func writeContainer<Content: Collection>(
    _ opening: UInt8, _ content: Content, _ closing: UInt8, each: (inout JSONWriter, Content.Element) -> Void
  ) {
    bytes.append(opening)
    if !content.isEmpty {
      lineStart.append(contentsOf: [ASCII.space, ASCII.space])
      var isFirst = true
      for item in content {
        if !isFirst { bytes.append(ASCII.comma) }
        isFirst = false
        breakLine()
        each(&self, item)
      }
      lineStart.removeLast(2)
      breakLine()
    }
    bytes.append(closing)
  }

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
