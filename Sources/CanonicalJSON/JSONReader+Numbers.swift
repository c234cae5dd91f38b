extension JSONReader {
  /// Reads a number. One that other programs write but JSON does not have is reported and mended.
  mutating func readNumber() {
    let start = position
    guard let parts = NumberParts(bytes, from: start), isDelimiter(at: parts.end) else {
      mendNumber()
      return
    }
    position = parts.end
    append(.number, at: start, word: value(of: parts, from: start).bitPattern)
  }

  /// Whether a number may end before `offset`.
  private func isDelimiter(at offset: Int) -> Bool {
    guard offset < bytes.count else { return true }
    switch bytes[offset] {
    case ASCII.comma, ASCII.closeBrace, ASCII.closeBracket, ASCII.newline, ASCII.carriageReturn, ASCII.tab,
      ASCII.slash, ASCII.hash, ASCII.colon, ASCII.semicolon, ASCII.quote, ASCII.openBrace, ASCII.openBracket:
      return true
    case ASCII.space:
      // `3 days`, without quotes, is one slip rather than two values.
      return bytes[offset...].first { $0 != ASCII.space }.map { !$0.isLetter } ?? true
    default:
      return scalar(at: offset)?.scalar.isInvisible ?? false
    }
  }

  /// The double nearest to a literal; reports one that is too large, or an integer that would change.
  mutating func value(of parts: NumberParts, from start: Int) -> Double {
    if let exact = parts.exactValue { return exact }
    let literal = bytes[start..<parts.end]
    // The standard library rounds correctly, whatever the locale.
    let value = Double(String(decoding: literal, as: UTF8.self)) ?? .infinity
    guard value.isFinite else {
      report(.notFinite(excerpt(from: start, to: parts.end)), at: start)
      return value.sign == .minus ? -Double.greatestFiniteMagnitude : Double.greatestFiniteMagnitude
    }
    if parts.isInteger, !isKept(UnsafeBufferPointer(rebasing: literal), as: value) {
      report(.notExact(excerpt(from: start, to: parts.end), nearest: value), at: start)
    }
    return value
  }

  /// Whether an integer literal survives as `value`: because it is that number exactly, or because it is how RFC 8785
  /// writes that number, so that the same digits come back (past 2^53 it fills up with zeros, as in 12345678901234567000).
  private func isKept(_ literal: UnsafeBufferPointer<UInt8>, as value: Double) -> Bool {
    var written: [UInt8] = []
    ES6Number.write(value, into: &written)
    return literal.elementsEqual(written) || WholeNumber(literal).significantBits <= 53
  }
}
