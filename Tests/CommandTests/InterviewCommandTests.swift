import Foundation
import TestSupport
import Testing

/// Being asked for a map.
@Suite("new --interview") struct InterviewCommandTests {
  private let answers = [
    "Campaigns", "A request", "Sales", "", "6 a week", "Growth", "Brief", "Approval", "", "Growth", "", "1h", "80",
    "adding",
    "Legal", "", "3d", "2h", "", "", "guess", "Approval", "Brief", "20", "", "It is published", "Prospects",
  ]

  private func lines(_ answers: some Sequence<String>) -> String { answers.map { $0 + "\n" }.joined() }

  @Test("From the first question to a map that commits, with what was understood before the last word")
  func whole() throws {
    let tool = try Tool()
    try tool("init").expectDone()
    let held = try tool("new", "content", "--interview", input: lines(answers + ["yes"]))
    #expect(held.status == 0)
    #expect(held.errors.contains("What is this stream called?"))
    #expect(held.errors.contains("Step 2 of 2: Approval"))
    #expect(held.errors.contains("→ Legal"))
    #expect(held.errors.contains("Is this right?"))
    #expect(held.output.hasPrefix("content/current.json: lead time"))
    #expect(tool.scratch.read("content/interview.json") == nil)
    #expect(try tool.file("content/current.json").contains("\"doneWhen\": \"It is published\""))
    try tool("commit", "content", "-m", "As we told it").expectDone()
  }

  @Test("Stopped by a word or by the end of input, it goes on from there")
  func stopping() throws {
    let tool = try Tool()
    try tool("init").expectDone()
    let first = try tool("new", "content", "--interview", input: lines(answers.prefix(8)))
    #expect(first.status == 0)
    #expect(first.output.isEmpty)
    #expect(first.errors.hasSuffix("To go on: vsmrepo new content --interview\n"))
    #expect(try tool.file("content/interview.json").contains("\"Approval\""))
    #expect(tool.scratch.read("content/current.json") == nil)
    let second = try tool(
      "new", "content", "--interview", input: lines(["back", "Approvals", "back", "back"] + answers[6..<9] + ["stop"]))
    #expect(second.errors.contains("Going on after 8 answers."))
    #expect(second.errors.contains("You said: Approvals"))
    #expect(second.errors.contains("Stopped: 9 answers are kept in content/interview.json."))
    try tool("new", "content", "--interview", input: lines(answers[9...] + ["yes"])).expectDone()
    #expect(try tool.file("content/current.json").contains("\"name\": \"Approval\""))
    #expect(try tool("status").expectDone().contains("content"))
  }

  @Test("An answer that makes no sense is asked for again; help explains")
  func again() throws {
    let tool = try Tool()
    try tool("init").expectDone()
    let held = try tool(
      "new", "content", "--interview", input: lines(answers.prefix(10) + ["soon", "3", "help", "back", "back"]))
    #expect(held.errors.contains("\"soon\" is not a time. Write 3d, 4h, 30 min or 1d 4h."))
    #expect(held.errors.contains("3 of what? Write 3h, 3d or 3 min."))
    #expect(held.errors.contains("Stopped: 8 answers are kept"))
  }

  @Test("Nobody to ask, a map that is there, a file that is no interview: refused")
  func refusals() throws {
    let tool = try Tool.archive(Tool.map())
    #expect(try tool("new", "content", "--interview", input: "x\n").status == 73)
    #expect(try tool("new", "x", "--interview", "--template", "content").status == 64)
    let nobody = try tool.run("/bin/sh", ["-c", "\(Tool.program) new other --interview < /dev/null"])
    #expect(nobody.status == 64)
    #expect(nobody.errors.contains("an interview needs somebody to answer"))
    try tool.scratch.write("{}", to: "other/interview.json")
    let damaged = try tool("new", "other", "--interview", input: "x\n")
    #expect(damaged.status == 65)
    #expect(damaged.errors.contains("other/interview.json holds no interview"))
    #expect(try tool.file("other/interview.json") == "{}")
  }
}
