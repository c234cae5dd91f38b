/// One pass over a file: checks it, fills the tape, and collects problems.
///
/// Where the meaning of a slip is plain (a trailing comma, a comment) reading goes on, so that one look shows all
/// problems; where it is not, it throws `Stop`, with the reason among the problems. The recursion is bounded by
/// `JSONDocument.deepestNesting`.
struct JSONReader {
  /// Reading cannot go on; the last problem says why.
  struct Stop: Error {}

  /// A container that is being read, for pointers: its entry, and that of the current key or the current index.
  struct Level {
    let entry: Int
    var current = -1
  }

  let bytes: UnsafeBufferPointer<UInt8>
  let lines: JSONLines
  var position = 0
  var entries: [JSONTape.Entry] = []
  var unescaped: [UInt8] = []
  var problems = JSONProblems()
  var levels: [Level] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    lines = JSONLines(bytes)
    entries.reserveCapacity(bytes.count / 16 + 16)
  }

  /// Reads the whole file; false if reading had to stop.
  mutating func readFile() -> Bool {
    do {
      try checkEncoding()
      guard peek() != nil else { throw stop(.empty, at: 0) }
      try readValue()
      if peek() != nil {
        report(.textAfterTheEnd, at: position)
      }
      return true
    } catch {
      return false
    }
  }

  /// The next byte that is not white space; nil at the end.
  @inline(__always)
  mutating func peek() -> UInt8? {
    while position < bytes.count {
      let byte = bytes[position]
      if byte > ASCII.space {
        if byte == ASCII.slash || byte == ASCII.hash || byte >= 0x80 {
          guard skipStray() else { return byte }
        } else {
          return byte
        }
      } else if byte == ASCII.space || byte == ASCII.newline || byte == ASCII.carriageReturn || byte == ASCII.tab {
        position += 1
      } else {
        return byte
      }
    }
    return nil
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
        levels[levels.count - 1].current = key
        try readColon(after: key)
        try readValue()
        count += 1
      } while try readSeparator(before: ASCII.closeBrace, opening: opening)
    }
    close(opening, count: count)
    reportDuplicates(in: opening, count: count)
    levels.removeLast()
  }

  private mutating func readArray() throws(Stop) {
    let opening = try open(.array)
    var count = 0
    if isEmpty(before: ASCII.closeBracket) {
      position += 1
    } else {
      repeat {
        levels[levels.count - 1].current = count
        try readValue()
        count += 1
      } while try readSeparator(before: ASCII.closeBracket, opening: opening)
    }
    close(opening, count: count)
    levels.removeLast()
  }

  private mutating func open(_ kind: JSONNode.Kind) throws(Stop) -> Int {
    let index = entries.count
    guard levels.count < JSONDocument.deepestNesting else { throw stop(.tooDeep, at: position) }
    append(kind, at: position, word: 0)
    levels.append(Level(entry: index))
    position += 1
    return index
  }

  private mutating func close(_ index: Int, count: Int) {
    entries[index].word = JSONTape.Entry.word(high: count, low: entries.count)
  }

  @inline(__always)
  mutating func append(_ kind: JSONNode.Kind, at offset: Int, word: UInt64) {
    entries.append(JSONTape.Entry(kind: kind, offset: UInt32(truncatingIfNeeded: offset), word: word))
  }

  /// Whether the container that was just opened ends at once.
  private mutating func isEmpty(before closing: UInt8) -> Bool {
    while peek() == ASCII.comma {
      report(.extraComma, at: position)
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
  private mutating func readSeparator(before closing: UInt8, opening: Int) throws(Stop) -> Bool {
    let end = position
    switch peek() {
    case ASCII.comma:
      position += 1
      return try !mendCommas(from: position - 1, before: closing)
    case closing:
      position += 1
      return false
    case let byte:
      try mendSeparator(byte, after: end, closing: closing, opening: opening)
      return true
    }
  }
}
