import Archives
import Testing
import ValueStreams

@Suite struct NamingTests {
  @Test(
    "Two revisions in one word are split at the last dots that no slash touches",
    arguments: [
      ("v3..v5", "v3", "v5", false), ("v3...v5", "v3", "v5", true), ("..v5", "", "v5", false),
      ("v3..", "v3", "", false), ("content@v1..v2:future", "content@v1", "v2:future", false),
      ("origin/main..v2", "origin/main", "v2", false),
    ])
  func pairs(word: String, left: String, right: String, fromMergeBase: Bool) {
    let pair = RevisionWords.pair(word)
    #expect(pair?.left == left)
    #expect(pair?.right == right)
    #expect(pair?.fromMergeBase == fromMergeBase)
  }

  @Test("Files and single revisions are no pairs", arguments: ["../a", "./x..y.json", "a.json", "v3", "/x", "a/../b"])
  func noPairs(word: String) {
    #expect(RevisionWords.pair(word) == nil)
  }

  @Test("Every way to name a version leads to it")
  func everyWay() throws {
    let fixture = try Fixture()
    var versions: [Version] = []
    for number in 1...5 { versions.append(try fixture.commit("Map \(number)")) }
    func number(_ word: String) throws -> Int? {
      guard case .version(let version) = try fixture.archive.resolve(word).place else { return nil }
      return version.number
    }
    #expect(try number("v3") == 3)
    #expect(try number("v-1") == 4)
    #expect(try number("latest") == 5)
    #expect(try number("content@v2") == 2)
    #expect(try number(versions[1].commit) == 2)
    #expect(try number(String(versions[1].commit.prefix(8))) == 2)
    #expect(try number("main") == 5)
    #expect(try number("2999-01-01") == 5)
    #expect(try fixture.archive.resolve("v2:future").state == .future)
    #expect(try fixture.archive.resolve("").place == .workingCopy)
  }

  @Test("What does not exist is answered with what does")
  func unknownNames() throws {
    let fixture = try Fixture()
    #expect(throws: ArchiveError.noStreams) { try fixture.archive.resolve("v1") }
    for number in 1...5 { try fixture.commit("Map \(number)") }
    let latest = try fixture.archive.version(5, of: "content")
    #expect(throws: ArchiveError.unknownVersion("v9", stream: "content", first: 1, latest: latest)) {
      try fixture.archive.resolve("v9")
    }
    #expect(throws: ArchiveError.unknownStream("contnt", nearest: ["content"])) {
      try fixture.archive.resolve("contnt@v1")
    }
    #expect(throws: ArchiveError.unknownRevision("latst", nearest: ["latest"])) { try fixture.archive.resolve("latst") }
    #expect(throws: ArchiveError.self) { try fixture.archive.resolve("1999-01-01") }
    try fixture.commit("Email", to: "growth/email")
    #expect(throws: ArchiveError.streamNeeded(["content", "growth/email"])) { try fixture.archive.resolve("v1") }
    let directory = (fixture.archive.workingDirectory ?? "") + "growth/email"
    #expect(try fixture.archive.resolve("v1", directory: directory).stream == "growth/email")
  }
}
