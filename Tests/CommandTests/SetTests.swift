import Foundation
import TestSupport
import Testing

/// Changing a map without an editor.
@Suite("set") struct SetTests {
  @Test("Figures of several steps at once: the difference is shown, the file canonical, the version as before")
  func figures() throws {
    let tool = try Tool.archive(Tool.map())
    let head = try tool.scratch.git("rev-parse", "HEAD")
    let set = try tool("set", "content", "approval", "waitTime=1d", "basis=measured", "copy.wait=2d", "asOf=2026-11-30")
    #expect(set.status == 0, "\(set)")
    #expect(set.output.hasPrefix("content  as it was → as set\n"))
    #expect(set.output.contains("Approval  3d  → 1d  −2d  shrank"))
    #expect(set.output.contains("content/current.json is changed. To make it a version: vsmrepo commit content"))
    let map = try tool.file("content/current.json")
    #expect(
      map.contains("\"waitTime\": \"measured\"") || map.contains("\"basis\": {\n        \"waitTime\": \"measured\""))
    #expect(map.contains("\"asOf\": \"2026-11-30\""))
    #expect(try tool("canon", "content/current.json").output == map)
    #expect(try tool.scratch.git("rev-parse", "HEAD") == head)
    #expect(try tool("set", "content", "approval", "waitTime=1d").output.hasPrefix("Nothing to change"))
  }

  @Test("A step is added where it is wanted, with its figures, and goes again; a loop comes and goes")
  func steps() throws {
    let tool = try Tool.archive(Tool.map())
    let before = try tool.file("content/current.json")
    try tool(
      "set", "content", "--add", "Fact check", "--after", "copy", "team=growth", "processTime=30m", "--rework",
      "Fact check:copy=20%"
    ).expectDone()
    let map = try tool.file("content/current.json")
    #expect(map.contains("\"id\": \"fact-check\""))
    #expect(map.contains("\"percent\": 20"))
    try tool("set", "content", "--move", "fact-check", "--after", "approval", "--rework", "fact-check:copy=")
      .expectDone()
    #expect(try !tool.file("content/current.json").contains("rework"))
    try tool("set", "content", "--remove", "fact-check").expectDone()
    #expect(try tool.file("content/current.json") == before)
  }

  @Test("--dry-run shows and does not write; --future changes the state to aim at")
  func states() throws {
    let tool = try Tool.archive(Tool.map())
    let before = try tool.file("content/current.json")
    let dry = try tool("set", "content", "approval.waitTime=1d", "--dry-run").expectDone()
    #expect(dry.contains("shrank"))
    #expect(dry.hasSuffix("content/current.json was not written.\n"))
    #expect(try tool.file("content/current.json") == before)
    #expect(try tool("set", "content", "approval.waitTime=1d", "--future").status == 66)
    try tool.scratch.write(before, to: "content/future.json")
    try tool("set", "content", "approval.waitTime=1d", "--future").expectDone()
    #expect(try tool.file("content/future.json").contains("\"waitTime\": \"1d\""))
    #expect(try tool.file("content/current.json") == before)
  }

  @Test(
    "What makes no sense is refused with what was meant, and the file stays",
    arguments: [
      (["aproval", "waitTime=1d"], Int32(66), "Did you mean \"approval\"?"),
      (["approval", "wiatTime=1d"], 65, "did you mean \"waitTime\"?"),
      (["approval", "waitTime=3 days"], 65, "write \"3d\""),
      (["approval", "queue=many"], 64, "\"many\" is not a number"),
      (["approval", "id=legal"], 64, "a step's id is what versions know it by"),
      (["--rework", "approval-copy"], 64, "Write FROM:TO=PERCENT"),
      (["--rework", "copy:approval=20"], 65, "does not come before"),
      (["--remove", "copy", "--remove", "approval"], 64, "is the only step"),
      (["--after", "copy"], 64, "A place goes with"), ([], 64, "Say what to change"),
      (["--add", "X", "--after", "nowhere"], 66, "there is no step \"nowhere\""),
      (["waitTime=1", "x=2", "y=3"], 65, "the changed map would have 3 errors"),
    ])
  func refusals(_ words: [String], _ status: Int32, _ reason: String) throws {
    let tool = try Tool.archive(Tool.map())
    let before = try tool.file("content/current.json")
    let refused = try tool.run(Tool.program, ["set", "content"] + words)
    #expect(refused.status == status, "\(refused)")
    #expect(refused.errors.contains(reason), "\(refused.errors)")
    #expect(refused.output.isEmpty)
    #expect(try tool.file("content/current.json") == before)
  }

  @Test("A file with errors is not touched")
  func invalidFile() throws {
    let tool = try Tool.archive(Tool.map())
    try tool.scratch.write(Tool.map(wait: "3 days"), to: "content/current.json")
    let refused = try tool("set", "content", "copy.waitTime=1d")
    #expect(refused.status == 65)
    #expect(refused.errors.contains("content/current.json is not a valid map"))
    #expect(try tool.file("content/current.json") == Tool.map(wait: "3 days"))
  }
}
