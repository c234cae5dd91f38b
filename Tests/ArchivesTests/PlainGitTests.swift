import Archives
import Foundation
import TestSupport
import Testing
import ValueStreams

/// Plain git beside vsmrepo: whatever it does, numbers stay as they are defined.
@Suite struct PlainGitTests {
  private func text(_ title: String) -> String { String(decoding: Fixture.map(title), as: UTF8.self) }

  @Test("Commits, merges and reverts by git are versions of the first-parent line")
  func mergesAndReverts() throws {
    let fixture = try Fixture()
    try fixture.commit("One")
    try fixture.scratch.git("checkout", "-qb", "topic")
    try fixture.scratch.write(text("Two"), to: "content/current.json")
    try fixture.scratch.git("commit", "-qam", "on a branch")
    try fixture.scratch.git("checkout", "-q", "main")
    try fixture.scratch.git("merge", "-q", "--no-ff", "-m", "merged", "topic")
    try fixture.scratch.git("revert", "--no-edit", "-m", "1", "HEAD")
    #expect(try fixture.archive.versions(of: "content").map(\.subject) == [#"Revert "merged""#, "merged", "One"])
    #expect(try fixture.archive.versions(of: "content").map(\.number) == [3, 2, 1])
    let topic = try fixture.archive.resolve("topic")
    #expect(try fixture.archive.bytes(of: topic) == Fixture.map("Two"))
  }

  @Test("A folder that moved is a new stream, and the old one ends with a version without a map")
  func moved() throws {
    let fixture = try Fixture()
    try fixture.commit("One")
    try fixture.scratch.git("mv", "content", "articles")
    try fixture.scratch.git("commit", "-qm", "moved")
    #expect(try fixture.archive.committedStreams() == ["articles"])
    #expect(try fixture.archive.latest(of: "articles")?.number == 1)
    let last = try #require(try fixture.archive.latest(of: "content"))
    #expect(last.number == 2)
    #expect(!last.has(.current))
  }

