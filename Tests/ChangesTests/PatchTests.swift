import CanonicalJSON
import Changes
import TestSupport
import Testing
import ValueStreams

@Suite("The JSON Patch of a difference")
struct PatchTests {
  @Test("Python's jsonpatch makes the later canonical document of the earlier one, on random pairs")
  func independentTool() throws {
    let cases = try (1...UInt64(caseCount(2_000))).map { seed in
      let pair = RandomPair(seed: seed)
      let difference = try Difference(from: pair.before, to: pair.after)
      return JSON.array([pair.before.json, pair.after.json, .array(difference.patch.map(\.json))])
    }
    let scratch = try Scratch()
    try scratch.write(String(decoding: JSON.array(cases).canonicalBytes, as: UTF8.self), to: "cases.json")
    let script = """
      import json, jsonpatch
      cases = json.load(open("cases.json", encoding="utf-8"))
      wrong = [n for n, (old, new, patch) in enumerate(cases) if jsonpatch.apply_patch(old, patch) != new]
      print(len(cases), wrong)
      """
    #expect(try scratch.run("python3", ["-c", script]) == "\(cases.count) []")
  }

  @Test("an edit that does not fit is refused with its place")
  func mismatch() throws {
    var before = ValueStreamMap(title: "A", steps: [Step(id: "a", name: "A")])
    let after = before
    before.title = "B"
    let difference = try Difference(from: before, to: after)
    #expect(throws: ChangeError.editMismatch(pointer: "/title")) { try difference.applied(to: after.json) }
  }
}
