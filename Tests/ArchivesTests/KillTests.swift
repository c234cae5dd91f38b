import Archives
import Foundation
import TestSupport
import Testing
import ValueStreams

/// A process killed at each of its writing system calls, by strace's fault injection.
@Suite struct KillTests {
  struct Scenario: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var words: [String]
    /// Whether the process works in a linked worktree, whose locks and reflog lie elsewhere than its objects.
    var isLinked = false
    /// Maps that the branch may hold afterwards: as it was, or as it is to be.
    var outcomes: Set<String>
  }

  static let scenarios = [
    Scenario(testDescription: "commit", words: ["edit", "content"], outcomes: ["Two", "Three"]),
    Scenario(
      testDescription: "commit from elsewhere", words: ["commit", "content", "Three"], outcomes: ["Two", "Three"]),
    Scenario(
      testDescription: "commit in a linked worktree", words: ["commit", "content", "Three"], isLinked: true,
      outcomes: ["Two", "Three"]),
    Scenario(testDescription: "undo", words: ["undo"], outcomes: ["Two", "One"]),
    Scenario(testDescription: "restore", words: ["restore", "content", "1"], outcomes: ["Two", "One"]),
    Scenario(testDescription: "adopt", words: ["adopt", "faster"], outcomes: ["Two", "Try"]),
  ]

  @Test("A kill at any writing system call loses no version and leaves an archive that works", arguments: scenarios)
  func killed(_ scenario: Scenario) throws {
    let template = try self.template(scenario)
    let points = try Self.points(of: scenario, in: template)
    #expect(points.count > 30)
    for point in points {
      let scratch = try template.copy()
      let command =
        try ["-f", "-o", "/dev/null", "-e", "trace=\(point.call)"]
        + ["-e", "inject=\(point.call):signal=KILL:when=\(point.count)"] + Self.probe(scenario, in: scratch)
      _ = try? scratch.run("strace", command)
      try check(scratch, scenario, at: "\(point.call) \(point.count)")
    }
  }

  /// The command line of the process that is to die.
  private static func probe(_ scenario: Scenario, in scratch: Scratch) throws -> [String] {
    var folder = scratch.path
    if scenario.isLinked {
      folder += "/linked"
      if !FileManager.default.fileExists(atPath: folder) {
        try scratch.git("checkout", "-q", "--detach")
        try scratch.git("worktree", "add", "-q", folder, "main")
      }
    }
    return [Scratch.probe, scenario.words[0], folder] + scenario.words.dropFirst()
  }

  /// Two versions and an experiment; for a commit, an edited working file that is not canonical.
  private func template(_ scenario: Scenario) throws -> Scratch {
    let fixture = try Fixture()
    try fixture.commit("One")
    try fixture.commit("Two")
    if scenario.words[0] == "adopt" {
      _ = try fixture.archive.startExperiment("faster", stream: "content", hypothesis: "It is faster")
      let draft = Draft(
        stream: "content", maps: [.current: Fixture.map("Try")], base: nil, message: Message(subject: "Try"))
      _ = try fixture.archive.commit(draft, toExperiment: "faster")
    }
    if scenario.words[0] == "edit" {
      try fixture.scratch.write(
        #"{"format":"vsm-map/1","title":"Three","steps":[{"id":"copy","name":"Write copy"}]}"#,
        to: "content/current.json")
    }
    return fixture.scratch
  }

  private func check(_ scratch: Scratch, _ scenario: Scenario, at point: String) throws {
    let folder = scenario.isLinked ? "linked" : ""
    func title(of revision: String) throws -> String? {
      let text = try scratch.git("show", "\(revision):content/current.json", in: folder)
      return ["One", "Two", "Three", "Try"].first { text.contains("\"title\": \"\($0)\"") }
    }
    #expect(throws: Never.self, "fsck after \(point)") { try scratch.git("fsck", "--strict", "--no-dangling") }
    #expect(try scratch.probe("unlock", in: folder).hasPrefix("ok"), "unlock after \(point)")
    let before = try title(of: "HEAD")
    #expect(before.map(scenario.outcomes.contains) == true, "\(point): the branch holds \(before ?? "nothing")")
    let all = try scratch.git("log", "--all", "--format=%s")
    #expect(all.contains("Two") && all.contains("One"), "\(point): a version is lost")
    let findings = try scratch.probe("verify").split(separator: " ").dropFirst()
    #expect(Set(findings).isSubset(of: ["missing-tag", "stray-tag"]), "\(point): \(findings)")

    try scratch.write("x", to: folder + "/other.txt")
    try scratch.git("add", "other.txt", in: folder)
    try scratch.git("commit", "-qm", "other", in: folder)
    let after = try title(of: "HEAD")
    // What was staged may come along; what the branch held must not be taken back.
    let moves = scenario.words[0] == "undo" ? ["One": ["One", "Two"], "Two": ["Two"]] : nil
    let allowed = moves?[before ?? ""] ?? (before == "Two" ? Array(scenario.outcomes) : [before ?? ""])
    #expect(after.map(allowed.contains) == true, "\(point): a plain commit turned \(before ?? "") into \(after ?? "")")

    #expect(try scratch.probe("commit", "content", "Next", in: folder).hasPrefix("ok"), "commit after \(point)")
    #expect(try scratch.git("show", "HEAD:content/current.json", in: folder).contains("Next"))
    let rest = try scratch.probe("verify").split(separator: " ").dropFirst()
    #expect(Set(rest).isSubset(of: ["stray-tag", "other-number"]), "\(point): \(rest) in the end")
  }

  struct Point: Hashable { var call: String, count: Int }

  /// The writing system calls of an undisturbed run, each with its place among the calls of that name.
  private static func points(of scenario: Scenario, in template: Scratch) throws -> [Point] {
    let scratch = try template.copy()
    let calls = [
      "write", "pwrite64", "openat", "rename", "renameat", "renameat2", "link", "linkat", "unlink", "unlinkat", "mkdir",
      "mkdirat", "rmdir", "fsync", "fdatasync", "ftruncate", "chmod", "fchmod", "utimensat",
    ]
    try scratch.run(
      "strace",
      ["-o", scratch.path + ".trace", "-e", "trace=" + calls.joined(separator: ",")]
        + (try probe(scenario, in: scratch)))
    defer { try? FileManager.default.removeItem(atPath: scratch.path + ".trace") }
    var counts: [String: Int] = [:]
    var points: [Point] = []
    for line in try String(contentsOfFile: scratch.path + ".trace", encoding: .utf8).split(separator: "\n") {
      let call = String(line.prefix { $0 != "(" })
      guard calls.contains(call) else { continue }
      counts[call, default: 0] += 1
      let reads =
        call == "openat" && !line.contains("O_CREAT") && !line.contains("O_WRONLY") && !line.contains("O_RDWR")
      if !reads { points.append(Point(call: call, count: counts[call] ?? 0)) }
    }
    return points
  }
}
