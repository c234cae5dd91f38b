import Foundation
import TestSupport
import Testing

/// Write a map, commit it, compare two versions: from the keyboard to plain Git and back.
@Suite("The main job") struct MainJobTests {
  @Test("new, check, commit, log, show, diff, from a template to a second version")
  func fromTemplate() throws {
    let tool = try Tool()
    #expect(try tool("init").expectDone().contains("is an archive"))
    #expect(try tool("new", "content", "--template", "content").expectDone().contains("7 steps"))
    let check = try tool("check")
    #expect(check.status == 0)
    #expect(check.output.contains("content/current.json") && check.output.contains("warnings"))
    #expect(try tool("check", "--strict").status == 1)

    let first = try tool("commit", "-m", "First map").expectDone()
    #expect(first.contains("content v1") && first.contains("First map"))
    #expect(try tool("commit", "-m", "Again").expectDone() == "Nothing to commit: content is as in v1.\n")

    try tool.scratch.write(Tool.map(), to: "content/current.json")
    #expect(try tool("status").expectDone().contains("changed"))
    #expect(try tool("diff", "--exit-code").status == 1)
    try tool("commit", "-m", "Drawn anew").expectDone()
    #expect(try tool("diff", "--exit-code").status == 0)
    let log = try tool("log").expectDone()
    #expect(log.contains("v2") && log.contains("Drawn anew") && log.contains("v1") && log.contains("First map"))
  }

