import Archives
import Foundation
import TestSupport
import Testing
import ValueStreams

@Suite struct OpeningTests {
  private func draft(_ title: String, base: Version? = nil) -> Draft {
    Draft(stream: "content", maps: [.current: Fixture.map(title)], base: base, message: Message(subject: title))
  }

  @Test("Making an archive twice changes nothing, and a repository that exists keeps what it has")
  func twice() throws {
    let scratch = try Scratch()
    try scratch.git("init", "-q", "-b", "trunk")
    try scratch.write("*.png binary\n", to: ".gitattributes")
    try scratch.git("add", ".")
    try scratch.git("commit", "-qm", "before")
    let schema = Array("{}\n".utf8)
    #expect(try Archive.create(at: scratch.path, schema: schema).did == .completed)
    let tip = try scratch.git("rev-parse", "HEAD")
    #expect(try Archive.create(at: scratch.path, schema: schema).did == .alreadyThere)
    #expect(try scratch.git("rev-parse", "HEAD") == tip)
    #expect(scratch.read(".gitattributes")?.hasPrefix("*.png binary\n") == true)
    #expect(try scratch.git("config", "vsmrepo.branch") == "trunk")
    #expect(try scratch.git("status", "--porcelain") == "")
    #expect(try Archive.open(at: scratch.path).streams() == [])
  }

  @Test("A folder outside any repository is no archive")
  func noArchive() throws {
    let scratch = try Scratch()
    #expect(throws: ArchiveError.notAnArchive(path: scratch.path)) { try Archive.open(at: scratch.path) }
  }

