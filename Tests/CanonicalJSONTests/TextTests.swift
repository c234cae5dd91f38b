import CanonicalJSON
import TestSupport
import Testing

@Suite("Text compares by its bytes")
struct TextTests {
  @Test("canonically equivalent texts are different texts, and make different keys")
  func canonicalEquivalence() {
    let composed: Text = "é"
    let decomposed: Text = "e\u{301}"
    #expect(composed.string == decomposed.string)
    #expect(composed != decomposed)
    #expect(Set([composed, decomposed]).count == 2)
    #expect(Members([(key: composed, value: 1), (key: decomposed, value: 2)]).count == 2)
  }

  @Test("equality, order and hash are those of the UTF-8 bytes and UTF-16 code units, on random texts")
  func againstDefinition() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var source = RandomJSON(seed: seed)
    for _ in 0..<caseCount(200_000) {
      let left = source.text()
      let right = Bool.random(using: &source.random) ? source.text() : Text(left.string + source.text().string)
      #expect((left == right) == left.string.utf8.elementsEqual(right.string.utf8), "seed \(seed): \(left) \(right)")
      #expect(
        (left < right) == left.string.utf16.lexicographicallyPrecedes(right.string.utf16),
        "seed \(seed): \(left) \(right)")
      #expect((right < left) == right.string.utf16.lexicographicallyPrecedes(left.string.utf16), "seed \(seed)")
      #expect(left.hashValue == Text(String(decoding: Array(left.string.utf8), as: UTF8.self)).hashValue)
    }
  }

  @Test("a surrogate pair stands before U+E000, as in UTF-16 and unlike in UTF-8")
  func surrogates() {
    let pair: Text = "\u{10000}"
    #expect(pair < "\u{E000}")
    #expect(pair < "\u{FFFD}")
    #expect(pair > "\u{D7FF}")
    #expect(pair < "\u{10001}")
    #expect("" < pair && "a" < "ab")
  }

  @Test("what could disturb a terminal is shown as an escape")
  func plain() {
    #expect(Text("a\u{1B}[2J\u{202E}é").plain == "a\\u{1b}[2J\\u{202e}é")
    #expect(Text("say \"hi\"\n\u{9B}").quoted == "\"say \\\"hi\\\"\\n\\u{9b}\"")
  }
}
