extension JSONReader {
  /// Reads the escape at `position` and appends what it stands for to `unescaped`.
  mutating func readEscape() {
    let start = position
    guard start + 1 < bytes.count else {
      position = bytes.count
      return
    }
    position = start + 2
    switch bytes[start + 1] {
    case ASCII.quote: unescaped.append(ASCII.quote)
    case ASCII.backslash: unescaped.append(ASCII.backslash)
    case ASCII.slash: unescaped.append(ASCII.slash)
    case UInt8(ascii: "b"): unescaped.append(ASCII.backspace)
    case UInt8(ascii: "f"): unescaped.append(ASCII.formFeed)
    case UInt8(ascii: "n"): unescaped.append(ASCII.newline)
    case UInt8(ascii: "r"): unescaped.append(ASCII.carriageReturn)
    case UInt8(ascii: "t"): unescaped.append(ASCII.tab)
    case UInt8(ascii: "u"): readUnicodeEscape(from: start)
    case ASCII.newline, ASCII.carriageReturn:
      // The line ends inside the text: that is the problem to tell, and `readText` does.
      position = start + 1
    default:
      let length = scalar(at: start + 1)?.length ?? 1
      report(.unknownEscape(excerpt(from: start, to: start + 1 + length)), at: start)
      // A backslash that is meant literally, as in C:\campaigns: what follows it is read as it stands.
      unescaped.append(ASCII.backslash)
      position = start + 1
    }
  }

  private mutating func readUnicodeEscape(from start: Int) {
    guard let unit = hexUnit(at: start + 2) else {
      let end = bytes[position...].prefix(4).prefix { $0.isDigit || $0.isLetter }.endIndex
      report(.brokenUnicodeEscape(excerpt(from: start, to: end)), at: start)
      unescaped.append(contentsOf: bytes[start..<position])
      return
    }
    position = start + 6
    var value = UInt32(unit)
    if UTF16.isLeadSurrogate(unit), let second = hexUnit(at: start + 8), UTF16.isTrailSurrogate(second),
      bytes[start + 6] == ASCII.backslash, bytes[start + 7] == UInt8(ascii: "u")
    {
      position = start + 12
      value = 0x10000 + (value & 0x3FF) << 10 + UInt32(second) & 0x3FF
    }
    guard let scalar = Unicode.Scalar(value) else {
      report(.loneSurrogate(unit), at: start)
      unescaped.append(contentsOf: JSONReader.replacement)
      return
    }
    if scalar.isNoncharacter { report(.noncharacter(scalar), at: start) }
    unescaped.append(contentsOf: String(Character(scalar)).utf8)
  }

  /// Four hexadecimal digits as a UTF-16 code unit.
  private func hexUnit(at offset: Int) -> UInt16? {
    guard offset + 4 <= bytes.count else { return nil }
    var unit: UInt16 = 0
    for byte in bytes[offset..<offset + 4] {
      let digit: UInt8
      switch byte {
      case ASCII.zero...ASCII.nine: digit = byte - ASCII.zero
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default: return nil
      }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }
}
