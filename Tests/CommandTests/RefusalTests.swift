import Foundation
import TestSupport
import Testing

/// What goes wrong gets a message with a remedy and an exit code of sysexits, and nothing is touched.
@Suite("Refusals") struct RefusalTests {
  @Test(
    "Bad input: code, words, and neither archive nor file touched",
    arguments: [
      ("{\"format\":\"vsm-map/1\"", Int32(65), "is closed; add the missing }"),
      (Tool.map(wait: "3 days"), 65, "write \"3d\""),
      (Tool.map().replacing("\"id\":\"copy\"", with: "\"id\":\"copy\",\"after\":[\"approval\"]"), 65, "circle"),
      ("", 65, "the file is empty"), ("\u{0}\u{1}\u{2}binary", 65, "not a text file"),
      ("\u{FEFF}{}", 65, "byte-order mark"), (String(repeating: "[", count: 100_000), 65, "128"),
      (String(repeating: " ", count: (16 << 20) + 1), 65, "larger than 16 MiB"),
    ])
  func badInput(_ text: String, _ status: Int32, _ words: String) throws {
    let tool = try Tool.archive(Tool.map())
    let head = try tool.scratch.git("rev-parse", "HEAD")
    try tool.scratch.write(text, to: "content/current.json")
    let refused = try tool("commit", "-m", "x")
    #expect(refused.status == status)
    #expect(refused.errors.contains(words), "\(refused.errors)")
    #expect(refused.errors.split(separator: "\n").count <= 3)
    #expect(refused.output.isEmpty)
    #expect(try tool.scratch.git("rev-parse", "HEAD") == head)
    #expect(tool.scratch.read("content/current.json") == text)
    #expect(try tool.scratch.git("status", "--porcelain") == " M content/current.json")
  }

  @Test("A file that is not there, a folder in its place")
  func noFile() throws {
    let tool = try Tool.archive(Tool.map())
    #expect(try tool("check", "nothing.json").status == 66)
    #expect(try tool("show", "./content").status == 66)
    try FileManager.default.removeItem(atPath: tool.scratch.path + "/content/current.json")
    #expect(try tool("commit", "-m", "x").status == 66)
    try FileManager.default.createDirectory(
      atPath: tool.scratch.path + "/content/current.json", withIntermediateDirectories: true)
    #expect(try tool("commit", "-m", "x").status == 66)
  }

  @Test("Names that lead nowhere answer with what is there")
  func unknownNames() throws {
    let tool = try Tool.archive(Tool.map(), Tool.map(wait: "1d"))
    let version = try tool("show", "v9")
    #expect(version.status == 66)
    #expect(version.errors.hasPrefix("error: content has no version v9\nIt has v1 to v2. The latest is v2 ("))
    #expect(version.errors.contains("\"Cycle 2\""))
    #expect(try tool("log", "contnet").errors.contains("Did you mean content?"))
    #expect(try tool("dif").errors == "error: there is no command \"dif\"\nDid you mean \"vsmrepo diff\"?\n")
    #expect(try tool("dif").status == 64)
    #expect(try tool("diff", "v1", "v2", "--step", "aproval").errors.contains("Did you mean approval?"))
    #expect(try tool("show", "2001-01-01").status == 66)
    #expect(try tool("new", "../x").status == 64)
    #expect(try tool("new", "content").status == 73)
    #expect(try tool("new", "x", "--template", "nope").status == 66)
  }

  @Test("Not an archive; no stream; no version yet")
  func nothingThere() throws {
    let tool = try Tool()
    #expect(try tool("status").status == 66)
    try tool("init").expectDone()
    #expect(try tool("status").expectDone().contains("vsmrepo new"))
    #expect(try tool("log").status == 66)
    try tool("new", "content").expectDone()
    #expect(try tool("show", "latest").errors.contains("content has no version yet"))
    #expect(try tool("log").expectDone() == "No versions.\n")
  }

  @Test("A detached head, another branch, a merge in progress: refused with the way on")
  func wrongPlace() throws {
    let tool = try Tool.archive(Tool.map())
    try tool.scratch.write(Tool.map(wait: "1d"), to: "content/current.json")
    try tool.scratch.git("checkout", "-q", "--detach")
    let detached = try tool("commit", "-m", "x")
    #expect(detached.status == 78)
    #expect(detached.errors.contains("git switch main"))
    try tool.scratch.git("switch", "-q", "-c", "aside")
    #expect(try tool("commit", "-m", "x").status == 78)
    try tool.scratch.git("switch", "-q", "main")
    #expect(try tool("commit", "-m", "x").status == 0)
  }

  @Test("No identity")
  func noIdentity() throws {
    var tool = try Tool.archive(Tool.map())
    try tool.scratch.write(Tool.map(wait: "1d"), to: "content/current.json")
    tool.environment["HOME"] = tool.scratch.path
    let refused = try tool("commit", "-m", "x")
    #expect(refused.status == 78)
    #expect(refused.errors.contains("git config --global user.name"))
  }

  @Test("Somebody else's repository names its owner and the setting")
  func foreignOwner() throws {
    let tool = try Tool.archive(Tool.map())
    try tool.scratch.run("chown", ["-R", "nobody", tool.scratch.path])
    let refused = try tool("status")
    #expect(refused.status == 77)
    #expect(refused.errors.contains("nobody") && refused.errors.contains("safe.directory"))
  }

  @Test("A file that may not be read")
  func mayNotRead() throws {
    let tool = try Tool()
    try tool.scratch.write(Tool.map(), to: "a.json")
    try tool.scratch.run("chmod", ["600", "a.json"])
    try tool.scratch.run("chmod", ["755", "."])
    let refused = try tool.run(
      "/usr/bin/setpriv", ["--reuid=nobody", "--clear-groups", Tool.program, "show", "a.json"])
    #expect(refused.status == 77, "\(refused.errors)")
    #expect(refused.errors.contains("no permission to read a.json"))
  }

  @Test("A shallow clone resolves what it has and names the remedy for the rest")
  func shallow() throws {
    let tool = try Tool.archive(Tool.map(), Tool.map(wait: "2d"), Tool.map(wait: "1d"))
    try tool.scratch.git("clone", "-q", "--depth", "1", "file://" + tool.scratch.path, "clone")
    #expect(try tool("-C", "clone", "show", "v3").status == 0)
    let missing = try tool("-C", "clone", "show", "v1")
    #expect(missing.status == 66)
    #expect(missing.errors.contains("git fetch --unshallow"))
  }

  @Test("Usage")
  func usage() throws {
    let tool = try Tool.archive(Tool.map())
    #expect(try tool("diff", "a", "b", "c").status == 64)
    #expect(try tool("diff", "--format", "xml").status == 64)
    #expect(try tool("log", "-n", "-1").status == 64)
    #expect(try tool("log", "--since", "yesterday").status == 64)
    #expect(try tool("commit", "--all", "content").status == 64)
  }
}
