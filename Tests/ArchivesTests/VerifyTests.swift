import Archives
import TestSupport
import Testing
import ValueStreams

@Suite struct VerifyTests {
  @Test("A sound archive has no findings")
  func sound() throws {
    let fixture = try Fixture()
    for number in 1...3 { try fixture.commit("Map \(number)") }
    #expect(try fixture.archive.verify() == [])
  }

  @Test("Maps that plain git committed are versions; what is odd about them is named, and repair mends what it can")
  func plainGit() throws {
    let fixture = try Fixture()
    try fixture.commit("One")
    try fixture.scratch.write(
      #"{"format":"vsm-map/1","title":"Two","steps":[{"id":"copy","name":"Write copy"}]}"#, to: "content/current.json")
    try fixture.scratch.git("commit", "-qam", "by hand")
    #expect(try fixture.archive.latest(of: "content")?.number == 2)
    #expect(Set(try fixture.archive.verify().map(\.code)) == [.notCanonical, .missingTag])
    let repairs = try fixture.archive.repair()
    #expect(repairs.count == 2)
    #expect(repairs.first == .tagged(stream: "content", versions: [2]))
    #expect(try fixture.archive.latest(of: "content")?.number == 3)
    #expect(try fixture.archive.verify().map(\.code) == [.notCanonical])
    try fixture.scratch.write("{", to: "content/current.json")
    try fixture.scratch.git("commit", "-qam", "broken")
    #expect(try fixture.archive.latest(of: "content")?.number == 4)
    #expect(Set(try fixture.archive.verify().map(\.code)) == [.notCanonical, .invalidMap, .missingTag])
  }

  @Test("Somebody else's tag is named and never touched; a deleted tag comes back with the next version")
  func tags() throws {
    let fixture = try Fixture()
    try fixture.commit("One")
    try fixture.commit("Two")
    try fixture.scratch.git("tag", "content/v3", "HEAD~1")
    try fixture.scratch.git("tag", "-d", "content/v1")
    let foreign = try fixture.scratch.git("rev-parse", "content/v3")
    #expect(try fixture.commit("Three").number == 3)
    #expect(try fixture.scratch.git("rev-parse", "content/v3") == foreign)
    #expect(try fixture.scratch.git("tag") == "content/v1\ncontent/v2\ncontent/v3")
    #expect(try fixture.archive.verify().map(\.code) == [.foreignTag])
    #expect(try fixture.archive.version(3, of: "content").subject == "Three")
  }

  @Test("A rebase moves the tags of what was not published, and the numbers stay")
  func rebase() throws {
    let fixture = try Fixture()
    for number in 1...4 { try fixture.commit("Map \(number)") }
    try fixture.scratch.git("rebase", "-q", "--force-rebase", "HEAD~3", environment: ["GIT_COMMITTER_NAME": "Bob"])
    #expect(try fixture.archive.versions(of: "content").map(\.number) == [4, 3, 2, 1])
    #expect(Set(try fixture.archive.verify().map(\.code)) == [.movedTag])
    try fixture.commit("Map 5")
    #expect(try fixture.archive.verify() == [])
  }

  @Test("With a remote, versions are tagged once they are on its main line, and a published number stays")
  func remote() throws {
    let fixture = try Fixture()
    try fixture.commit("One")
    let remote = try Scratch()
    try remote.git("init", "-q", "--bare")
    try fixture.scratch.git("remote", "add", "origin", remote.path)
    try fixture.commit("Two")
    #expect(try fixture.scratch.git("tag") == "content/v1")
    try fixture.scratch.git("push", "-q", "origin", "main")
    try fixture.commit("Three")
    #expect(try fixture.scratch.git("tag") == "content/v1\ncontent/v2")
    #expect(try fixture.archive.version(3, of: "content").subject == "Three")
  }

  @Test("Every damaged or missing object is named, and all other versions stay readable")
  func damage() throws {
    for removes in [true, false] {
      let fixture = try Fixture()
      var versions: [Version] = []
      for number in 1...4 { versions.append(try fixture.commit("Map \(number)")) }
      let objects = try fixture.scratch.git("rev-list", "--objects", "--all", "--no-object-names").split(
        separator: "\n")
      for object in objects {
        let file = ".git/objects/\(object.prefix(2))/\(object.dropFirst(2))"
        try fixture.scratch.run("cp", ["-p", file, "saved"])
        if removes {
          try fixture.scratch.run("rm", ["-f", file])
        } else {
          try fixture.scratch.run(
            "sh", ["-c", "chmod u+w \(file) && printf x | dd of=\(file) bs=1 seek=9 conv=notrunc 2>&1"])
        }
        let archive = try Archive.open(at: fixture.scratch.path)
        let findings = try archive.verify()
        #expect(!findings.filter(\.code.isError).isEmpty || findings.contains { $0.code == .missingTag }, "\(object)")
        var readable = 0
        for version in versions {
          let read = try? archive.version(version.number, of: "content")
          if let read, let bytes = try? archive.bytes(of: read), bytes == Fixture.map("Map \(version.number)") {
            readable += 1
          } else {
            let named = findings.contains { $0.version == version.number && $0.code == .damagedObject }
            #expect(named, "\(object): v\(version.number) is neither readable nor named")
          }
        }
        #expect(readable >= 3, "\(object): only \(readable) versions can be read")
        try fixture.scratch.run("cp", ["-pf", "saved", file])
      }
    }
  }

  @Test("Locks are named, and removed only when they are old or it is asked for")
  func locks() throws {
    let fixture = try Fixture()
    try fixture.commit("One")
    try fixture.scratch.write("", to: ".git/refs/heads/main.lock")
    var impatient = fixture.archive
    impatient.setPatience(seconds: 0.05)
    let draft = Draft(
      stream: "content", maps: [.current: Fixture.map("Two")], base: try impatient.latest(of: "content"),
      message: Message(subject: "Two"))
    #expect {
      try impatient.commit(draft)
    } throws: { error in
      if case ArchiveError.locked(let path, _) = error { path.hasSuffix(".git/refs/heads/main.lock") } else { false }
    }
    #expect(try fixture.scratch.git("status", "--porcelain") == "")
    #expect(try fixture.archive.verify().map(\.code) == [.lock])
    #expect(try fixture.archive.unlock() == [])
    #expect(try fixture.archive.unlock(now: true).map(\.path.count).count == 1)
    #expect(try fixture.commit("Two").number == 2)
  }
}
