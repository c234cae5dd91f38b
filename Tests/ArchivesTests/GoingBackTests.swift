import Archives
import TestSupport
import Testing
import ValueStreams

@Suite struct GoingBackTests {
  @Test("Restoring makes a new version with the old content")
  func restore() throws {
    let fixture = try Fixture()
    let first = try fixture.commit("One")
    try fixture.commit("Two")
    let version = try fixture.archive.commit(try fixture.archive.draft(restoring: first))
    #expect(version?.number == 3)
    #expect(version?.blob(.current) == first.blob(.current))
    #expect(fixture.scratch.read("content/current.json")?.contains("One") == true)
    #expect(try fixture.scratch.git("status", "--porcelain") == "")
  }

  @Test("Restoring does not overwrite an edit that was not committed")
  func restoreOverEdit() throws {
    let fixture = try Fixture()
    let first = try fixture.commit("One")
    try fixture.commit("Two")
    try fixture.scratch.write("my edit", to: "content/current.json")
    #expect(throws: ArchiveError.uncommitted(path: "content/current.json")) {
      try fixture.archive.draft(restoring: first)
    }
    #expect(fixture.scratch.read("content/current.json") == "my edit")
  }

  @Test("Undo takes the version and its tag back and keeps both commit and working file; redo brings it back")
  func undoAndRedo() throws {
    let fixture = try Fixture()
    try fixture.commit("One")
    let second = try fixture.commit("Two")
    #expect(try fixture.archive.undo() == second)
    #expect(try fixture.scratch.git("tag") == "content/v1")
    #expect(try fixture.archive.latest(of: "content")?.number == 1)
    #expect(fixture.scratch.read("content/current.json")?.contains("Two") == true)
    #expect(try fixture.scratch.git("status", "--porcelain") == "M content/current.json".prependingSpace)
    #expect(try fixture.scratch.git("rev-parse", "refs/vsmrepo/undone/\(second.commit)") == second.commit)
    #expect(try fixture.archive.redo() == second)
    #expect(try fixture.scratch.git("tag") == "content/v1\ncontent/v2")
    #expect(try fixture.scratch.git("for-each-ref", "refs/vsmrepo") == "")
    #expect(try fixture.scratch.git("status", "--porcelain") == "")
    #expect(throws: ArchiveError.nothingToRedo) { try fixture.archive.redo() }
  }

  @Test("The first commit of all can be undone, and what was undone can be committed again")
  func undoFirst() throws {
    let scratch = try Scratch()
    try scratch.git("init", "-q")
    let archive = try Archive.open(at: scratch.path)
    let draft = Draft(
      stream: "content", maps: [.current: Fixture.map("One")], base: nil, message: Message(subject: "One"))
    #expect(try archive.commit(draft)?.number == 1)
    #expect(try archive.undo().number == 1)
    #expect(try scratch.git("for-each-ref", "refs/heads", "refs/tags") == "")
    #expect(throws: ArchiveError.cannotUndo(.nothing)) { try archive.undo() }
    #expect(try archive.redo().number == 1)
  }

  @Test("What is no version, and what a remote has, is not undone")
  func undoRefused() throws {
    let fixture = try Fixture()
    #expect(throws: ArchiveError.cannotUndo(.noVersion(subject: "Start an archive of value stream maps"))) {
      try fixture.archive.undo()
    }
    let version = try fixture.commit("One")
    let remote = try Scratch()
    try remote.git("init", "-q", "--bare")
    try fixture.scratch.git("remote", "add", "origin", remote.path)
    try fixture.scratch.git("push", "-q", "origin", "main")
    #expect(throws: ArchiveError.cannotUndo(.published(version))) { try fixture.archive.undo() }
  }
}

extension String {
  fileprivate var prependingSpace: String { " " + self }
}
