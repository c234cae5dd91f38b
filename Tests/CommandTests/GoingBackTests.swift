import Foundation
import TestSupport
import Testing

/// Going back, trying out, merging: from the keyboard to the archive and back.
@Suite("Going back and trying out") struct GoingBackTests {
  @Test("restore makes a new version with the old content, and refuses to overwrite what is not committed")
  func restore() throws {
    let tool = try Tool.archive(Tool.map(wait: "3d"), Tool.map(wait: "5d"))
    try tool.scratch.write(Tool.map(wait: "9d"), to: "content/current.json")
    let refused = try tool("restore", "v1")
    #expect(refused.status == 78)
    #expect(refused.errors.contains("has changes that are in no version"))
    try tool.scratch.git("checkout", "-q", "--", "content")
    let done = try tool("restore", "v1", "-m", "Back to how it was").expectDone()
    #expect(done.contains("content v3") && done.contains("−2d"))
    #expect(try tool("show", "v3", "--format", "map").output == tool("show", "v1", "--format", "map").output)
    #expect(try tool.scratch.git("status", "--porcelain").isEmpty)
    #expect(try tool("restore", "v1").expectDone().contains("Nothing to restore"))
  }

  @Test("restore brings a deleted working file back")
  func restoreDeleted() throws {
    let tool = try Tool.archive(Tool.map(wait: "3d"))
    try FileManager.default.removeItem(atPath: tool.scratch.path + "/content/current.json")
    #expect(try tool("status").expectDone().contains("file missing"))
    #expect(try tool("restore", "latest").expectDone().contains("content/current.json is back"))
    #expect(try tool("status").expectDone().contains("clean"))
  }

  @Test("undo takes back, redo brings back; the very first version too; what a remote has is not undone")
  func undo() throws {
    let tool = try Tool.archive(Tool.map(wait: "3d"), Tool.map(wait: "5d"))
    let second = try tool.scratch.git("rev-parse", "HEAD")
    #expect(try tool("undo").expectDone().contains("content v2 is taken back"))
    #expect(try tool.scratch.git("tag") == "content/v1")
    #expect(tool.scratch.read("content/current.json")?.contains("5d") == true)
    #expect(try tool("redo").expectDone().contains("content v2"))
    #expect(try tool.scratch.git("rev-parse", "HEAD") == second)
    #expect(try tool("redo").status == 66)
    try tool.scratch.git("clone", "-q", "--bare", ".", "remote.git")
    try tool.scratch.git("remote", "add", "origin", "remote.git")
    try tool.scratch.git("fetch", "-q", "origin")
    let refused = try tool("undo")
    #expect(refused.status == 78)
    #expect(refused.errors.contains("vsmrepo restore v1"))
  }

  @Test("An experiment from hypothesis to adoption; HEAD never moves, and what was learnt is in history")
  func adopt() throws {
    let tool = try Tool.archive(Tool.map(wait: "3d"))
    try tool("experiment", "start", "slots", "--hypothesis", "Slots halve the wait").expectDone()
    #expect(try tool("experiment", "start", "slots", "--hypothesis", "Again").status == 73)
    try tool.scratch.write(Tool.map(wait: "1d"), to: "content/current.json")
    #expect(try tool("experiment", "commit", "slots", "-m", "Two weeks").expectDone().contains("slots.1"))
    try tool.scratch.git("checkout", "-q", "--", "content")
    #expect(try tool("status").expectDone().contains("experiment slots, 1 attempt: Slots halve the wait"))
    #expect(try tool("experiment", "diff", "slots").expectDone().contains("2d shorter"))
    #expect(try tool("log").expectDone().contains("v2") == false)
    #expect(try tool("experiment", "adopt", "slots", "--learned", "They do").expectDone().contains("content v2"))
    let list = try tool("experiment", "list").expectDone()
    #expect(list.contains("adopted") && list.contains("Learned: They do"))
    #expect(try tool.scratch.git("log", "-1", "--format=%B").contains("Outcome: adopted\nLearned: They do"))
    #expect(try tool("experiment", "adopt", "slots").status == 78)
    #expect(try tool("experiment", "adopt", "slotz").errors.contains("Did you mean slots?"))
  }

  @Test("A rejected experiment is no version and keeps what was learnt")
  func reject() throws {
    let tool = try Tool.archive(Tool.map(wait: "3d"))
    try tool("experiment", "start", "slots", "--hypothesis", "Slots halve the wait").expectDone()
    try tool("experiment", "reject", "slots", "--learned", "Legal has no time for slots").expectDone()
    #expect(try tool("experiment").expectDone().contains("Learned: Legal has no time for slots"))
    #expect(try tool("log", "--format", "json").expectDone().contains("\"version\": 2") == false)
    #expect(try tool("verify").status == 0)
  }

  /// The main line and the branch `side` both changed the approval's wait; `side` renamed the map too.
  private func diverged() throws -> Tool {
    let tool = try Tool.archive(Tool.map(wait: "3d"))
    try tool.scratch.git("switch", "-q", "-c", "side")
    try tool.scratch.write(Tool.map(wait: "1d", title: "Content, legal's view"), to: "content/current.json")
    try tool.scratch.git("commit", "-qam", "Legal's view")
    try tool.scratch.git("switch", "-q", "main")
    try tool.scratch.write(Tool.map(wait: "2d"), to: "content/current.json")
    try tool("commit", "-m", "Our view").expectDone()
    return tool
  }

