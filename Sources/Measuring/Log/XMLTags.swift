import CanonicalJSON

/// Finds the tags of an XML document as its bytes come in; text between them is passed over.
///
/// Nothing is ever expanded: a document type declaration, which could define entities, is refused. Memory holds one tag.
struct XMLTags {
  /// One tag as it stands in the document.
  struct Tag {
    enum Kind { case open, close, empty }

    fileprivate(set) var kind = Kind.open
    fileprivate(set) var name: ArraySlice<UInt8> = []
    fileprivate(set) var attributes: [(name: ArraySlice<UInt8>, value: ArraySlice<UInt8>)] = []
    fileprivate(set) var position = JSONPosition(line: 1, column: 1)
  }

  /// The longest tag or comment, in bytes.
  static let tagLimit = 1 << 20
  static let depthLimit = 128

  private var rest: [UInt8] = []
  private var line = 1
  /// Bytes of the line before `rest`.
  private var column = 0
  /// The names of the elements that are open.
  private var open: [[UInt8]] = []
  private var hasRoot = false

  /// Takes the next bytes and hands out the tags that are complete with them.
  ///
  /// - Throws: a ``LogProblem`` for what is not XML; nothing can be read after it.
  mutating func read(_ bytes: Span<UInt8>, _ each: (Tag) throws(LogProblem) -> Void) throws(LogProblem) {
    bytes.withUnsafeBufferPointer { rest.append(contentsOf: $0) }
    var next = 0
    let buffer = rest
    while let start = buffer[next...].firstIndex(of: UInt8(ascii: "<")) {
      try pass(buffer[next..<start], isText: true)
      next = start
      guard let end = try end(of: start, in: buffer) else { break }
      try take(buffer[start..<end], each)
      try pass(buffer[start..<end], isText: false)
      next = end
    }
    if buffer[next...].first != UInt8(ascii: "<") {
      try pass(buffer[next...], isText: true)
      next = buffer.count
    }
    guard buffer.count - next <= Self.tagLimit else { throw fault("this tag has no end within 1 MiB") }
    rest = Array(buffer[next...])
  }

  /// Fails if something is open at the end of the file.
  func finish() throws(LogProblem) {
    if !rest.isEmpty { throw fault("the file ends within a tag") }
    if let last = open.last { throw fault("the file ends before </\(String(decoding: last, as: UTF8.self))>") }
    if !hasRoot { throw fault("there is no element in the file") }
  }

  /// Past the end of what begins at `start`; nil where that has not come in yet.
  private func end(of start: Int, in bytes: [UInt8]) throws(LogProblem) -> Int? {
    let marks: [(opening: String, closing: String)] = [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")]
    if start + 1 < bytes.count, bytes[start + 1] == UInt8(ascii: "!") || bytes[start + 1] == UInt8(ascii: "?") {
      for mark in marks where bytes[start...].starts(with: mark.opening.utf8) {
        let closing = Array(mark.closing.utf8)
        var index = start + mark.opening.utf8.count
        while index + closing.count <= bytes.count {
          if bytes[index..<(index + closing.count)].elementsEqual(closing) { return index + closing.count }
          index += 1
        }
        return nil
      }
      if bytes.count - start < 9 { return nil }
      throw fault("a document type declaration is not read, since it could define entities")
    }
    var quote: UInt8?
    var index = start + 1
    while index < bytes.count {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return index + 1
      } else if byte == UInt8(ascii: "<") {
        throw fault("a tag begins within a tag")
      }
      index += 1
    }
    return nil
  }

  /// Counts lines and columns; outside the root there is no text.
  private mutating func pass(_ bytes: ArraySlice<UInt8>, isText: Bool) throws(LogProblem) {
    for byte in bytes {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 0
      } else {
        if isText, open.isEmpty, byte > UInt8(ascii: " "),
          line > 1 || column >= 3 || ![0xEF, 0xBB, 0xBF].contains(byte)
        {
          throw fault("this is not XML")
        }
        column += 1
      }
    }
  }

  private mutating func take(
    _ bytes: ArraySlice<UInt8>, _ each: (Tag) throws(LogProblem) -> Void
  ) throws(LogProblem) {
    let second = bytes[bytes.startIndex + 1]
    if second == UInt8(ascii: "!") || second == UInt8(ascii: "?") { return }
    let tag = try XMLTagReader(bytes, at: JSONPosition(line: line, column: column + 1)).tag()
    switch tag.kind {
    case .open, .empty:
      if open.isEmpty, hasRoot { throw fault("there is a second element after the end of the first") }
      hasRoot = true
      if tag.kind == .open { open.append(Array(tag.name)) }
      guard open.count <= Self.depthLimit else { throw fault("elements are nested more than \(Self.depthLimit) deep") }
    case .close:
      guard let last = open.popLast(), last.elementsEqual(tag.name) else {
        throw fault("</\(String(decoding: tag.name, as: UTF8.self))> closes nothing that is open")
      }
    }
    try each(tag)
  }

  private func fault(_ message: String) -> LogProblem {
    LogProblem(JSONPosition(line: line, column: column + 1), .xml(message))
  }
}