  @Test("A walk through the versions knows the maps that each commit holds")
  func mapsOfWalk() throws {
    let fixture = try Fixture()
    try fixture.commit("One")
    try fixture.commit("Other", to: "other")
    func change(_ file: String, _ text: String?) throws {
      if let text { try fixture.scratch.write(text, to: file) } else { try fixture.scratch.git("rm", "-q", file) }
      try fixture.scratch.git("add", "-A")
      try fixture.scratch.git("commit", "-qm", file)
    }
    try change("content/future.json", text("Then"))
    // From here on the index knows the versions before, and is continued.
    #expect(try fixture.archive.versions(of: "content").map(\.number) == [2, 1])
    try change("content/current.json", text("Two"))
    try change("content/future.json", nil)
    try change("content/notes.txt", "no map")
    try change("content/current.json", nil)
    try change("content/current.json", text("Three"))
    for _ in 1...2 {
      let walked = try fixture.archive.versions(of: "content")
      #expect(walked.map(\.number) == [6, 5, 4, 3, 2, 1])
      for version in walked { #expect(try version == fixture.archive.version(version.number, of: "content")) }
      // The second time everything is counted and looked up anew.
      try FileManager.default.removeItem(atPath: fixture.scratch.path + "/.git/vsmrepo/history")
    }
  }

  @Test(
    "A tag that states a number past all measure, or below one, is nobody's version",
    arguments: ["5000000000", "9223372036854775807", "99999999999999999999", "-5"])
  func oddNumbers(number: String) throws {
    let fixture = try Fixture()
    try fixture.commit("One")
    // The index knows the first version, and is continued past the second.
    #expect(try fixture.archive.versions(of: "content").map(\.number) == [1])
    try fixture.scratch.write(text("Two"), to: "content/current.json")
    let trailers = "Stream: content\nVersion: \(number)\nMade-By: vsmrepo"
    try fixture.scratch.git("commit", "-qam", "Two\n\n\(trailers)")
    try fixture.scratch.run("git", ["tag", "-a", "-m", "x\n\n\(trailers)", "content/v\(number)"])
    for _ in 1...2 {
      #expect(try fixture.archive.versions(of: "content").map(\.number) == [2, 1])
      #expect(try fixture.archive.latest(of: "content")?.number == 2)
      try FileManager.default.removeItem(atPath: fixture.scratch.path + "/.git/vsmrepo/history")
    }
    #expect(try fixture.commit("Three").number == 3)
  }

  @Test("A damaged reference beside it keeps nobody from undoing and making again")
  func damagedReference() throws {
    let fixture = try Fixture()
    try fixture.commit("One")
    try fixture.commit("Two")
    for file in [".git/refs/remotes/origin/x", ".git/refs/vsmrepo/undone/x"] { try fixture.scratch.write("", to: file) }
    #expect(try fixture.archive.undo().number == 2)
    #expect(try fixture.archive.redo().number == 2)
  }

  @Test("Somebody else's current.json is left alone")
  func notAMap() throws {
    let fixture = try Fixture()
    try fixture.scratch.write(#"{"format": "something", "x": {"format": "vsm-map/1"}}"#, to: "other/current.json")
    try fixture.scratch.git("add", ".")
    try fixture.scratch.git("commit", "-qm", "x")
    #expect(try fixture.archive.streams() == [])
    #expect(try fixture.archive.latest(of: "other") == nil)
  }

  @Test("Line-ending conversion touches neither the bytes in git nor the status")
  func autocrlf() throws {
    let fixture = try Fixture()
    try fixture.scratch.git("config", "core.autocrlf", "true")
    try fixture.commit("One")
    try fixture.scratch.write(text("Two"), to: "content/current.json")
    var draft = Draft(
      stream: "content", maps: [.current: Fixture.map("Two")], base: try fixture.archive.latest(of: "content"),
      message: Message(subject: "Two"))
    draft.seen = [.current: Fixture.map("Two")]
    #expect(try fixture.archive.commit(draft)?.number == 2)
    #expect(try fixture.scratch.git("status", "--porcelain") == "")
    #expect(try fixture.archive.bytes(of: fixture.archive.version(2, of: "content")) == Fixture.map("Two"))
  }

  @Test("Packing and collecting garbage loses nothing: undone versions, experiments and comments stay")
  func collectedGarbage() throws {
    let fixture = try Fixture()
    let first = try fixture.commit("One")
    let second = try fixture.commit("Two")
    _ = try fixture.archive.comment("Fine", on: first)
    _ = try fixture.archive.undo()
    _ = try fixture.archive.startExperiment("faster", stream: "content", hypothesis: "It is faster")
    try fixture.scratch.git("reflog", "expire", "--expire=now", "--all")
    try fixture.scratch.git("gc", "-q", "--prune=now")
    let archive = try Archive.open(at: fixture.scratch.path)
    #expect(try archive.redo().commit == second.commit)
    #expect(try archive.comments(on: first).map(\.text) == ["Fine"])
    #expect(try archive.experiments().map(\.name) == ["faster"])
    #expect(try archive.verify() == [])
  }

  @Test("A commit without parents in the middle, a ref to a tree and a huge map neither crash nor hide the rest")
  func oddObjects() throws {
    let fixture = try Fixture()
    try fixture.commit("One")
    let tree = try fixture.scratch.git("rev-parse", "HEAD^{tree}")
    try fixture.scratch.git("update-ref", "refs/tags/content/v9", tree)
    let orphan = try fixture.scratch.git("commit-tree", tree, "-m", "orphan")
    try fixture.scratch.git("update-ref", "refs/heads/main", orphan)
    #expect(try fixture.archive.latest(of: "content")?.subject == "orphan")
    try fixture.scratch.run(
      "sh",
      [
        "-c",
        "printf '{\"format\": \"vsm-map/1\"' > content/current.json; head -c 20000000 /dev/zero >> content/current.json",
      ])
    try fixture.scratch.git("commit", "-qam", "huge")
    let latest = try #require(try fixture.archive.latest(of: "content"))
    #expect(throws: ArchiveError.tooLarge(path: "content/current.json", bytes: 20_000_022)) {
      try fixture.archive.bytes(of: latest)
    }
    #expect(throws: ArchiveError.tooLarge(path: "content/current.json", bytes: 20_000_022)) {
      try fixture.archive.workingBytes(of: "content", .current)
    }
    #expect(try fixture.archive.verify().map(\.code).contains(.tooLarge))
  }

