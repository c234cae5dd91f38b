import CanonicalJSON
import Testing

@Suite("Walking through a document")
struct JSONNodeTests {
  @Test("every value gives its kind, its place and its content, members in the order of the file")
  func walking() throws {
    let text = #"{"b": [null, true, 2.5, "\u0078"], "a": {}, "é\n": false}"#
    let (document, problems) = JSONDocument.read(Array(text.utf8))
    #expect(problems == [])
    let root = try #require(document).root

    #expect(root.kind == .object && root.count == 3 && root.offset == 0)
    #expect(root.members.map(\.key.word) == ["b", "a", "é\n"])
    #expect(root.members.map(\.key.offset) == [1, 35, 44])
    #expect(root.members.map(\.value.offset) == [6, 40, 52])
    #expect(root.text == nil && root.number == nil && root.bool == nil && Array(root.elements).isEmpty)

    let list = try #require(root["b"])
    #expect(list.kind == .array && list.count == 4 && Array(list.members).isEmpty)
    let elements = Array(list.elements)
    #expect(elements.map(\.kind) == [.null, .bool, .number, .string])
    #expect(elements[1].bool == true && elements[2].number == 2.5 && elements[3].text == "x")
    #expect(elements.map(\.count) == [0, 0, 0, 0] && elements[3]["b"] == nil && list["b"] == nil)

    #expect(root["a"]?.kind == .object && root["é\n"]?.bool == false)
    #expect(root["c"] == nil && root["e\u{301}\n"] == nil)
    #expect(root.json == ["a": [:], "b": [nil, true, 2.5, "x"], "é\n": false])
  }

  @Test("a key inside a deep structure is given with its pointer")
  func pointer() {
    let text = #"{"steps": [{}, {"a/b": {"m~n": [1, {"": 1e999}]}}]}"#
    let (_, problems) = JSONDocument.read(Array(text.utf8))
    #expect(problems.map(\.pointer.text) == ["/steps/1/a~1b/m~0n/1/"])
    #expect(problems.map(\.offset) == [40])
  }

  @Test("a pointer escapes ~ and /, and nothing else")
  func pointerEscapes() {
    let pointer = JSONPointer() / "a/b" / 3 / "~1" / "é \"" / ""
    #expect(pointer.text == "/a~1b/3/~01/é \"/")
    #expect(JSONPointer().text == "")
    #expect("\(JSONPointer() / "\u{7}")" == "/\\u{7}")
  }
}
