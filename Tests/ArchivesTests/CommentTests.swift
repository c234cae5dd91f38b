import Archives
import TestSupport
import Testing

@Suite struct CommentTests {
  @Test("Comments stand on their version, for the map or for a step, in the order in which they were made")
  func comments() throws {
    let fixture = try Fixture()
    let version = try fixture.commit("One")
    _ = try fixture.archive.comment("Looks \"right\"\nto me", on: version)
    _ = try fixture.archive.comment("Too slow", on: version, step: "copy")
    let comments = try fixture.archive.comments(on: version)
    #expect(comments.map(\.text) == ["Looks \"right\"\nto me", "Too slow"])
    #expect(comments.map(\.step) == [nil, "copy"])
    #expect(comments[0].author == "Ada <ada@example.org>")
    #expect(try fixture.scratch.git("notes", "--ref=vsmrepo", "show", version.commit).split(separator: "\n").count == 2)
    #expect(try fixture.scratch.git("fsck", "--strict") == "")
  }

  @Test("Two people's notes unite line by line")
  func union() throws {
    let fixture = try Fixture()
    let version = try fixture.commit("One")
    _ = try fixture.archive.comment("First", on: version)
    try fixture.scratch.git("update-ref", "refs/notes/theirs", "refs/notes/vsmrepo")
    try fixture.scratch.git("notes", "--ref=theirs", "append", "-m", #"{"text":"Theirs"}"#, version.commit)
    _ = try fixture.archive.comment("Mine", on: version)
    try fixture.archive.uniteComments(from: "refs/notes/theirs")
    #expect(try fixture.archive.comments(on: version).map(\.text) == ["First", "Mine", "Theirs"])
  }

  @Test("A note that is binary or no comment is passed over, and verify says so")
  func oddNote() throws {
    let fixture = try Fixture()
    let version = try fixture.commit("One")
    _ = try fixture.archive.comment("Fine", on: version)
    try fixture.scratch.run(
      "sh",
      [
        "-c",
        "printf '\\000\\377\\n' > blob && git notes --ref=vsmrepo add -f -C $(git hash-object -w blob) \(version.commit)",
      ])
    #expect(try fixture.archive.comments(on: version) == [])
    #expect(try fixture.archive.verify().map(\.code).contains(.oddNote))
  }
}
