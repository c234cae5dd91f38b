import CanonicalJSON
import Glibc

/// Finds the tags of an XML document as its bytes come in; text between them is passed over.
///
/// Nothing is ever expanded: a document type declaration, which could define entities, is refused. Memory holds one tag.
struct XMLTags {
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
  mutating func read(_ bytes: Span<UInt8>, _ each: (XMLTag) throws(LogProblem) -> Void) throws(LogProblem) {
    bytes.withUnsafeBufferPointer { rest.append(contentsOf: $0) }
    let document = rest
    rest = []
    let next = try document.withUnsafeBufferPointer { (buffer) throws(LogProblem) in
      var next = 0
      while let start = place(of: UInt8(ascii: "<"), in: buffer, from: next) {
        try pass(buffer[next..<start], isText: true)
        next = start
        guard let end = try end(of: start, in: buffer) else { return next }
        try take(start..<end, of: document, each)
        try pass(buffer[start..<end], isText: false)
        next = end
      }
      try pass(buffer[next...], isText: true)
      return buffer.count
    }
    guard document.count - next <= Self.tagLimit else { throw fault("this tag has no end within 1 MiB") }
    rest = Array(document[next...])
  }

  /// Fails if something is open at the end of the file.
  func finish() throws(LogProblem) {
    if !rest.isEmpty { throw fault("the file ends within a tag") }
    if let last = open.last { throw fault("the file ends before </\(String(decoding: last, as: UTF8.self))>") }
    if !hasRoot { throw fault("there is no element in the file") }
  }

  /// Past the end of what begins at `start`; nil where that has not come in yet.
  private func end(of start: Int, in bytes: UnsafeBufferPointer<UInt8>) throws(LogProblem) -> Int? {
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
  private mutating func pass(_ slice: Slice<UnsafeBufferPointer<UInt8>>, isText: Bool) throws(LogProblem) {
    let bytes = UnsafeBufferPointer(rebasing: slice)
    if isText, open.isEmpty { try passBesideRoot(bytes) } else { count(bytes) }
  }

  private mutating func count(_ bytes: UnsafeBufferPointer<UInt8>) {
    var next = 0
    while let end = place(of: UInt8(ascii: "\n"), in: bytes, from: next) {
      line += 1
      column = 0
      next = end + 1
    }
    column += bytes.count - next
  }

  private mutating func passBesideRoot(_ bytes: UnsafeBufferPointer<UInt8>) throws(LogProblem) {
    for byte in bytes {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 0
      } else if byte > UInt8(ascii: " "), line > 1 || column >= 3 || ![0xEF, 0xBB, 0xBF].contains(byte) {
        throw fault("this is not XML")
      } else {
        column += 1
      }
    }
  }

  private mutating func take(
    _ range: Range<Int>, of document: [UInt8], _ each: (XMLTag) throws(LogProblem) -> Void
  ) throws(LogProblem) {
    let second = document[range.lowerBound + 1]
    if second == UInt8(ascii: "!") || second == UInt8(ascii: "?") { return }
    let tag = try XMLTag(range, of: document, at: JSONPosition(line: line, column: column + 1))
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

/// The first place of a byte from `start` on; nil where there is none.
private func place(of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
  guard start < bytes.count, let base = bytes.baseAddress,
    let found = memchr(base + start, Int32(byte), bytes.count - start)
  else { return nil }
  return UnsafeRawPointer(found) - UnsafeRawPointer(base)
}
