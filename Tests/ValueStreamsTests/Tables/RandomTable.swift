import CanonicalJSON
import TestSupport

/// A table with all the oddities that files have, what its fields say, and where they start.
struct RandomTable {
  let separator: UInt8
  private(set) var bytes: [UInt8] = []
  private(set) var fields: [[String]] = []
  private(set) var positions: [[JSONPosition]] = []

  init(using random: inout SeededGenerator) {
    separator = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")][Int.random(in: 0..<3, using: &random)]
    let lineEnd = ["\n", "\r\n", "\r"][Int.random(in: 0..<3, using: &random)]
    let alphabet = ["a", "1", " ", "ö", "€", "\"", ",", ";", "\t", "'", lineEnd]
    var place = JSONPosition(line: 1, column: 1)
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      var row: [String] = []
      var places: [JSONPosition] = []
      for column in 0..<Int.random(in: 1...5, using: &random) {
        if column > 0 {
          bytes.append(separator)
          place.column += 1
        }
        let text = (0..<Int.random(in: column == 0 ? 1...6 : 0...6, using: &random))
          .map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] }.joined()
        let mustQuote = text.utf8.contains { [separator, 0x22, 0x0A, 0x0D].contains($0) }
        let isQuoted = mustQuote || Int.random(in: 0..<3, using: &random) == 0
        places.append(place)
        row.append(text)
        let written = isQuoted ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
        bytes += Array(written.utf8)
        for character in written {
          place = character.isNewline ? JSONPosition(line: place.line + 1, column: 1) : place
          if !character.isNewline { place.column += 1 }
        }
      }
      fields.append(row)
      positions.append(places)
      bytes += Array(lineEnd.utf8)
      place = JSONPosition(line: place.line + 1, column: 1)
    }
  }
}
