/// One `Key: value` line at the end of a commit message.
package struct Trailer: Hashable, Sendable {
  package var key: String
  package var value: String

  package init(_ key: String, _ value: String) {
    self.key = key
    self.value = value
  }
}

/// A commit message in its parts: subject, body, trailers.
package struct Message: Hashable, Sendable {
  package var subject: String
  package var body: String
  package var trailers: [Trailer]

  package init(subject: String, body: String = "", trailers: [Trailer] = []) {
    self.subject = subject
    self.body = body
    self.trailers = trailers
  }

  /// The value of the first trailer of that name, in any case.
  package subscript(trailer: String) -> String? {
    trailers.first { $0.key.utf8.elementsEqual(trailer.utf8, by: Self.isSameLetter) }?.value
  }
}

extension Message {
  /// In any case; names of trailers are ASCII.
  private static func isSameLetter(_ one: UInt8, _ other: UInt8) -> Bool {
    func lowered(_ byte: UInt8) -> UInt8 {
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
    return lowered(one) == lowered(other)
  }

  /// Takes a message apart as git does: first paragraph, and a last paragraph in which every line is a trailer.
  package init(parsing text: String) {
    let lines = Self.lines(of: text)
    var paragraphs = lines.split(whereSeparator: Self.isBlank).map(Array.init)
    var trailers: [Trailer] = []
    if paragraphs.count > 1, let last = paragraphs.last, let found = Self.trailers(in: last) {
      trailers = found
      paragraphs.removeLast()
    }
    let subject = paragraphs.first.map { $0.joined(separator: " ") } ?? ""
    let body = paragraphs.dropFirst().map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
    self.init(subject: subject, body: body, trailers: trailers)
  }

  private static func lines(of text: String) -> [String] {
    // Nearly every message is plain: no need to look for where one character ends and the next begins.
    let isPlain = text.utf8.allSatisfy { $0 == UInt8(ascii: "\n") || (0x20..<0x7F).contains($0) }
    if !isPlain { return text.split(omittingEmptySubsequences: false) { $0.isNewline }.map(String.init) }
    return text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      String(Substring($0))
    }
  }

  private static func isBlank(_ line: String) -> Bool {
    guard let first = line.utf8.first else { return true }
    return (0x21..<0x7F).contains(first) ? false : line.allSatisfy(\.isWhitespace)
  }

  private static func trailers(in lines: [String]) -> [Trailer]? {
    var result: [Trailer] = []
    for line in lines {
      if let first = line.utf8.first, first == UInt8(ascii: " ") || first == UInt8(ascii: "\t"),
        let last = result.popLast()
      {
        result.append(Trailer(last.key, last.value + " " + line.drop { $0.isWhitespace }))
        continue
      }
      guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
        line.utf8[..<colon].allSatisfy(isPartOfKey)
      else { return nil }
      let value = line.utf8[colon...].dropFirst().drop { $0 == UInt8(ascii: " ") }
      result.append(Trailer(String(line[..<colon]), String(Substring(value))))
    }
    return result
  }

  private static func isPartOfKey(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// The text that goes into a commit. Line breaks in subject and trailers become spaces, so that neither can pose as something else.
  package var text: String {
    var parts = [Self.oneLine(subject)]
    if !body.isEmpty { parts.append(body) }
    if !trailers.isEmpty {
      parts.append(trailers.map { "\($0.key): \(Self.oneLine($0.value))" }.joined(separator: "\n"))
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static func oneLine(_ text: String) -> String {
    text.split { $0.isNewline || $0 == "\0" }.joined(separator: " ")
  }
}
