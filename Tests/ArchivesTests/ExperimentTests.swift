import Archives
import TestSupport
import Testing
import ValueStreams

@Suite struct ExperimentTests {
  private func started() throws -> Fixture {
    let fixture = try Fixture()
    try fixture.commit("One")
    _ = try fixture.archive.startExperiment("one-approver", stream: "content", hypothesis: "One approver is faster")
    return fixture
  }

  private func attempt(_ fixture: Fixture, _ title: String) throws {
    let draft = Draft(
      stream: "content", maps: [.current: Fixture.map(title)], base: nil, message: Message(subject: title))
    #expect(try fixture.archive.commit(draft, toExperiment: "one-approver") != nil)
  }

  @Test("Attempts stand on a branch of their own, numbered, and leave main line and working copy alone")
  func attempts() throws {
    let fixture = try started()
    try attempt(fixture, "Try 1")
    try attempt(fixture, "Try 2")
    #expect(try fixture.archive.latest(of: "content")?.number == 1)
    #expect(try fixture.scratch.git("status", "--porcelain") == "")
    #expect(try fixture.scratch.git("symbolic-ref", "--short", "HEAD") == "main")
    let experiment = try #require(try fixture.archive.experiments().first)
    #expect(experiment.hypothesis == "One approver is faster")
    #expect(experiment.attempts.map(\.subject) == ["Try 1", "Try 2"])
    #expect(try fixture.archive.resolve("one-approver").version?.subject == "Try 2")
    #expect(try fixture.archive.resolve("one-approver.1").version?.subject == "Try 1")
    #expect(throws: ArchiveError.unknownRevision("one-approver.7", nearest: ["one-approver.1", "one-approver.2"])) {
      try fixture.archive.resolve("one-approver.7")
    }
  }

  @Test("Adopting makes the experiment the next version, as a merge that travels with the main line")
  func adopt() throws {
    let fixture = try started()
    try attempt(fixture, "Try 1")
    let adoption = try fixture.archive.adoption(of: "one-approver")
    #expect(adoption.undecided.isEmpty)
    let version = try #require(try fixture.archive.adopt(adoption, learned: "It works"))
    #expect(version.number == 2)
    #expect(version.parents.count == 2)
    #expect(version.message["Outcome"] == "adopted")
    #expect(fixture.scratch.read("content/current.json")?.contains("Try 1") == true)
    #expect(try fixture.scratch.git("status", "--porcelain") == "")
    let experiment = try #require(try fixture.archive.experiments().first)
    #expect(experiment.outcome == .adopted)
    #expect(experiment.learned == "It works")
    #expect(try fixture.archive.resolve("one-approver.1").version?.subject == "Try 1")
    #expect(throws: ArchiveError.experimentEnded("one-approver")) {
      try fixture.archive.reject("one-approver", learned: "")
    }
    #expect(throws: ArchiveError.experimentExists("one-approver")) {
      try fixture.archive.startExperiment("one-approver", stream: "content", hypothesis: "again")
    }
  }

  @Test("When the main line moved on, the three maps are handed out and what was merged becomes the version")
  func adoptAfterMove() throws {
    let fixture = try started()
    try attempt(fixture, "Try 1")
    try fixture.commit("Two")
    let adoption = try fixture.archive.adoption(of: "one-approver")
    let sides = try #require(adoption.undecided[.current])
    #expect(sides.base == Fixture.map("One"))
    #expect(sides.ours == Fixture.map("Two"))
    #expect(sides.theirs == Fixture.map("Try 1"))
    try fixture.commit("Three")
    #expect(throws: ArchiveError.overtaken(stream: "content", version: 3)) {
      try fixture.archive.adopt(adoption, merged: [.current: Fixture.map("Merged")])
    }
    let again = try fixture.archive.adoption(of: "one-approver")
    #expect(try fixture.archive.adopt(again, merged: [.current: Fixture.map("Merged")])?.number == 4)
    #expect(try fixture.scratch.git("show", "content/v4:content/current.json").contains("Merged"))
  }

  @Test("Rejecting keeps the map and what was learnt, and is no version")
  func reject() throws {
    let fixture = try started()
    try attempt(fixture, "Try 1")
    try fixture.archive.reject("one-approver", learned: "Two eyes see more")
    #expect(try fixture.archive.latest(of: "content")?.number == 1)
    let experiment = try #require(try fixture.archive.experiments().first)
    #expect(experiment.outcome == .rejected)
    #expect(experiment.learned == "Two eyes see more")
    #expect(try fixture.commit("Two").number == 2)
    #expect(try fixture.scratch.git("fsck", "--strict") == "")
  }

  @Test(
    "Names that would read as something else are refused", arguments: ["v3", "a/b", "latest", "x.1", "", "2026-01-01"])
  func names(name: String) throws {
    let fixture = try Fixture()
    try fixture.commit("One")
    #expect(throws: ArchiveError.invalidExperimentName(name)) {
      try fixture.archive.startExperiment(name, stream: "content", hypothesis: "x")
    }
  }
}
