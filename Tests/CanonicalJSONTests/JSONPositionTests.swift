import CanonicalJSON
import TestSupport
import Testing

@Suite("Lines and columns")
struct JSONPositionTests {
  @Test("they count from 1, the columns in Unicode scalars, on every byte of a long file")
  func againstCounting() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    var text = "[\n"
    for _ in 0..<caseCount(4000) {
      // Now and then a line longer than the distance of the marks from which positions are found.
      let isLong = Int.random(in: 0...19, using: &random) == 0
      let scalar = ["x", "é", "€", "😀"].randomElement(using: &random) ?? "x"
      text += "\"\(String(repeating: scalar, count: Int.random(in: 0...(isLong ? 3000 : 20), using: &random)))\","
      text += ["\n", "\r\n", "\n\n", " "].randomElement(using: &random) ?? "\n"
    }
    let bytes = Array((text + "0]").utf8)
    let (document, problems) = JSONDocument.read(bytes)
    #expect(problems == [])
    let read = try #require(document)
    var expected = JSONPosition(line: 1, column: 1)
    for (offset, byte) in bytes.enumerated() {
      if byte & 0xC0 != 0x80 {
        try #require(read.position(of: offset) == expected, "seed \(seed), byte \(offset)")
      }
      if byte == UInt8(ascii: "\n") {
        expected = JSONPosition(line: expected.line + 1, column: 1)
      } else if bytes[min(offset + 1, bytes.count - 1)] & 0xC0 != 0x80 {
        expected.column += 1
      }
    }
    #expect(read.position(of: bytes.count) == expected)
    #expect(read.position(of: bytes.count + 5) == expected)
    #expect(read.position(of: -1) == JSONPosition(line: 1, column: 1))
  }

  @Test("they are ordered as they stand, and read line:column")
  func order() {
    #expect(JSONPosition(line: 2, column: 1) > JSONPosition(line: 1, column: 9))
    #expect(JSONPosition(line: 2, column: 1) < JSONPosition(line: 2, column: 3))
    #expect("\(JSONPosition(line: 14, column: 21))" == "14:21")
  }
}
