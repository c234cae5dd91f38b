import Foundation
import TestSupport
import Testing

/// What plain Git does with maps once `git-setup` has told it how.
@Suite("Plain Git with drivers") struct DriverTests {
  /// A larger repository with a space in its path, in which the archive is only a folder; the program's path has a space too.
  private func repository() throws -> (tool: Tool, program: String) {
    let tool = try Tool()
    try tool.scratch.run("cp", [Tool.program, "vsm repo"])
    try tool.scratch.write("{\"a\": 1}\n", to: "big repo/other/current.json")
    try tool.scratch.git("init", "-q", in: "big repo")
    let program = tool.scratch.path + "/vsm repo"
    try tool.run(program, ["init", "."], in: "big repo").expectDone()
    try commit(SharingTests.map(), "First", tool)
    try tool.run(program, ["git-setup"], in: "big repo").expectDone()
    return (tool, program)
  }

  private func write(_ map: String, _ tool: Tool) throws {
    try tool.scratch.write(map, to: "raw.json")
    let canonical = try tool("canon", "raw.json").expectDone()
    try tool.scratch.write(canonical, to: "big repo/docs/maps/content/current.json")
  }

  private func commit(_ map: String, _ subject: String, _ tool: Tool) throws {
    try write(map, tool)
    try tool.scratch.git("add", ".", in: "big repo")
    try tool.scratch.git("commit", "-qm", subject, in: "big repo")
  }

  private func git(_ tool: Tool, _ arguments: String...) throws -> String {
    try tool.scratch.run("git", ["--no-pager"] + arguments, in: "big repo", environment: ["PATH": "/usr/bin:/bin"])
  }

  @Test("git diff prints what changed in the words of the work; log -p and show a line a fact; other files as ever")
  func diff() throws {
    let (tool, _) = try repository()
    try write(SharingTests.map(approval: "2d"), tool)
    try tool.scratch.write("{\"a\": 2}\n", to: "big repo/other/current.json")
    let diff = try git(tool, "diff")
    #expect(diff.contains("docs/maps/content") && diff.contains("working copy"))
    #expect(diff.contains("Lead time 4d 5h → 3d 5h  ▼ 1d shorter (−22 %)"))
    #expect(diff.contains("--- a/other/current.json\n+++ b/other/current.json\n@@ -1 +1 @@\n-{\"a\": 1}\n+{\"a\": 2}"))
    try tool.scratch.git("commit", "-qam", "Second", in: "big repo")
    for command in [["log", "-p", "-1"], ["show"]] {
      let text = try tool.scratch.run("git", ["--no-pager"] + command, in: "big repo")
      #expect(text.contains("-Content: lead time 4d 5h\n+Content: lead time 3d 5h"))
      #expect(text.contains(" step approval: Approval\n") && text.contains("-  waitTime: 3d\n+  waitTime: 2d"))
      #expect(text.contains("-{\"a\": 1}\n+{\"a\": 2}"))
    }
    #expect(try git(tool, "diff", "HEAD~2", "HEAD~1", "--", "docs").isEmpty == false)
  }

  @Test("A map that comes, goes, or cannot be read is shown and stops nothing")
  func oddDiffs() throws {
    let (tool, _) = try repository()
    try git(tool, "rm", "-q", "--cached", "docs/maps/content/current.json").expectEmpty()
    #expect(try git(tool, "diff", "--cached").contains("docs/maps/content/current.json: the map was removed"))
    try git(tool, "reset", "-q").expectEmpty()
    try tool.scratch.write("{", to: "big repo/docs/maps/content/current.json")
    #expect(try git(tool, "diff").contains("+{"))
    try git(tool, "checkout", "-q", ".").expectEmpty()
    try tool.scratch.run("cp", ["-r", "docs/maps/content", "docs/maps/copy"], in: "big repo")
    try git(tool, "add", ".").expectEmpty()
    #expect(try git(tool, "diff", "--cached").contains("docs/maps/copy/current.json\nFirst version: lead time 4d 5h"))
  }