  @Test("Somebody else's repository is refused with its owner's name", .enabled(if: geteuid() == 0))
  func foreignOwner() throws {
    let scratch = try Scratch()
    try scratch.git("init", "-q")
    try scratch.run("chown", ["-R", "nobody", "."])
    #expect {
      try Archive.open(at: scratch.path)
    } throws: { error in
      if case ArchiveError.foreignOwner(_, "nobody") = error { true } else { false }
    }
  }

  @Test("An extension that cannot be read is named")
  func extensions() throws {
    let scratch = try Scratch()
    try scratch.git("init", "-q")
    try scratch.git("config", "core.repositoryFormatVersion", "1")
    try scratch.git("config", "extensions.partialClone", "origin")
    #expect {
      try Archive.open(at: scratch.path)
    } throws: { error in
      if case ArchiveError.unsupported(_, let feature) = error {
        feature.lowercased().contains("partialclone")
      } else {
        false
      }
    }
  }

  @Test("Opening an archive reads none of the system's certificates: nothing connects through libgit2")
  func certificates() throws {
    let scratch = try Scratch()
    _ = try scratch.probe("init")
    let calls = scratch.path + "/calls"
    try scratch.run("strace", ["-f", "-e", "trace=open,openat", "-o", calls, Scratch.probe, "verify", scratch.path])
    let opened = try #require(scratch.read("calls")).split(separator: "\n").filter { $0.contains("\"") }
    #expect(opened.contains { $0.contains(".git/config") })
    #expect(opened.filter { $0.contains("/certs/") || $0.contains("/ssl/") }.isEmpty)
  }

  @Test("A split index stops a commit before anything is written")
  func splitIndex() throws {
    let fixture = try Fixture()
    try fixture.commit("One")
    try fixture.scratch.git("update-index", "--split-index")
    let before = try fixture.scratch.git("for-each-ref")
    #expect {
      try fixture.commit("Two")
    } throws: { error in
      if case ArchiveError.unsupported(_, "split index") = error { true } else { false }
    }
    #expect(try fixture.scratch.git("for-each-ref") == before)
    #expect(fixture.scratch.read("content/current.json") == String(decoding: Fixture.map("One"), as: UTF8.self))
    #expect(!FileManager.default.fileExists(atPath: fixture.scratch.path + "/.git/index.lock"))
  }

  @Test(
    "Away from the main line nothing is written: another branch, a detached HEAD, another worktree, a merge under way")
  func elsewhere() throws {
    let fixture = try Fixture()
    let base = try fixture.commit("One")
    try fixture.scratch.git("checkout", "-qb", "topic")
    #expect(throws: ArchiveError.otherBranch("topic", mainLine: "main")) {
      try fixture.archive.commit(draft("Two", base: base))
    }
    try fixture.scratch.git("worktree", "add", "-q", "../\(UUID().uuidString)", "main")
    #expect {
      try fixture.archive.commit(draft("Two", base: base))
    } throws: { error in
      if case ArchiveError.checkedOutElsewhere("main", _) = error { true } else { false }
    }
    let other = try fixture.scratch.git("worktree", "list").split(separator: "\n").last?.split(separator: " ").first
    let there = try Archive.open(at: String(other ?? ""))
    #expect(try there.commit(draft("Two", base: base))?.number == 2)
    try fixture.scratch.git("worktree", "remove", String(other ?? ""))
    try fixture.scratch.git("checkout", "-q", "--detach", "main")
    #expect(throws: ArchiveError.detachedHead(mainLine: "main")) {
      try fixture.archive.commit(draft("Three", base: base))
    }
    #expect(try fixture.archive.versions(of: "content").count == 2)
  }

  @Test("Several branches and nothing that says which is the main line is an error that lists them")
  func noMainLine() throws {
    let scratch = try Scratch()
    try scratch.git("init", "-q")
    try scratch.git("commit", "-q", "--allow-empty", "-m", "x")
    try scratch.git("branch", "other")
    let archive = try Archive.open(at: scratch.path)
    #expect(throws: ArchiveError.noMainLine(branches: ["main", "other"])) { try archive.latest(of: "content") }
  }

  @Test("A shallow clone resolves what its tags reach, and says so for the rest")
  func shallow() throws {
    let fixture = try Fixture()
    for number in 1...5 { try fixture.commit("Map \(number)") }
    let clone = try Scratch()
    try clone.git("clone", "-q", "--depth", "2", "file://" + fixture.scratch.path, "c")
    let archive = try Archive.open(at: clone.path + "/c")
    #expect(try archive.latest(of: "content")?.number == 5)
    #expect(try archive.version(4, of: "content").subject == "Map 4")
    #expect(throws: ArchiveError.shallow("v2")) { try archive.version(2, of: "content") }
    #expect(throws: ArchiveError.shallow("content")) { try archive.versions(of: "content") }
    #expect(try archive.versions(of: "content", limit: 2).map(\.number) == [5, 4])
  }

  @Test("A bare repository is read and committed to")
  func bare() throws {
    let fixture = try Fixture(bare: true)
    try fixture.commit("One")
    #expect(try fixture.commit("Two").number == 2)
    #expect(try fixture.archive.resolve("").version?.number == 2)
    #expect(try fixture.scratch.git("fsck", "--strict") == "")
  }

  @Test("A tag name that cannot be is reported before anything is written")
  func takenName() throws {
    let fixture = try Fixture()
    try fixture.scratch.git("tag", "content")
    let before = try fixture.scratch.git("for-each-ref")
    #expect(throws: ArchiveError.nameTaken("refs/tags/content/v1", by: "refs/tags/content")) {
      try fixture.commit("One")
    }
    #expect(try fixture.scratch.git("for-each-ref") == before)
    #expect(fixture.scratch.read("content/current.json") == nil)
  }

  @Test(
    "Names that cannot be streams are refused with the reason",
    arguments: [
      ("", StreamName.Problem.root), ("a//b", .emptyComponent), ("../x", .emptyComponent),
      (".hidden", .leadingDot(".hidden")),
      ("a/v3", .looksLikeVersion("v3")), ("a b", .character(" ", in: "a b")), ("x.lock", .notForTags("x.lock")),
      ("\u{202E}evil", .character("\u{202E}", in: "\u{202E}evil")),
    ])
  func names(name: String, problem: StreamName.Problem) {
    #expect(StreamName.problem(with: name) == problem)
  }
}
