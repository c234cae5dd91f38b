import CanonicalJSON
import Testing

@Suite("RFC 8785 and the indented canonical form")
struct CanonicalFormTests {
  @Test("the sample of RFC 8785 section 3.2.2 is written as section 3.2.3 shows it")
  func sampleOfSection32() throws {
    let input = #"""
      {
        "numbers": [333333333.33333329, 1E30, 4.50,
                    2e-3, 0.000000000000000000000000001],
        "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
        "literals": [null, true, false]
      }
      """#
    let expected =
      #"{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"#
      + #""string":"€$\u000f\nA'B\"\\\\\"/"}"#
    #expect(try compact(input) == expected)
  }

  @Test("keys are sorted by UTF-16 code units, as the sample of RFC 8785 section 3.2.3 shows")
  func keyOrder() throws {
    let input = #"""
      {
        "\u20ac": "Euro Sign",
        "\r": "Carriage Return",
        "\ufb33": "Hebrew Letter Dalet With Dagesh",
        "1": "One",
        "\ud83d\ude00": "Emoji: Grinning Face",
        "\u0080": "Control",
        "\u00f6": "Latin Small Letter O With Diaeresis"
      }
      """#
    let (document, problems) = JSONDocument.read(Array(input.utf8))
    #expect(problems == [])
    guard case .object(let members) = try #require(document).root.json else {
      Issue.record("not an object")
      return
    }
    #expect(
      members.values == [
        "Carriage Return", "One", "Control", "Latin Small Letter O With Diaeresis", "Euro Sign",
        "Emoji: Grinning Face", "Hebrew Letter Dalet With Dagesh",
      ])
  }

  @Test("two spaces, one member or element a line, empty containers closed at once, one newline at the end")
  func indentation() {
    let value: JSON = ["steps": [["id": "intake", "after": []], 1.5], "x-empty": [:], "a": nil]
    let expected = """
      {
        "a": null,
        "steps": [
          {
            "after": [],
            "id": "intake"
          },
          1.5
        ],
        "x-empty": {}
      }

      """
    #expect(String(decoding: value.canonicalBytes, as: UTF8.self) == expected)
  }

  @Test("text is kept as it is: no Unicode normalisation, nothing escaped without need")
  func textIsKept() throws {
    let kept = "\"e\u{301}é\u{7F}\u{2028}😀/<\""
    #expect(try Array(compact(kept).utf8) == Array(kept.utf8))
  }

  private func compact(_ input: String) throws -> String {
    let (document, problems) = JSONDocument.read(Array(input.utf8))
    #expect(problems == [])
    return String(decoding: try #require(document).root.json.compactBytes, as: UTF8.self)
  }
}
