/// Commas, colons and brackets that are missing, doubled or in the wrong place.
extension JSONReader {
  /// After the comma at `comma`: skips further ones; true if the closing bracket followed and was read.
  mutating func mendCommas(from comma: Int, before closing: UInt8) throws(Stop) -> Bool {
    while peek() == ASCII.comma {
      report(.extraComma, at: position, inContainer: true)
      position += 1
    }
    guard peek() == closing else { return false }
    report(.trailingComma(before: Character(Unicode.Scalar(closing))), at: comma, inContainer: true)
    position += 1
    return true
  }

  /// Where neither a comma nor the closing bracket follows a value that ended at `end`.
  mutating func mendSeparator(_ byte: UInt8?, after end: Int) throws(Stop) {
    guard let byte else { throw stopAtTheEnd() }
    switch byte {
    case _ where isWord(at: position):
      if position == end, bytes[end - 1] == ASCII.quote || bytes[end - 1] == ASCII.apostrophe {
        throw stop(.quoteInText, at: end - 1)
      }
      report(.missingComma(found: nil), at: end, inContainer: true)
    case ASCII.quote, ASCII.apostrophe, ASCII.openBrace, ASCII.openBracket, ASCII.minus:
      report(.missingComma(found: nil), at: end, inContainer: true)
    case ASCII.semicolon:
      report(.missingComma(found: ";"), at: position, inContainer: true)
      position += 1
    default:
      throw stopAtUnexpected()
    }
  }

  /// Where no colon follows the key at entry `key`.
  mutating func mendColon(after key: Int) throws(Stop) {
    let name = text(at: key).shortened(to: 40)
    guard let byte = peek() else { throw stopAtTheEnd() }
    switch byte {
    case ASCII.equals:
      report(.missingColon(key: name, found: "="), at: position)
      position += 1
      if position < bytes.count, bytes[position] == UInt8(ascii: ">") { position += 1 }
    case ASCII.comma, ASCII.closeBrace:
      // The value is missing too, and that is what `readValue` tells.
      break
    case ASCII.quote, ASCII.apostrophe, ASCII.openBrace, ASCII.openBracket, ASCII.minus:
      report(.missingColon(key: name, found: nil), at: position)
    case _ where isWord(at: position):
      report(.missingColon(key: name, found: nil), at: position)
    default:
      throw stopAtUnexpected()
    }
  }

  /// A number that JSON does not have, as other programs write it (`+5`, `007`, `.5`, `5.`, `1_000`), or a bare text
  /// that begins like one (`30m`).
  mutating func mendNumber() {
    let start = position
    position = endOfBareText(from: start)
    let literal = excerpt(from: start, to: position)
    if let meant = NumberParts.mended(bytes[start..<position]), let number = Double(meant) {
      report(.malformedNumber(literal, meant: Text(meant).shortened(to: 40)), at: start)
      append(.number, at: start, word: (number.isFinite ? number : 0).bitPattern)
    } else {
      let word = literal.string.lowercased()
      report(word.hasSuffix("infinity") || word.hasSuffix("nan") ? .notANumber(literal) : .unquoted(literal), at: start)
      append(.string, at: start, word: JSONTape.Entry.word(high: start, low: position - start))
    }
  }

  /// What stands after the end of the document.
  mutating func reportRest(startingWith byte: UInt8) {
    let isBracket = byte == ASCII.closeBrace || byte == ASCII.closeBracket
    report(isBracket ? .closesNothing(Character(Unicode.Scalar(byte))) : .textAfterTheEnd, at: position)
  }

  func bracket(of entry: Int) -> Character {
    entries[entry].kind == .object ? "{" : "["
  }

  /// The file ends too early: names the innermost bracket that is open.
  mutating func stopAtTheEnd() -> Stop {
    guard let level = levels.last else { return stop(.empty, at: 0) }
    let opening = place(of: Int(entries[level.entry].offset))
    var end = bytes.count
    while end > 1, bytes[end - 1] <= ASCII.space { end -= 1 }
    return stop(.unclosed(opening: bracket(of: level.entry), at: opening), at: end, inContainer: true)
  }

  /// `3,5` in an object: the comma of another country.
  mutating func stopAtDecimalComma(_ comma: Int) -> Stop {
    var start = comma
    while start > 0, bytes[start - 1].isDigit { start -= 1 }
    let end = endOfBareText(from: comma + 1)
    let meant: Text = "\(excerpt(from: start, to: comma)).\(excerpt(from: comma + 1, to: end))"
    let isNumber = bytes[comma + 1..<end].allSatisfy(\.isDigit)
    return stop(
      .malformedNumber(excerpt(from: start, to: end), meant: isNumber ? meant : Text(meant.quoted)), at: start)
  }

  /// Something that fits nowhere.
  mutating func stopAtUnexpected() -> Stop {
    let byte = bytes[position]
    let isConflict = [UInt8(ascii: "<"), ASCII.equals, UInt8(ascii: ">"), UInt8(ascii: "|")].contains(byte)
    if isConflict, bytes[position...].prefix(7).elementsEqual(repeatElement(byte, count: 7)) {
      return stop(.conflictMarker, at: position)
    }
    if byte == ASCII.closeBrace || byte == ASCII.closeBracket {
      let found = Character(Unicode.Scalar(byte))
      guard let level = levels.last else { return stop(.closesNothing(found), at: position) }
      let opening = place(of: Int(entries[level.entry].offset))
      return stop(
        .mismatched(found: found, opening: bracket(of: level.entry), at: opening), at: position, inContainer: true)
    }
    guard let (scalar, _) = scalar(at: position) else { return stop(.notUTF8(byte), at: position) }
    return stop(.unexpected(scalar), at: position)
  }
}

extension UInt8 {
  var isDigit: Bool { self &- ASCII.zero < 10 }
  var isLetter: Bool {
    (self | 0x20) &- UInt8(ascii: "a") < 26 || self == UInt8(ascii: "_") || self == UInt8(ascii: "$")
  }
}

extension Unicode.Scalar {
  /// White space that JSON does not know and characters without any ink, as they come along when text is pasted.
  var isInvisible: Bool {
    properties.isWhitespace || properties.isDefaultIgnorableCodePoint
  }

  var isTypographicQuote: Bool {
    "\u{2018}\u{2019}\u{201A}\u{201B}\u{201C}\u{201D}\u{201E}\u{201F}\u{AB}\u{BB}\u{2039}\u{203A}".unicodeScalars
      .contains(self)
  }
}
