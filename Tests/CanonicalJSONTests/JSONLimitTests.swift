import CanonicalJSON
import Testing

@Suite("Limits")
struct JSONLimitTests {
  @Test("128 levels are read; 129 and 100,000 are answered with an error", arguments: ["[", "{\"a\":"])
  func depth(opening: String) throws {
    let closing = opening == "[" ? "]" : "}"
    func nested(_ depth: Int) -> [UInt8] {
      Array(
        (String(repeating: opening, count: depth - 1) + opening.prefix(1) + String(repeating: closing, count: depth))
          .utf8)
    }
    let deepest = JSONDocument.read(nested(128))
    #expect(deepest.problems == [])
    #expect(try #require(deepest.document).root.json.compactBytes == nested(128))
    for depth in [129, 100_000] {
      let (document, problems) = JSONDocument.read(nested(depth))
      #expect(document == nil)
      #expect(problems.map(\.kind) == [.tooDeep])
      #expect(problems.first?.offset == 128 * opening.utf8.count)
    }
    #expect(
      JSONDocument.read(Array(String(repeating: opening, count: 100_000).utf8)).problems.map(\.kind) == [.tooDeep])
  }

  @Test("16 MiB are read, one byte more is not")
  func size() {
    var bytes = Array("[]".utf8) + [UInt8](repeating: UInt8(ascii: " "), count: (16 << 20) - 2)
    #expect(JSONDocument.read(bytes).problems == [])
    bytes.append(UInt8(ascii: " "))
    let (document, problems) = JSONDocument.read(bytes)
    #expect(document == nil)
    #expect(problems.map(\.kind) == [.tooLarge(bytes: 16_777_217)])
    #expect(problems.first?.message == "the file has 16777217 bytes, more than the 16777216 that are read")
  }

  @Test("a thousand problems are told, further ones counted")
  func manyProblems() {
    let text = "[\(Array(repeating: "1e999", count: 5000).joined(separator: ","))"
    let (document, problems) = JSONDocument.read(Array(text.utf8))
    #expect(document == nil)
    #expect(problems.count == 1002)
    #expect(problems.last?.kind == .further(4000))
    #expect(problems.last?.message == "4000 more problems follow")
    #expect(problems.dropLast().last?.kind == .unclosed(opening: "[", at: JSONPosition(line: 1, column: 1)))
  }

  @Test("pointers with enormous keys do not pile up")
  func enormousPointers() {
    let text =
      "{\"\(String(repeating: "k", count: 300_000))\": [\(Array(repeating: "1e999", count: 100).joined(separator: ","))]}"
    let (document, problems) = JSONDocument.read(Array(text.utf8))
    #expect(document != nil)
    #expect(problems.count == 5)
    #expect(problems.last?.kind == .further(96))
  }

  @Test("an integer is refused only where other digits would come back")
  func exactIntegers() {
    let kept = ["9007199254740992", "-9007199254740992", "18446744073709551616", "18446744073709552000", "0"]
    for literal in kept {
      #expect(JSONDocument.read(Array(literal.utf8)).problems == [], "\(literal)")
    }
    let power = "1" + String(repeating: "0", count: 22)
    #expect(JSONDocument.read(Array(power.utf8)).problems == [])
    for literal in ["9007199254740993", "18446744073709551617", "1" + String(repeating: "0", count: 23)] {
      let kinds = JSONDocument.read(Array(literal.utf8)).problems.map(\.kind)
      #expect(kinds == [.notExact(Text(literal), nearest: Double(literal) ?? 0)])
    }
    #expect(JSONDocument.read(Array("9007199254740993.0".utf8)).problems == [])
    #expect(JSONDocument.read(Array("1e23".utf8)).problems == [])
  }

  @Test("among many keys, too, the one that repeats is found", arguments: [2, 16, 17, 500])
  func duplicates(count: Int) {
    let keys = (0..<count).map { "\"k\($0 * 7 % count)\": 0" }
    let sound = Array("{\(keys.joined(separator: ","))}".utf8)
    #expect(JSONDocument.read(sound).problems == [])
    let doubled = Array("{\(keys.joined(separator: ",")), \"\\u006b0\": 1}".utf8)
    let problems = JSONDocument.read(doubled).problems
    #expect(problems.map(\.kind) == [.duplicateKey("k0", first: JSONPosition(line: 1, column: 2))])
    #expect(problems.map(\.pointer.text) == ["/k0"])
  }
}
