import Foundation
import TestSupport
import Testing

/// Two people and a repository between them.
@Suite("Sharing") struct SharingTests {
  /// A map in which the copy's and the approval's waits can differ.
  static func map(copy: String = "1d", approval: String = "3d", title: String = "Content") -> String {
    Tool.map(wait: approval, title: title).replacing(
      "\"waitTime\":\"1d\",\"processTime\":\"4h\"", with: "\"waitTime\":\"\(copy)\",\"processTime\":\"4h\"")
  }

  @Test("Versions travel with their numbers, tags and comments; who comes later is renumbered, published numbers stay")
  func travel() throws {
    let team = try Team(Self.map(), others: "bob")
    #expect(try team.git("bob", "tag") == "content/v1")
    try team.commit(Self.map(approval: "2d"), "Approval", as: "bob")
    #expect(try team.git("bob", "tag") == "content/v1", "a draft has no tag")
    try team("bob", "comment", "v2", "Legal has time").expectDone()
    #expect(try team("bob", "push").expectDone().contains("On origin now, with the comments:\ncontent v2"))
    #expect(try team.git("bob", "tag") == "content/v1\ncontent/v2")

    try team.commit(Self.map(copy: "2d"), "Copy", as: "ada")
    try team("ada", "comment", "v2", "My draft").expectDone()
    let early = try team("ada", "push")
    #expect(early.status == 75)
    #expect(early.errors.contains("vsmrepo pull, then vsmrepo push again"))
    let pull = try team("ada", "pull").expectDone()
    #expect(pull.contains("From origin, 1 comment taken in:\ncontent v2"))
    #expect(pull.contains("On top of it, yours:\ncontent v3"))
    #expect(pull.contains("Lead time 3d 5h → 4d 5h (+1d, +28 %): waits +1d."))
    try team("ada", "push").expectDone()
    try team("bob", "pull").expectDone()
    for who in ["ada", "bob"] {
      #expect(try team.story(who) == ["content/v1 Cycle 1", "content/v2 Approval", "content/v3 Copy"])
      #expect(try team(who, "show", "v2").expectDone().contains("Legal has time"))
      #expect(try team(who, "show", "v3").expectDone().contains("My draft"))
      #expect(try team(who, "show", "v3", "--format", "map").expectDone().contains("\"waitTime\": \"2d\""))
      #expect(try team(who, "verify").expectDone().contains("all is well"))
      #expect(try team.git(who, "status", "--porcelain").isEmpty)
      #expect(try team(who, "pull").expectDone() == "Nothing new on origin.\n")
    }
    #expect(try team.git("ada", "log", "-1", "--format=%b").contains("Version: 3"))
    #expect(try team("ada", "push").expectDone() == "origin has it all already.\n")
    #expect(
      try team.git("hub.git", "for-each-ref", "--format=%(refname)", "refs/tags", "refs/notes")
        == "refs/notes/vsmrepo\nrefs/tags/content/v1\nrefs/tags/content/v2\nrefs/tags/content/v3")
  }

  @Test("A conflict stops pull, waits through restarts, and is given up or resolved")
  func conflict() throws {
    let team = try Team(Self.map(), others: "bob")
    try team.commit(Self.map(approval: "2d"), "Bob's view", as: "bob")
    try team("bob", "push").expectDone()
    try team.commit(Self.map(approval: "1d"), "Ada's view", as: "ada")
    try team.commit(Self.map(approval: "1d", title: "Ours"), "A title", as: "ada")
    let head = try team.git("ada", "rev-parse", "HEAD")
    let stopped = try team("ada", "pull")
    #expect(stopped.status == 1)
    #expect(stopped.output.contains("/steps/approval/waitTime"))
    #expect(try team("ada", "status").expectDone().contains("pull from origin, at “Ada's view”, 1 conflict left"))
    #expect(try team.git("ada", "rev-parse", "HEAD") == head)
    #expect(try team("ada", "pull").status == 78)
    try team("ada", "merge", "--abort").expectDone()
    #expect(try team.git("ada", "for-each-ref", "refs/vsmrepo/replaying").isEmpty)
    #expect(try team("ada", "resolve").status == 66)

    #expect(try team("ada", "pull").status == 1)
    #expect(try team.git("ada", "gc", "--prune=now", "--quiet").isEmpty)
    let done = try team("ada", "resolve", "/steps/approval/waitTime", "--ours").expectDone()
    #expect(done.contains("content v3") && done.contains("content v4"))
    #expect(
      try team.story("ada").map { $0.split(separator: " ", maxSplits: 1)[1] } == [
        "Cycle 1", "Bob's view", "Ada's view", "A title",
      ])
    #expect(team.scratch.read("ada/content/current.json")?.contains("\"waitTime\": \"1d\"") == true)
    #expect(try team.git("ada", "cat-file", "-t", head) == "commit", "what was committed stays reachable")
    try team("ada", "push").expectDone()
    #expect(try team("ada", "verify").expectDone().contains("all is well"))
  }

  @Test("What is in no version is never overwritten by a pull, and is in nobody's way elsewhere")
  func uncommitted() throws {
    let team = try Team(Self.map(), others: "bob")
    try team.commit(Self.map(approval: "2d"), "Bob's view", as: "bob")
    try team("bob", "push").expectDone()
    try team.scratch.write(Self.map(approval: "9d"), to: "ada/content/current.json")
    let refused = try team("ada", "pull")
    #expect(refused.status == 78)
    #expect(refused.errors.contains("content/current.json has changes that are in no version"))
    #expect(team.scratch.read("ada/content/current.json")?.contains("9d") == true)
    #expect(try team.story("ada") == ["content/v1 Cycle 1"])
    try team.git("ada", "checkout", "-q", "--", "content")
    try team.scratch.write("notes", to: "ada/notes.txt")
    try team.git("ada", "add", "notes.txt")
    try team("ada", "pull").expectDone()
    #expect(try team.git("ada", "status", "--porcelain") == "A  notes.txt")
  }
}
