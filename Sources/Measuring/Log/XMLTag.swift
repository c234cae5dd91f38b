import CanonicalJSON

/// One tag of an XML document, as it stands there.
struct XMLTag {
  enum Kind { case open, close, empty }

  fileprivate(set) var kind = Kind.open
  fileprivate(set) var name: ArraySlice<UInt8> = []
  fileprivate(set) var attributes: [(name: ArraySlice<UInt8>, value: ArraySlice<UInt8>)] = []
  let position: JSONPosition

  fileprivate init(_ position: JSONPosition) {
    self.position = position
  }

  /// Reads the bytes from `<` to `>`.
  init(_ bytes: ArraySlice<UInt8>, at position: JSONPosition) throws(LogProblem) {
    var scanner = TagScanner(bytes, at: position)
    try scanner.scan()
    self = scanner.result
  }
}

/// Takes one tag apart.
private struct TagScanner {
  private var rest: ArraySlice<UInt8>
  private(set) var result: XMLTag

  /// From `<` to `>`.
  init(_ bytes: ArraySlice<UInt8>, at position: JSONPosition) {
    rest = bytes.dropFirst().dropLast()
    result = XMLTag(position)
    if rest.first == UInt8(ascii: "/") {
      rest = rest.dropFirst()
      result.kind = .close
    } else if rest.last == UInt8(ascii: "/") {
      rest = rest.dropLast()
      result.kind = .empty
    }
  }

  mutating func scan() throws(LogProblem) {
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

extension XMLTag {
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