/// Takes one tag apart.
private struct XMLTagReader {
  private var rest: ArraySlice<UInt8>
  private var result = XMLTags.Tag()

  /// From `<` to `>`.
  init(_ bytes: ArraySlice<UInt8>, at position: JSONPosition) {
    rest = bytes.dropFirst().dropLast()
    result.position = position
    if rest.first == UInt8(ascii: "/") {
      rest = rest.dropFirst()
      result.kind = .close
    } else if rest.last == UInt8(ascii: "/") {
      rest = rest.dropLast()
      result.kind = .empty
    }
  }

  consuming func tag() throws(LogProblem) -> XMLTags.Tag {
    result.name = name()
    guard !result.name.isEmpty else { throw fault("a tag has no name") }
    while skipSpaces() {
      let name = name()
      if name.isEmpty { break }
      skipSpaces()
      guard rest.first == UInt8(ascii: "=") else { throw fault("an attribute has no value") }
      rest = rest.dropFirst()
      skipSpaces()
      guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
        let end = rest.dropFirst().firstIndex(of: quote)
      else { throw fault("the value of an attribute is not in quotation marks") }
      result.attributes.append((name, rest[(rest.startIndex + 1)..<end]))
      rest = rest[(end + 1)...]
    }
    guard rest.isEmpty else { throw fault("this is no tag of XML") }
    return result
  }

  private func fault(_ message: String) -> LogProblem { LogProblem(result.position, .xml(message)) }

  private mutating func name() -> ArraySlice<UInt8> {
    let name = rest.prefix { byte in
      byte > UInt8(ascii: " ") && byte != UInt8(ascii: "=") && byte != UInt8(ascii: "/") && byte != UInt8(ascii: "\"")
    }
    rest = rest[name.endIndex...]
    return name
  }

  @discardableResult
  private mutating func skipSpaces() -> Bool {
    let before = rest.count
    rest = rest.drop { $0 <= UInt8(ascii: " ") }
    return rest.count < before
  }
}

extension XMLTags.Tag {
  /// The value of an attribute, its character references resolved; nil where it has none of that name.
  func text(_ name: StaticString) throws(LogProblem) -> String? {
    guard let value = bytes(name) else { return nil }
    guard value.contains(UInt8(ascii: "&")) else { return String(decoding: value, as: UTF8.self) }
    return try resolved(value)
  }

  /// The value as it stands in the document.
  func bytes(_ name: StaticString) -> ArraySlice<UInt8>? {
    let wanted = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    return attributes.first { $0.name.elementsEqual(wanted) }?.value
  }

  private func resolved(_ value: ArraySlice<UInt8>) throws(LogProblem) -> String {
    var result = ""
    var rest = value
    while let mark = rest.firstIndex(of: UInt8(ascii: "&")) {
      result += String(decoding: rest[..<mark], as: UTF8.self)
      guard let end = rest[mark...].prefix(12).firstIndex(of: UInt8(ascii: ";")) else {
        throw LogProblem(position, .xml("\"&\" begins no character reference; write \"&amp;\""))
      }
      let name = String(decoding: rest[(mark + 1)..<end], as: UTF8.self)
      let number = name.hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
      if let known = ["lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'"][name] {
        result += known
      } else if name.hasPrefix("#"), let scalar = number.flatMap(Unicode.Scalar.init) {
        result.unicodeScalars.append(scalar)
      } else {
        throw LogProblem(position, .xml("&\(name); is not a character of XML"))
      }
      rest = rest[(end + 1)...]
    }
    return result + String(decoding: rest, as: UTF8.self)
  }
}