  @Test("A version is a commit that plain Git tells the story of, tagged, canonical, and nothing else is swept along")
  func plainGit() throws {
    let tool = try Tool.archive(Tool.map(wait: "3d"))
    try tool.scratch.write("half done", to: "notes.txt")
    try tool.scratch.git("add", "notes.txt")
    try tool.scratch.write(Tool.map(wait: "1d"), to: "content/current.json")
    try tool("commit", "-m", "Slots for legal").expectDone()
    #expect(
      try tool.scratch.git("log", "-1", "--format=%B") == """
        Slots for legal

        Lead time 4d 5h → 2d 5h (−2d, −43 %): waits −2d.

        Stream: content
        Version: 2

        """)
    #expect(try tool.scratch.git("show", "--stat", "--format=", "HEAD").contains("1 file changed"))
    #expect(try tool.scratch.git("tag") == "content/v1\ncontent/v2")
    #expect(try tool.scratch.git("status", "--porcelain") == "A  notes.txt")
    let document = try tool.scratch.git("show", "HEAD:content/current.json")
    #expect(document.hasPrefix("{\n  \"format\": \"vsm-map/1\",\n  \"steps\": ["))
    #expect(tool.scratch.read("content/current.json") == document + "\n")
    #expect(try tool("show", "content@v2", "--format", "map").expectDone() == document + "\n")
    #expect(try tool.scratch.git("fsck", "--strict").isEmpty)
  }

  @Test("A second revision is of the stream that the first names")
  func secondRevision() throws {
    let tool = try Tool.archive(Tool.map(wait: "3d"), Tool.map(wait: "1d"))
    try tool.scratch.write(Tool.map(wait: "7d"), to: "email/current.json")
    try tool("commit", "email", "-m", "Another").expectDone()
    #expect(try tool("diff", "v1", "v2").status == 64)
    let expected = try tool("diff", "v1", "v2", "-s", "content").expectDone()
    #expect(try tool("diff", "content@v1", "v2").expectDone() == expected)
    #expect(try tool("-C", "email", "diff", "content@v1", "v2").expectDone() == expected)
    #expect(try tool("diff", "content@v2", "email@v1").expectDone().contains("6d longer"))
    #expect(try tool("diff", "content@v2", "email").expectDone().contains("6d longer"))
  }

  @Test("A map that plain Git committed is a version like any other")
  func committedByGit() throws {
    let tool = try Tool.archive(Tool.map(wait: "3d"))
    try tool.scratch.write(Tool.map(wait: "2d"), to: "content/current.json")
    try tool.scratch.git("commit", "-qam", "By hand")
    let log = try tool("log").expectDone()
    #expect(log.contains("v2") && log.contains("By hand"))
    #expect(try tool("diff", "v1", "v2").expectDone().contains("1d shorter"))
    try tool.scratch.write("{", to: "content/current.json")
    try tool.scratch.git("commit", "-qam", "Broken")
    #expect(try tool("log").expectDone().contains("Broken"))
    let show = try tool("show", "v3")
    #expect(show.status == 65)
    #expect(show.errors.contains("content v3 is not a valid map"))
    #expect(try tool("show", "v2").status == 0)
  }

  @Test("commit --from takes a file or standard input, also in a bare archive")
  func from() throws {
    let tool = try Tool()
    try tool.scratch.git("init", "-q", "--bare", "-b", "main", "bare.git")
    try tool("init", "bare.git").expectDone()
    try tool.scratch.write(Tool.map(wait: "3d"), to: "map.json")
    try tool("-C", "bare.git", "commit", "content", "--from", "../map.json", "-m", "First").expectDone()
    let second = try tool(
      "-C", "bare.git", "commit", "content", "--from", "-", "-m", "Second", input: Tool.map(wait: "1d"))
    #expect(try second.expectDone().contains("content v2"))
    #expect(try tool("-C", "bare.git", "diff", "v1", "v2").expectDone().contains("2d shorter"))
    #expect(try tool("-C", "bare.git", "diff").expectDone().contains("2d shorter"))
    #expect(try tool("-C", "bare.git", "show").expectDone().contains("content v2"))
  }

  @Test("A correction says so in its message, its headline and its comparison")
  func correction() throws {
    let tool = try Tool.archive(Tool.map(wait: "3d"))
    try tool.scratch.write(Tool.map(wait: "4d"), to: "content/current.json")
    let committed = try tool("commit", "-m", "Measured, not guessed", "--correction").expectDone()
    #expect(committed.contains("Correction: lead time"))
    #expect(try tool.scratch.git("log", "-1", "--format=%B").contains("Nature: correction"))
    #expect(try tool("diff", "v1", "v2", "--format", "json").expectDone().contains("\"versions\": [\n      2\n    ]"))
  }

  @Test("Several streams: each by its name, its folder, or -s; --all commits every one that changed")
  func severalStreams() throws {
    let tool = try Tool()
    try tool("init").expectDone()
    try tool.scratch.write(Tool.map(), to: "content/current.json")
    try tool.scratch.write(Tool.map(), to: "growth/email/current.json")
    let ambiguous = try tool("commit", "-m", "Both")
    #expect(ambiguous.status == 64)
    #expect(ambiguous.errors.contains("content, growth/email"))
    try tool("commit", "--all", "-m", "Both").expectDone()
    #expect(try tool.scratch.git("tag") == "content/v1\ngrowth/email/v1")
    try tool.scratch.write(Tool.map(wait: "1d"), to: "growth/email/current.json")
    try tool("commit", "-m", "Only one has changed").expectDone()
    for words in [["growth/email@v1", "growth/email@v2"], ["-s", "growth/email", "v1", "v2"]] {
      #expect(try tool.run(Tool.program, ["diff"] + words).output.contains("2d shorter"))
    }
    #expect(try tool("diff", "v1", "v2", in: "growth/email").output.contains("2d shorter"))
    #expect(try tool("diff", "v1", "v2").status == 64)
    #expect(try tool("log").expectDone().contains("growth/email v2"))
  }

  @Test("Every invalid map stops --all before the first commit")
  func allOrNothing() throws {
    let tool = try Tool.archive(Tool.map())
    try tool.scratch.write(Tool.map(wait: "1d"), to: "content/current.json")
    try tool.scratch.write(Tool.map(wait: "3 days"), to: "other/current.json")
    let head = try tool.scratch.git("rev-parse", "HEAD")
    #expect(try tool("commit", "--all", "-m", "x").status == 65)
    #expect(try tool.scratch.git("rev-parse", "HEAD") == head)
  }

  @Test("diff and show take plain files, outside any archive")
  func plainFiles() throws {
    let tool = try Tool()
    try tool.scratch.write(Tool.map(wait: "3d"), to: "a.json")
    try tool.scratch.write(Tool.map(wait: "1d"), to: "b.json")
    #expect(try tool("diff", "a.json", "b.json").expectDone().contains("2d shorter"))
    #expect(try tool("show", "./a.json", "--format", "json").expectDone().contains("\"leadTime\": 133200"))
  }

  @Test("The editor writes the message; its comment tells the change; an empty message stops")
  func editor() throws {
    let tool = try Tool.archive(Tool.map(wait: "3d"))
    try tool.scratch.write(Tool.map(wait: "1d"), to: "content/current.json")
    let script = """
      import os, pty, sys
      os.environ["GIT_EDITOR"] = sys.argv[1]
      sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[2:])))
      """
    let python = "/usr/bin/env"
    let empty = try tool.run(python, ["python3", "-c", script, "true", Tool.program, "commit"])
    #expect(empty.status == 64)
    #expect(empty.output.contains("the message is empty"))
    let editor = "grep -q '2d shorter' \"$1\" && echo 'By the editor' >"
    let done = try tool.run(python, ["python3", "-c", script, "f() { \(editor) \"$1\"; }; f", Tool.program, "commit"])
    #expect(done.status == 0, "\(done.output)")
    #expect(try tool.scratch.git("log", "-1", "--format=%s") == "By the editor")
  }
}
