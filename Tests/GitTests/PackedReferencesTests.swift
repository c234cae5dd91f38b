import TestSupport
import Testing

@testable import Git

@Suite("Packed references") struct PackedReferencesTests {
  /// A repository with a tag for each name, all packed.
  private func packed(_ tags: [String]) throws -> (Scratch, Repository) {
    let scratch = try Scratch()
    try scratch.git("init", "-q")
    try scratch.git("commit", "--allow-empty", "-m", "x")
    for (place, tag) in tags.enumerated() {
      // Annotated ones are followed by a line that says what they peel to.
      try scratch.run("git", ["tag"] + (place.isMultiple(of: 2) ? ["-a", "-m", "x"] : []) + [tag])
    }
    try scratch.git("pack-refs", "--all")
    return (scratch, try Repository.discover(from: scratch.path))
  }

  private func entry(_ name: String, _ repository: Repository) -> PackedReferences.Entry? {
    PackedReferences(in: repository.commonDirectory)?.entry(name)
  }

  @Test("every reference is found, and none that is not there", arguments: [1, 2, 3, 40])
  func found(count: Int) throws {
    let names = (1...count).map { "content/v\($0)" } + ["a", "zz", "content-2/v\(String(repeating: "9", count: 200))"]
    let (scratch, repository) = try packed(names)
    for name in names.map({ "refs/tags/" + $0 }) + ["refs/heads/" + (try scratch.git("branch", "--show-current"))] {
      let id = try scratch.git("rev-parse", name)
      #expect(entry(name, repository) == ObjectID(hex: id).map(PackedReferences.Entry.object))
      #expect(try repository.target(of: name)?.hex == id)
    }
    for name in [
      "refs/tags/0", "refs/tags/content/v", "refs/tags/content/v0", "refs/tags/content/v999", "refs/zzz", "a",
    ] {
      #expect(entry(name, repository) == .absent)
      #expect(try repository.target(of: name) == nil)
    }
  }

  @Test("the references of a folder are those that git lists, packed or not", arguments: [0, 1, 2, 30])
  func folders(count: Int) throws {
    let names = (0..<count).map { "content/v\($0 * 7)" } + ["a", "contents", "content-2/v1", "content/x/deep", "zz"]
    let (scratch, repository) = try packed(names)
    for tag in ["content/late", "content/v0-late", "later/deep/one"] { try scratch.git("tag", tag) }
    try scratch.git("tag", "-f", "a")
    func expectAll() throws {
      for folder in ["refs/", "refs/tags/", "refs/tags/content/", "refs/tags/content/x/", "refs/heads/", "refs/none/"] {
        let listed = try scratch.git("for-each-ref", "--format=%(refname)", folder)
        let names = listed.split(separator: "\n").map(String.init).sorted()
        #expect(try repository.referenceNames(under: folder) == names, "\(folder)")
      }
    }
    try expectAll()
    // A file that does not say that it is sorted is left to libgit2.
    let text = try #require(scratch.read(".git/packed-refs"))
    try scratch.write(text.replacing(" sorted ", with: " "), to: ".git/packed-refs")
    try expectAll()
  }

  @Test("a reference with a file of its own is read from there; one that is removed is gone")
  func loose() throws {
    let (scratch, repository) = try packed(["content/v1"])
    let old = try scratch.git("rev-parse", "refs/tags/content/v1")
    try scratch.git("commit", "--allow-empty", "-m", "y")
    try scratch.git("tag", "-f", "content/v1")
    let new = try scratch.git("rev-parse", "refs/tags/content/v1")
    #expect(new != old)
    #expect(try repository.target(of: "refs/tags/content/v1")?.hex == new)
    try scratch.git("tag", "-d", "content/v1")
    #expect(try repository.target(of: "refs/tags/content/v1") == nil)
  }

  @Test("what others pack, make and remove meanwhile is seen by a repository that is open")
  func meanwhile() throws {
    let (scratch, repository) = try packed(["content/v1"])
    func names() throws -> [String] { try repository.referenceNames(under: "refs/tags/") }
    #expect(try names() == ["refs/tags/content/v1"])
    try scratch.git("tag", "content/v2")
    #expect(try names() == ["refs/tags/content/v1", "refs/tags/content/v2"])
    try scratch.git("pack-refs", "--all")
    #expect(try names() == ["refs/tags/content/v1", "refs/tags/content/v2"])
    #expect(try repository.target(of: "refs/tags/content/v2") != nil)
    try scratch.git("tag", "-d", "content/v1")
    #expect(try names() == ["refs/tags/content/v2"])
    #expect(try repository.target(of: "refs/tags/content/v1") == nil)
    try scratch.git("tag", "-d", "content/v2")
    #expect(try names().isEmpty)
  }

  @Test("a file that does not say that it is sorted is left to libgit2; a damaged one names nothing by halving")
  func unsorted() throws {
    let (scratch, repository) = try packed(["b", "a"])
    let id = try scratch.git("rev-parse", "refs/tags/a")
    let text = try #require(scratch.read(".git/packed-refs"))
    let lines = text.split(separator: "\n").dropFirst()
    try scratch.write(
      "# pack-refs with: peeled fully-peeled \n" + lines.joined(separator: "\n") + "\n", to: ".git/packed-refs")
    #expect(entry("refs/tags/a", repository) == nil)
    #expect(try repository.target(of: "refs/tags/a")?.hex == id)
    try scratch.write(text.replacing(" refs/", with: "?refs/"), to: ".git/packed-refs")
    #expect(entry("refs/tags/a", repository) == nil)
  }
}
