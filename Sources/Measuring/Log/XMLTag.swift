import CanonicalJSON
import Glibc

/// One tag of an XML document, as it stands there.
struct XMLTag {
  enum Kind { case open, close, empty }

  let kind: Kind
  let position: JSONPosition
  private let document: [UInt8]
  private let ownName: Range<Int>
  private let attributes: [(name: Range<Int>, value: Range<Int>)]

  /// Reads the bytes of `document` from `<` to `>`.
  init(_ range: Range<Int>, of document: [UInt8], at position: JSONPosition) throws(LogProblem) {
    self.position = position
    self.document = document
    (kind, ownName, attributes) = try document.withUnsafeBufferPointer { (bytes) throws(LogProblem) in
      var scanner = TagScanner(bytes, range, position)
      try scanner.scan()
      return (scanner.kind, scanner.name, scanner.attributes)
    }
  }

  var name: ArraySlice<UInt8> { document[ownName] }

  func isNamed(_ name: StaticString) -> Bool { document.has(name, at: ownName) }
}

extension [UInt8] {
  /// Whether exactly that text stands there.
  fileprivate func has(_ text: StaticString, at range: Range<Int>) -> Bool {
    guard range.count == text.utf8CodeUnitCount else { return false }
    return withUnsafeBytes { bytes in
      bytes.baseAddress.map { memcmp($0 + range.lowerBound, text.utf8Start, range.count) == 0 } ?? false
    }
  }
}

/// Takes one tag apart; all ranges are of the document.
private struct TagScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let position: JSONPosition
  private var place: Int
  private let end: Int
  private(set) var kind = XMLTag.Kind.open
  private(set) var name = 0..<0
  private(set) var attributes: [(name: Range<Int>, value: Range<Int>)] = []

  /// From `<` to `>`.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ position: JSONPosition) {
    self.bytes = bytes
    self.position = position
    var (first, last) = (range.lowerBound + 1, range.upperBound - 1)
    if first < last, bytes[first] == UInt8(ascii: "/") {
      first += 1
      kind = .close
    } else if first < last, bytes[last - 1] == UInt8(ascii: "/") {
      last -= 1
      kind = .empty
    }
    place = first
    end = last
  }

  mutating func scan() throws(LogProblem) {
    name = word()
    guard !name.isEmpty else { throw fault("a tag has no name") }
    while skipSpaces() {
      let name = word()
      if name.isEmpty { break }
      skipSpaces()
      guard place < end, bytes[place] == UInt8(ascii: "=") else { throw fault("an attribute has no value") }
      place += 1
      skipSpaces()
      guard let value = quoted() else { throw fault("the value of an attribute is not in quotation marks") }
      attributes.append((name, value))
    }
    guard place == end else { throw fault("this is no tag of XML") }
  }

  private func fault(_ message: String) -> LogProblem { LogProblem(position, .xml(message)) }

  private mutating func word() -> Range<Int> {
    let start = place
    while place < end {
      let byte = bytes[place]
      if byte <= UInt8(ascii: " ") || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "/")
        || byte == UInt8(ascii: "\"")
      {
        break
      }
      place += 1
    }
    return start..<place
  }

  /// What stands between two quotation marks of one kind.
  private mutating func quoted() -> Range<Int>? {
    guard place < end, bytes[place] == UInt8(ascii: "\"") || bytes[place] == UInt8(ascii: "'") else { return nil }
    var close = place + 1
    while close < end, bytes[close] != bytes[place] { close += 1 }
    guard close < end else { return nil }
    defer { place = close + 1 }
    return (place + 1)..<close
  }

  @discardableResult
  private mutating func skipSpaces() -> Bool {
    let start = place
    while place < end, bytes[place] <= UInt8(ascii: " ") { place += 1 }
    return place > start
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
    attributes.first { document.has(name, at: $0.name) }.map { document[$0.value] }
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