  @Test("A conflict waits through restarts, is shown, and is settled by a side")
  func merge() throws {
    let tool = try diverged()
    let conflict = try tool("merge", "side")
    #expect(conflict.status == 1)
    #expect(conflict.output.contains("/steps/approval/waitTime"))
    #expect(try tool("status").expectDone().contains("merge of side, 1 conflict left"))
    #expect(try tool("merge", "side").status == 78)
    #expect(try tool("resolve").status == 1)
    #expect(try tool("resolve", "/steps/approval/waittime", "--ours").errors.contains("/steps/approval/waitTime"))
    #expect(try tool("resolve", "/steps/approval/waitTime", "--theirs").expectDone().contains("content v3"))
    let map = try tool("show", "v3", "--format", "map").expectDone()
    #expect(map.contains("Content, legal's view") && map.contains("\"waitTime\": \"1d\""))
    #expect(tool.scratch.read("content/current.json") == map)
  }

  @Test("A value of one's own, all at once, or giving up")
  func resolveOtherwise() throws {
    let tool = try diverged()
    #expect(try tool("merge", "side").status == 1)
    try tool("merge", "--abort").expectDone()
    #expect(try tool("status").expectDone().contains("conflict") == false)
    #expect(try tool("merge", "side").status == 1)
    #expect(try tool("resolve", "/steps/approval/waitTime", "--value", "\"soon\"").status == 1)
    #expect(try tool("resolve", "--all", "--base").status == 1)
    try tool("merge", "--abort").expectDone()
    #expect(try tool("merge", "side").status == 1)
    #expect(try tool("resolve", "/steps/approval/waitTime", "--value", "4d").expectDone().contains("content v3"))
    #expect(try tool("show", "v3", "--format", "map").expectDone().contains("\"waitTime\": \"4d\""))
  }

  @Test("An adoption merges by meaning where the main line moved on")
  func adoptMerging() throws {
    let tool = try Tool.archive(Tool.map(wait: "3d"))
    try tool("experiment", "start", "slots", "--hypothesis", "Slots halve the wait").expectDone()
    try tool.scratch.write(Tool.map(wait: "1d"), to: "attempt.json")
    try tool("experiment", "commit", "slots", "-m", "Two weeks", "--from", "attempt.json").expectDone()
    try tool.scratch.write(Tool.map(wait: "3d", title: "Another title"), to: "content/current.json")
    try tool("commit", "-m", "Renamed").expectDone()
    try tool("experiment", "adopt", "slots").expectDone()
    let map = try tool("show", "v3", "--format", "map").expectDone()
    #expect(map.contains("Another title") && map.contains("\"waitTime\": \"1d\""))
    #expect(try tool.scratch.git("log", "-1", "--format=%P").split(separator: " ").count == 2)
  }

  @Test("Comments are shown with the version and its step, and leave the version alone")
  func comment() throws {
    let tool = try Tool.archive(Tool.map())
    let head = try tool.scratch.git("rev-parse", "HEAD")
    try tool("comment", "v1", "Looks right to me").expectDone()
    try tool("comment", "latest", "--step", "approval", "Only on Fridays").expectDone()
    #expect(try tool("comment", "v1", "--step", "nope", "x").status == 66)
    let show = try tool("show", "v1").expectDone()
    #expect(show.contains("Looks right to me") && show.contains("approval: Only on Fridays"))
    #expect(try tool("log").expectDone().contains("[2 comments]"))
    #expect(try tool.scratch.git("rev-parse", "HEAD") == head)
  }

  @Test("verify names what is odd with a code, repair mends what can be derived and says so")
  func verify() throws {
    let tool = try Tool.archive(Tool.map())
    #expect(try tool("verify").expectDone() == "Checked 1 version of 1 stream: all is well.\n")
    try tool.scratch.git("tag", "-d", "content/v1")
    try tool.scratch.write(Tool.map(wait: "1d"), to: "content/current.json")
    try tool.scratch.git("commit", "-qam", "By hand")
    let found = try tool("verify", "--format", "json")
    #expect(found.status == 0)
    #expect(found.output.contains("missing-tag") && found.output.contains("not-canonical"))
    let mended = try tool("verify", "--repair").expectDone()
    #expect(mended.contains("mended  content: tags of v1, v2") && mended.contains("as v3"))
    #expect(try tool.scratch.git("tag") == "content/v1\ncontent/v2\ncontent/v3")
    try tool.scratch.write("{", to: "content/current.json")
    try tool.scratch.git("commit", "-qam", "Broken")
    let broken = try tool("verify")
    #expect(broken.status == 1)
    #expect(broken.output.contains("content v4") && broken.output.contains("[invalid-map]"))
  }

  @Test("A lock is named, waited for, and removed only when asked")
  func locks() throws {
    let tool = try Tool.archive(Tool.map())
    #expect(try tool("unlock").expectDone() == "There is no lock.\n")
    try tool.scratch.write("", to: ".git/refs/heads/main.lock")
    #expect(try tool("unlock").expectDone().contains("Left"))
    #expect(try tool("verify").output.contains("[lock]"))
    #expect(try tool("unlock", "--now").expectDone().contains("Removed"))
    try tool.scratch.write(Tool.map(wait: "1d"), to: "content/current.json")
    try tool("commit", "-m", "After the lock").expectDone()
  }

  @Test("maintain packs and loses nothing, not even what was undone")
  func maintain() throws {
    let tool = try Tool.archive(Tool.map(), Tool.map(wait: "1d"))
    try tool("undo").expectDone()
    try tool.scratch.git("reflog", "expire", "--expire=now", "--all")
    try tool("maintain").expectDone()
    #expect(try tool.scratch.git("count-objects", "-v").contains("packs: 1"))
    #expect(try tool("redo").expectDone().contains("content v2"))
  }
}
