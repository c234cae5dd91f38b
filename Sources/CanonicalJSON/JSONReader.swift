/// One pass over a file: checks it, fills the tape, and collects problems.
///
/// Where the meaning of a slip is plain (a trailing comma, a comment) reading goes on, so that one look shows all
/// problems; where it is not, it throws `Stop`, with the reason among the problems. The recursion is bounded by
/// `JSONDocument.deepestNesting`.
struct JSONReader {
  /// Reading cannot go on; the last problem says why.
  struct Stop: Error {}

  /// A container that is being read, and the child of the container around it that it is.
  struct Level {
    let entry: Int
    let child: Int
  }

  let bytes: UnsafeBufferPointer<UInt8>
  lazy var lines = JSONLines(bytes)
  var position = 0
  var entries: [JSONTape.Entry] = []
  var unescaped: [UInt8] = []
  var problems = JSONProblems()
  var levels: [Level] = []
  /// In the innermost container, the entry of the current key or the index of the current element; -1 before the first.
  var child = -1

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    // A canonical map has one entry for some twelve bytes; what is not used is never touched.
    entries.reserveCapacity(bytes.count / 8 + 16)
  }

  /// Reads the whole file; false if reading had to stop.
  mutating func readFile() -> Bool {
    do {
      try checkEncoding()
      guard peek() != nil else { throw stop(.empty, at: 0) }
      try readValue()
      if let byte = peek() { reportRest(startingWith: byte) }
      return true
    } catch {
      return false
    }
  }

  /// The next byte that is not white space; nil at the end.
  @inline(__always)
  mutating func peek() -> UInt8? {
    guard position < bytes.count else { return nil }
    let byte = bytes[position]
    return byte.beginsToken ? byte : skipToToken()
  }

  /// Skips white space, and reports what is not but stands where it may stand.
  private mutating func skipToToken() -> UInt8? {
    while position < bytes.count {
      switch bytes[position] {
      case ASCII.space:
        skipSpaces()
      case ASCII.newline, ASCII.carriageReturn, ASCII.tab:
        position += 1
      case let byte:
        if byte.beginsToken || !skipStray() { return byte }
      }
    }
    return nil
  }

  /// Skips indentation, up to eight spaces at a time: the lowest bit that differs from spaces tells how many there are.
  @inline(__always)
  private mutating func skipSpaces() {
    let raw = UnsafeRawBufferPointer(bytes)
    while position + 8 <= raw.count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      let difference = word ^ 0x2020_2020_2020_2020
      guard difference == 0 else {
        position += difference.trailingZeroBitCount / 8
        return
      }
      position += 8
    }
    while position < raw.count, raw[position] == ASCII.space { position += 1 }
  }

  mutating func readValue() throws(Stop) {
    guard let byte = peek() else { throw stopAtTheEnd() }
    switch byte {
    case ASCII.quote: try readText(from: position)
    case ASCII.openBrace: try readObject()
    case ASCII.openBracket: try readArray()
    case ASCII.minus, ASCII.zero...ASCII.nine: readNumber()
    default: try readOther(byte)
    }
  }

  private mutating func readObject() throws(Stop) {
    let opening = try open(.object)
    var count = 0
    if isEmpty(before: ASCII.closeBrace) {
      position += 1
    } else {
      repeat {
        let key = entries.count
        try readKey()
        child = key
        try readColon(after: key)
        try readValue()
        count += 1
      } while try readSeparator(before: ASCII.closeBrace)
    }
    reportDuplicates(in: opening, count: count)
    close(opening, count: count)
  }

  private mutating func readArray() throws(Stop) {
    let opening = try open(.array)
    var count = 0
    if isEmpty(before: ASCII.closeBracket) {
      position += 1
    } else {
      repeat {
        child = count
        try readValue()
        count += 1
      } while try readSeparator(before: ASCII.closeBracket)
    }
    close(opening, count: count)
  }

  private mutating func open(_ kind: JSONNode.Kind) throws(Stop) -> Int {
    let index = entries.count
    guard levels.count < JSONDocument.deepestNesting else { throw stop(.tooDeep, at: position) }
    append(kind, at: position, word: 0)
    levels.append(Level(entry: index, child: child))
    child = -1
    position += 1
    return index
  }

  private mutating func close(_ index: Int, count: Int) {
    entries[index].word = JSONTape.Entry.word(high: count, low: entries.count)
    child = levels.removeLast().child
  }

  @inline(__always)
  mutating func append(_ kind: JSONNode.Kind, at offset: Int, word: UInt64) {
    entries.append(JSONTape.Entry(kind: kind, offset: UInt32(truncatingIfNeeded: offset), word: word))
  }

  /// Whether the container that was just opened ends at once.
  private mutating func isEmpty(before closing: UInt8) -> Bool {
    while peek() == ASCII.comma {
      report(.extraComma, at: position, inContainer: true)
      position += 1
    }
    return peek() == closing
  }

  private mutating func readKey() throws(Stop) {
    if peek() == ASCII.quote {
      try readText(from: position)
    } else {
      try mendKey()
    }
  }

  private mutating func readColon(after key: Int) throws(Stop) {
    if peek() == ASCII.colon {
      position += 1
    } else {
      try mendColon(after: key)
    }
  }

  /// What follows a member or element: true after a comma, false after the closing bracket.
  @inline(__always)
  private mutating func readSeparator(before closing: UInt8) throws(Stop) -> Bool {
    let end = position
    let byte = peek()
    if byte == ASCII.comma {
      position += 1
      guard let next = peek(), next == ASCII.comma || next == closing else { return true }
      return try !mendCommas(from: end, before: closing)
    } else if byte == closing {
      position += 1
      return false
    } else {
      try mendSeparator(byte, after: end)
      return true
    }
  }
}

extension UInt8 {
  /// Whether JSON, outside texts, gives the byte a meaning of its own. The few that do not pass are looked at again.
  fileprivate var beginsToken: Bool {
    self > ASCII.slash && self < 0x80 || self == ASCII.quote || self == ASCII.comma || self == ASCII.minus
  }
}
