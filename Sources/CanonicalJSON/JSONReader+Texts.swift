extension JSONReader {
  /// Reads a text that begins with a quotation mark at `start`, whose contents end with the same mark.
  mutating func readText(from start: Int, mark: UInt8 = ASCII.quote) throws(Stop) {
    position = start + 1
    var run = position
    var copyStart: Int?
    while true {
      if mark == ASCII.quote { skipPlain() }
      guard position < bytes.count else { throw stop(.unclosedText, at: start) }
      let byte = bytes[position]
      switch byte {
      case mark:
        finishText(start: start, run: run, copyStart: copyStart)
        position += 1
        return
      case ASCII.newline, ASCII.carriageReturn:
        throw stop(.unclosedText, at: start)
      case ASCII.backslash:
        copy(run, &copyStart)
        readEscape()
        run = position
      case 0..<ASCII.space:
        report(.controlCharacter(byte), at: position)
        position += 1
      case 0x80...:
        guard let length = readMultibyte() else {
          copy(run, &copyStart)
          unescaped.append(contentsOf: JSONReader.replacement)
          position += 1
          run = position
          continue
        }
        position += length
      default:
        position += 1
      }
    }
  }

  /// U+FFFD, which stands in for what is not Unicode.
  static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  private mutating func copy(_ run: Int, _ copyStart: inout Int?) {
    if copyStart == nil { copyStart = unescaped.count }
    unescaped.append(contentsOf: bytes[run..<position])
  }

  private mutating func finishText(start: Int, run: Int, copyStart: Int?) {
    let word: UInt64
    if let copyStart {
      unescaped.append(contentsOf: bytes[run..<position])
      word = JSONTape.Entry.word(high: bytes.count + copyStart, low: unescaped.count - copyStart)
    } else {
      word = JSONTape.Entry.word(high: run, low: position - run)
    }
    append(.string, at: start, word: word)
  }

  /// Moves to the next byte that is a quotation mark, a backslash, a control character or not ASCII, eight bytes at a
  /// time: in `(v ^ c) - 1` the high bit of a byte appears where `v` holds `c`; the lowest such bit is exact.
  @inline(__always)
  private mutating func skipPlain() {
    let raw = UnsafeRawBufferPointer(bytes)
    let ones: UInt64 = 0x0101_0101_0101_0101
    while position + 8 <= raw.count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      let quotes = word ^ (ones &* UInt64(ASCII.quote))
      let backslashes = word ^ (ones &* UInt64(ASCII.backslash))
      let special =
        ((quotes &- ones) & ~quotes) | ((backslashes &- ones) & ~backslashes)
        | ((word &- ones &* UInt64(ASCII.space)) & ~word) | word
      let marked = special & (ones &* 0x80)
      guard marked == 0 else {
        position += marked.trailingZeroBitCount / 8
        return
      }
      position += 8
    }
    while position < bytes.count {
      let byte = bytes[position]
      if byte < ASCII.space || byte == ASCII.quote || byte == ASCII.backslash || byte >= 0x80 { return }
      position += 1
    }
  }

  /// The length of the well-formed UTF-8 sequence at `position` (Unicode 16, table 3-7); nil, and a problem, if there is none.
  mutating func readMultibyte() -> Int? {
    guard let (scalar, length) = scalar(at: position) else {
      report(.notUTF8(bytes[position]), at: position)
      return nil
    }
    if scalar.isNoncharacter { report(.noncharacter(scalar), at: position) }
    return length
  }

  /// The scalar at `offset` and how many bytes it takes; nil if they are not UTF-8.
  func scalar(at offset: Int) -> (scalar: Unicode.Scalar, length: Int)? {
    let lead = bytes[offset]
    let length: Int
    let least: UInt32
    var value: UInt32
    switch lead {
    case 0..<0x80: (length, least, value) = (1, 0, UInt32(lead))
    case 0xC2...0xDF: (length, least, value) = (2, 0x80, UInt32(lead & 0x1F))
    case 0xE0...0xEF: (length, least, value) = (3, 0x800, UInt32(lead & 0x0F))
    case 0xF0...0xF4: (length, least, value) = (4, 0x10000, UInt32(lead & 0x07))
    default: return nil
    }
    guard offset + length <= bytes.count else { return nil }
    for next in bytes[offset + 1..<offset + length] {
      guard next & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(next & 0x3F)
    }
    guard value >= least, let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, length)
  }
}

extension Unicode.Scalar {
  /// U+FDD0 to U+FDEF and the last two of each plane: I-JSON (RFC 7493 section 2.1) keeps them out.
  var isNoncharacter: Bool {
    (0xFDD0...0xFDEF).contains(value) || value & 0xFFFE == 0xFFFE
  }
}
