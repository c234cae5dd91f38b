import Archives
import Foundation
import TestSupport
import Testing
import ValueStreams

/// Disks that are full or read-only, and files that may not be written: tests that need root to set the scene.
@Suite(.serialized, .enabled(if: geteuid() == 0)) struct StarvedTests {
  @Test("A full disk is a clear error: the archive is unchanged and the user's file untouched")
  func fullDisk() throws {
    let scratch = try Scratch()
    try scratch.run("mount", ["-t", "tmpfs", "-o", "size=2m", "tmpfs", scratch.path])
    defer { _ = try? scratch.run("umount", ["-l", scratch.path]) }
    #expect(try scratch.probe("init").hasPrefix("ok"))
    #expect(try scratch.probe("commit", "content", "One").hasPrefix("ok"))
    let written = #"{"format":"vsm-map/1","title":"Two","steps":[{"id":"copy","name":"Write copy"}]}"#
    try scratch.write(written, to: "content/current.json")
    let before = try scratch.git("for-each-ref")
    // From a disk without a free page up to the first that has room for the whole commit.
    var refusals = 0
    for pages in 0..<200 {
      _ = try? scratch.run("sh", ["-c", "cat /dev/zero > filler"])
      try scratch.run("sh", ["-c", "truncate -s -\(pages * 4096) filler"])
      let answer = try scratch.probe("edit", "content")
      if answer.hasPrefix("ok") { break }
      refusals += 1
      #expect(answer.contains("outOfSpace"), "\(answer)")
      try scratch.run("rm", ["filler"])
      let moved = try scratch.git("for-each-ref") != before
      if moved { break }
      #expect(scratch.read("content/current.json") == written)
      #expect(throws: Never.self) { try scratch.git("fsck", "--strict") }
    }
    #expect(refusals > 0)
    _ = try? scratch.run("rm", ["-f", "filler"])
    #expect(try scratch.probe("commit", "content", "Three").hasPrefix("ok"))
    #expect(try scratch.probe("verify") == "ok ")
  }

  @Test("A read-only file system is read as ever, and a commit is a clear error")
  func readOnly() throws {
    let scratch = try Scratch()
    try scratch.run("mount", ["-t", "tmpfs", "-o", "size=4m", "tmpfs", scratch.path])
    defer { _ = try? scratch.run("umount", ["-l", scratch.path]) }
    _ = try scratch.probe("init")
    _ = try scratch.probe("commit", "content", "One")
    try scratch.run("mount", ["-o", "remount,ro", scratch.path])
    #expect(try scratch.probe("commit", "content", "Two").contains("readOnly"))
    #expect(try scratch.probe("verify") == "ok ")
    #expect(try Archive.open(at: scratch.path).version(1, of: "content").subject == "One")
  }

  @Test("Without permission to write a commit is a clear error, and nothing is left behind")
  func noPermission() throws {
    let scratch = try Scratch()
    _ = try scratch.probe("init")
    _ = try scratch.probe("commit", "content", "One")
    let before = try scratch.git("for-each-ref")
    try scratch.run("cp", [Scratch.probe, scratch.path + "/probe"])
    try scratch.run("chown", ["-R", "nobody", "."])
    try scratch.run("chmod", ["-R", "a-w", ".git"])
    let answer = try scratch.run(
      "setpriv", ["--reuid=65534", "--regid=65534", "--clear-groups", "./probe", "commit", ".", "content", "Two"],
      environment: [
        "GIT_AUTHOR_NAME": "N", "GIT_AUTHOR_EMAIL": "n@x", "GIT_COMMITTER_NAME": "N", "GIT_COMMITTER_EMAIL": "n@x",
      ])
    #expect(answer.contains("permissionDenied"), "\(answer)")
    try scratch.run("chown", ["-R", "root", "."])
    #expect(try scratch.git("for-each-ref") == before)
    #expect(try scratch.git("status", "--porcelain", "--untracked-files=no") == "")
  }
}
