/// What people write by hand that is not JSON: each slip is named, and mended where its meaning is plain.
extension JSONReader {
  /// Looks at the first bytes for what gives away a file that is not UTF-8 text.
  mutating func checkEncoding() throws(Stop) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      report(.byteOrderMark, at: 0)
      position = 3
    } else if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw stop(.otherEncoding(name: "UTF-16"), at: 0)
    } else if let zero = bytes.prefix(8000).firstIndex(of: 0) {
      throw stop(.binary, at: zero)
    }
  }

  /// Skips what is not white space but stands where it may stand: a comment or an invisible character. False if there is none.
  mutating func skipStray() -> Bool {
    let start = position
    let following = start + 1 < bytes.count ? bytes[start + 1] : 0
    switch bytes[start] {
    case ASCII.slash where following == ASCII.asterisk:
      position += 2
      while position < bytes.count, !(bytes[position] == ASCII.slash && bytes[position - 1] == ASCII.asterisk) {
        position += 1
      }
      position = min(position + 1, bytes.count)
      report(.comment, at: start)
      return true
    case ASCII.slash where following == ASCII.slash, ASCII.hash:
      position = bytes[start...].firstIndex(of: ASCII.newline) ?? bytes.count
      report(.comment, at: start)
      return true
    default:
      guard let (scalar, length) = scalar(at: start), scalar.isInvisible else { return false }
      report(.invisible(scalar), at: start)
      position += length
      return true
    }
  }

  /// A value that begins with none of the bytes a JSON value other than a word begins with.
  mutating func readOther(_ byte: UInt8) throws(Stop) {
    switch byte {
    case _ where isWord(at: position): readWord()
    case ASCII.apostrophe: try readSingleQuoted()
    case ASCII.plus, ASCII.dot: mendNumber()
    case ASCII.comma, ASCII.closeBrace:
      guard let level = levels.last, entries[level.entry].kind == .object else { throw stopAtUnexpected() }
      report(.missingValue(key: text(at: child).shortened(to: 40)), at: position)
      append(.null, at: position, word: 0)
    default:
      guard try readTypographicallyQuoted() else { throw stopAtUnexpected() }
    }
  }

  /// `true`, `false`, `null`, or what was meant as one of these or as text.
  private mutating func readWord() {
    let start = position
    position = endOfBareText(from: start)
    let word = String(decoding: bytes[start..<position], as: UTF8.self)
    switch word {
    case "true": append(.bool, at: start, word: 1)
    case "false": append(.bool, at: start, word: 0)
    case "null": append(.null, at: start, word: 0)
    default:
      let text = Text(word).shortened(to: 40)
      switch word.lowercased() {
      case "true":
        report(.misspelled(text, meant: "true"), at: start)
        append(.bool, at: start, word: 1)
      case "false":
        report(.misspelled(text, meant: "false"), at: start)
        append(.bool, at: start, word: 0)
      case "null", "none", "nil", "undefined":
        report(.misspelled(text, meant: "null"), at: start)
        append(.null, at: start, word: 0)
      case "nan", "inf", "infinity":
        report(.notANumber(text), at: start)
        append(.null, at: start, word: 0)
      default:
        report(.unquoted(text), at: start)
        append(.string, at: start, word: JSONTape.Entry.word(high: start, low: position - start))
      }
    }
  }

  /// A key that is not a text in double quotes.
  mutating func mendKey() throws(Stop) {
    guard let byte = peek() else { throw stopAtTheEnd() }
    let start = position
    if byte.isDigit, start >= 2, bytes[start - 1] == ASCII.comma, bytes[start - 2].isDigit {
      throw stopAtDecimalComma(start - 1)
    }
    child = -1
    switch byte {
    case _ where isWord(at: start):
      position = endOfBareText(from: start)
      report(.unquotedKey(excerpt(from: start, to: position)), at: start)
      append(.string, at: start, word: JSONTape.Entry.word(high: start, low: position - start))
    case ASCII.apostrophe: try readSingleQuoted()
    case ASCII.colon: throw stop(.missingKey, at: start)
    default:
      guard try readTypographicallyQuoted() else { throw stopAtUnexpected() }
    }
  }

  private mutating func readSingleQuoted() throws(Stop) {
    report(.singleQuotes, at: position)
    try readText(from: position, mark: ASCII.apostrophe)
  }

  /// Text between the curved or angled quotes that word processors put in; false if there is none.
  private mutating func readTypographicallyQuoted() throws(Stop) -> Bool {
    let start = position
    guard let (opening, length) = scalar(at: start), opening.isTypographicQuote else { return false }
    var end = start + length
    while end < bytes.count, bytes[end] != ASCII.newline, bytes[end] != ASCII.quote {
      let (scalar, length) = scalar(at: end) ?? ("\u{FFFD}", 1)
      if scalar.isTypographicQuote {
        report(.typographicQuotes(opening), at: start)
        let text = String(decoding: bytes[start + String(opening).utf8.count..<end], as: UTF8.self)
        append(
          .string, at: start,
          word: JSONTape.Entry.word(high: bytes.count + unescaped.count, low: text.utf8.count))
        unescaped.append(contentsOf: text.utf8)
        position = end + length
        return true
      }
      end += length
    }
    throw stop(.typographicQuotes(opening), at: start)
  }

  /// Whether unquoted text may begin at `offset`.
  func isWord(at offset: Int) -> Bool {
    let byte = bytes[offset]
    return byte.isLetter || byte.isDigit
      || byte >= 0x80 && scalar(at: offset).map(\.scalar.properties.isAlphabetic) ?? false
  }

  /// Where unquoted text ends that begins at `start`: before a mark of JSON or the end of the line.
  func endOfBareText(from start: Int) -> Int {
    var end = start
    scan: while end < bytes.count {
      switch bytes[end] {
      case ASCII.comma, ASCII.colon, ASCII.semicolon, ASCII.equals, ASCII.quote, ASCII.openBrace, ASCII.closeBrace,
        ASCII.openBracket, ASCII.closeBracket, 0..<ASCII.space:
        break scan
      case ASCII.slash where end + 1 < bytes.count && bytes[end + 1] == ASCII.slash:
        break scan
      case 0x80...:
        guard let (scalar, length) = scalar(at: end), !scalar.isInvisible else { break scan }
        end += length
      default:
        end += 1
      }
    }
    while end > start + 1, bytes[end - 1] == ASCII.space { end -= 1 }
    return end
  }
}
