import Archives
import TestSupport
import Testing
import ValueStreams

@Suite struct CommitTests {
  @Test("Versions are numbered from 1, tagged, and readable by plain git")
  func versionsAreNumberedAndTagged() throws {
    let fixture = try Fixture()
    for number in 1...3 {
      let version = try fixture.commit("Map \(number)", subject: "Cycle \(number)")
      #expect(version.number == number)
    }
    let log = try fixture.scratch.git("log", "--format=%s")
    #expect(log == "Cycle 3\nCycle 2\nCycle 1\nStart an archive of value stream maps")
    #expect(try fixture.scratch.git("tag") == "content/v1\ncontent/v2\ncontent/v3")
    #expect(try fixture.scratch.git("rev-parse", "content/v3^{commit}") == fixture.scratch.git("rev-parse", "HEAD"))
    #expect(try fixture.scratch.git("show", "content/v2:content/current.json").contains("Map 2"))
    #expect(try fixture.scratch.git("fsck", "--strict") == "")
    #expect(try fixture.scratch.git("status", "--porcelain") == "")
    #expect(
      try fixture.scratch.git("log", "-1", "--format=%(trailers)") == "Stream: content\nVersion: 3\n")
  }

  @Test("A map like the latest version makes no version")
  func nothingToCommit() throws {
    let fixture = try Fixture()
    try fixture.commit("Same")
    #expect(throws: Fixture.NothingToCommit.self) { try fixture.commit("Same") }
  }

  @Test("A draft made before somebody else's version is refused and leaves nothing behind")
  func overtaken() throws {
    let fixture = try Fixture()
    let base = try fixture.commit("One")
    try fixture.commit("Two")
    let before = try fixture.scratch.git("for-each-ref")
    let draft = Draft(
      stream: "content", maps: [.current: Fixture.map("Mine")], base: base, message: Message(subject: "Mine"))
    #expect(throws: ArchiveError.overtaken(stream: "content", version: 2)) { try fixture.archive.commit(draft) }
    #expect(try fixture.scratch.git("for-each-ref") == before)
    #expect(try fixture.scratch.git("status", "--porcelain") == "")
  }

  @Test("What somebody staged is not swept along, and stays staged")
  func stagedFilesStay() throws {
    let fixture = try Fixture()
    try fixture.commit("One")
    try fixture.scratch.write("hello", to: "notes.txt")
    try fixture.scratch.git("add", "notes.txt")
    try fixture.commit("Two")
    #expect(try fixture.scratch.git("show", "--name-only", "--format=") == "content/current.json")
    #expect(try fixture.scratch.git("status", "--porcelain") == "A  notes.txt")
  }

  @Test("The working file becomes canonical with its commit, and is left alone when it changed meanwhile")
  func workingFile() throws {
    let fixture = try Fixture()
    let written = #"{"format":"vsm-map/1","title":"One","steps":[{"id":"copy","name":"Write copy"}]}"#
    try fixture.scratch.write(written, to: "content/current.json")
    var draft = Draft(
      stream: "content", maps: [.current: Fixture.map("One")], base: nil, message: Message(subject: "One"),
      seen: [.current: Array("something else".utf8)])
    #expect(throws: ArchiveError.fileChanged(path: "content/current.json")) { try fixture.archive.commit(draft) }
    #expect(fixture.scratch.read("content/current.json") == written)
    #expect(try fixture.archive.latest(of: "content") == nil)
    draft.seen = [.current: Array(written.utf8)]
    let version = try fixture.archive.commit(draft)
    #expect(version?.number == 1)
    #expect(fixture.scratch.read("content/current.json") == String(decoding: Fixture.map("One"), as: UTF8.self))
    #expect(try fixture.scratch.git("status", "--porcelain") == "")
  }

  @Test("A version committed from elsewhere leaves an edited working file alone, and plain git does not revert it")
  func editedFileStays() throws {
    let fixture = try Fixture()
    try fixture.commit("One")
    try fixture.scratch.write("my edit", to: "content/current.json")
    try fixture.commit("Two")
    #expect(fixture.scratch.read("content/current.json") == "my edit")
    try fixture.scratch.git("commit", "--allow-empty", "-m", "other")
    #expect(try fixture.scratch.git("show", "HEAD:content/current.json").contains("Two"))
  }
}
