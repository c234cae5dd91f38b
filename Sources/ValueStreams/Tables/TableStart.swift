/// What the first bytes of a table tell: where its first row begins, what separates its fields, whether it can be read.
struct TableStart {
  private(set) var separator = UInt8(ascii: ",")
  /// How many bytes stand before the first row: a byte-order mark, a line `sep=;`.
  private(set) var length = 0
  /// The line of the first row.
  private(set) var line = 1
  private(set) var refusal: TableFault.Kind?

  /// `wanted` is the separator where the user has said it.
  init(_ head: [UInt8], separator wanted: UInt8? = nil) {
    refusal = Self.refusal(head)
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { length = 3 }
    let named = Self.namedSeparator(head[length...])
    if let named {
      length += named.length
      line = 2
    }
    separator = wanted ?? named?.separator ?? Self.likeliest(head[length...])
  }

  /// What is no text is told apart by how it begins, and else by a byte 0.
  private static func refusal(_ head: [UInt8]) -> TableFault.Kind? {
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return .workbook }
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return .wideText }
    guard let zero = head.firstIndex(of: 0) else { return nil }
    // Latin letters in UTF-16 have a zero beside each of them.
    return zero < 2 && head.count { $0 == 0 } * 3 > head.count ? .wideText : .binary
  }

  /// Excel's own first line: `sep=;`.
  private static func namedSeparator(_ head: ArraySlice<UInt8>) -> (separator: UInt8, length: Int)? {
    guard head.starts(with: Array("sep=".utf8)) || head.starts(with: Array("SEP=".utf8)), head.count > 4 else {
      return nil
    }
    let rest = head.dropFirst(5)
    let ending = rest.starts(with: [0x0D, 0x0A]) ? 2 : rest.first == 0x0A || rest.first == 0x0D ? 1 : 0
    return ending == 0 ? nil : (head[head.startIndex + 4], 5 + ending)
  }

  /// Of comma, semicolon and tab the one that stands most often in the first row, outside quotation marks.
  private static func likeliest(_ head: ArraySlice<UInt8>) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    var hasBegun = false
    for byte in head {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted, byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        if hasBegun { break }
        continue
      }
      hasBegun = true
      if !isQuoted { counts[byte, default: 0] += 1 }
    }
    var best = UInt8(ascii: ",")
    for candidate in [UInt8(ascii: ";"), UInt8(ascii: "\t")]
    where counts[candidate, default: 0] > counts[best, default: 0] {
      best = candidate
    }
    return best
  }
}