  @Test(
    "git merge and git rebase put edits of different steps together", arguments: [["merge", "-m", "Both"], ["rebase"]])
  func merge(_ command: [String]) throws {
    let (tool, program) = try repository()
    try git(tool, "switch", "-qc", "side").expectEmpty()
    try commit(SharingTests.map(copy: "2d"), "Copy", tool)
    try git(tool, "switch", "-q", "main").expectEmpty()
    try commit(SharingTests.map(approval: "1d"), "Approval", tool)
    try tool.run(program, ["comment", "latest", "It holds"], in: "big repo").expectDone()
    _ = try tool.scratch.run("git", command + ["side"], in: "big repo")
    let map = try tool.run(program, ["show", "latest", "--format", "map"], in: "big repo").expectDone()
    #expect(map.contains("\"waitTime\": \"2d\"") && map.contains("\"waitTime\": \"1d\""))
    #expect(try git(tool, "status", "--porcelain").isEmpty)
    if command[0] == "rebase" {
      #expect(try tool.run(program, ["show", "latest"], in: "big repo").expectDone().contains("It holds"))
    }
  }

  @Test("A real conflict stands between markers that name the place; the rest of the map is merged")
  func conflict() throws {
    let (tool, program) = try repository()
    try git(tool, "switch", "-qc", "side").expectEmpty()
    try commit(SharingTests.map(approval: "7d", title: "Ours and theirs"), "Side", tool)
    try git(tool, "switch", "-q", "main").expectEmpty()
    try commit(SharingTests.map(approval: "8d"), "Main", tool)
    do {
      _ = try git(tool, "merge", "-m", "Both", "side")
      Issue.record("git merge found no conflict")
    } catch let failed as Scratch.Failed {
      #expect(failed.output.contains("docs/maps/content/current.json: 1 conflict: /steps/approval/waitTime"))
    }
    let text = try #require(tool.scratch.read("big repo/docs/maps/content/current.json"))
    let block = """
      <<<<<<< ours: /steps/approval/waitTime
            "waitTime": "8d"
      =======
            "waitTime": "7d"
      >>>>>>> theirs

      """
    #expect(text.contains(block.replacing("\n      ", with: "\n")) || text.contains(block))
    #expect(text.contains("\"title\": \"Ours and theirs\""))
    try tool.scratch.write(
      text.split(separator: "\n").filter { line in
        !["<<<", "===", ">>>"].contains { line.hasPrefix($0) } && !line.contains("7d")
      }.joined(separator: "\n") + "\n", to: "big repo/docs/maps/content/current.json")
    try git(tool, "commit", "-qam", "Settled").expectEmpty()
    #expect(try tool.run(program, ["check"], in: "big repo").status == 0)
  }

  @Test("git-setup can be said twice, and --remove takes all of it back")
  func remove() throws {
    let tool = try Tool.archive(SharingTests.map())
    let before = tool.scratch.read(".git/config")
    try tool("git-setup").expectDone()
    let once = tool.scratch.read(".git/config")
    try tool("git-setup").expectDone()
    #expect(tool.scratch.read(".git/config") == once)
    #expect(once?.contains("rewriteRef = refs/notes/vsmrepo") == true)
    try tool("git-setup", "--remove").expectDone()
    #expect(tool.scratch.read(".git/config") == before)
    try tool.scratch.git("rm", "-q", ".gitattributes")
    try tool.scratch.git("commit", "-qm", "No attributes")
    try tool.scratch.write("*.png binary\n", to: ".git/info/attributes")
    try tool("git-setup").expectDone()
    #expect(try tool.scratch.git("check-attr", "merge", "content/current.json").hasSuffix("merge: vsmrepo"))
    try tool("git-setup", "--remove").expectDone()
    #expect(tool.scratch.read(".git/info/attributes") == "*.png binary\n")
  }
}

extension String {
  fileprivate func expectEmpty() throws {
    #expect(isEmpty)
  }
}