  @Test("A map of a gigabyte is refused by its size, in the working copy and in a commit, without being read")
  func gigabyte() throws {
    let fixture = try Fixture()
    try fixture.commit("One")
    // A file with a hole: it is a gigabyte for whoever reads it, and takes no room here.
    try fixture.scratch.run("truncate", ["-s", "1G", "content/current.json"])
    let error = ArchiveError.tooLarge(path: "content/current.json", bytes: 1 << 30)
    #expect(throws: error) { try fixture.archive.workingBytes(of: "content", .current) }
    try fixture.scratch.git("-c", "core.compression=1", "commit", "-qam", "huge")
    let latest = try #require(try fixture.archive.latest(of: "content"))
    #expect(throws: error) { try fixture.archive.bytes(of: latest) }
    let first = try #require(try fixture.archive.version(before: latest))
    #expect(try fixture.archive.bytes(of: first) == Fixture.map("One"))
    #expect(try fixture.archive.verify().map(\.code).contains(.tooLarge))
  }

  @Test("Tens of thousands of tags, some named like versions, change no number and hide nothing")
  func manyTags() throws {
    let fixture = try Fixture()
    let first = try fixture.commit("One")
    let tags = (2...20_000).flatMap { number in
      ["content/v\(number)", "release-\(number)"].map { "create refs/tags/\($0) \(first.commit)\n" }
    }
    try fixture.scratch.write(tags.joined(), to: ".git/tags-to-make")
    try fixture.scratch.run("sh", ["-c", "git update-ref --stdin < .git/tags-to-make"])
    let second = try fixture.commit("Two")
    #expect(second.number == 2)
    #expect(try fixture.archive.versions(of: "content").map(\.number) == [2, 1])
    #expect(try fixture.archive.version(2, of: "content").commit == second.commit)
    let findings = try fixture.archive.verify()
    #expect(findings.contains { $0.code == .foreignTag })
    try fixture.scratch.git("pack-refs", "--all")
    #expect(try fixture.commit("Three").number == 3)
    #expect(try fixture.scratch.git("rev-parse", "content/v2^{commit}") == first.commit)
  }

  @Test("Symbolic links are not followed, neither in the working copy nor in a commit")
  func links() throws {
    let fixture = try Fixture()
    let secret = try Scratch()
    try secret.write(text("Secret"), to: "current.json")
    try fixture.scratch.run("ln", ["-s", secret.path, "linked"])
    try fixture.scratch.run("mkdir", ["content"])
    try fixture.scratch.run("ln", ["-s", secret.path + "/current.json", "content/current.json"])
    #expect(try fixture.archive.workingStreams() == [])
    #expect(throws: ArchiveError.symbolicLink(path: "content/current.json")) {
      try fixture.archive.workingBytes(of: "content", .current)
    }
    #expect(throws: ArchiveError.symbolicLink(path: "linked/current.json")) {
      try fixture.archive.workingBytes(of: "linked", .current)
    }
    #expect(throws: ArchiveError.symbolicLink(path: "content/current.json")) { try fixture.commit("One") }
    #expect(throws: ArchiveError.symbolicLink(path: "linked/current.json")) { try fixture.commit("One", to: "linked") }
    try fixture.scratch.git("add", ".")
    try fixture.scratch.git("commit", "-qm", "links")
    #expect(try fixture.archive.committedStreams() == [])
    #expect(secret.read("current.json") == text("Secret"))
  }
}
