import Archives
import Foundation
import TestSupport
import Testing

@Suite(.serialized) struct RaceTests {
  @Test(
    "Eight processes commit from the very first commit on while two comment: each success is in history exactly once",
    arguments: [false, true])
  func race(bare: Bool) throws {
    let scratch = try Scratch()
    try scratch.git("init", "-q", bare ? "--bare" : "--quiet")
    let rounds = isFullRun ? 200 : 10
    let workers = (0..<8).map { "race \($0) \(rounds)" } + (0..<2).map { "discuss c\($0) \(rounds)" }
    let script =
      workers.enumerated().map { place, words in
        let parts = words.split(separator: " ")
        return "'\(Scratch.probe)' \(parts[0]) . \(parts[1]) \(parts[2]) > ../\(scratch.name)-\(place).out & "
      }.joined() + "wait"
    try scratch.run("bash", ["-c", script])
    let lines = workers.indices.flatMap { place -> [String] in
      let file = scratch.path + "-\(place).out"
      defer { try? FileManager.default.removeItem(atPath: file) }
      return ((try? String(contentsOfFile: file, encoding: .utf8)) ?? "").split(separator: "\n").map(String.init)
    }
    let successes = lines.filter { $0.hasPrefix("version") }.map { String($0.split(separator: " ")[2]) }
    #expect(successes.count >= 8 * rounds / 2, "only \(successes.count)")
    #expect(
      lines.filter { $0.hasPrefix("refused") }.allSatisfy { $0.contains("overtaken") },
      "\(lines.filter { $0.hasPrefix("refused") })")
    let history = try scratch.git("rev-list", "--first-parent", "main").split(separator: "\n").map(String.init)
    #expect(history.sorted() == successes.sorted())
    #expect(Set(history).count == history.count)

    let archive = try Archive.open(at: scratch.path)
    for stream in try archive.committedStreams() {
      let numbers = try archive.versions(of: stream).map(\.number)
      #expect(numbers == Array((1...numbers.count).reversed()), "\(stream)")
    }
    let first = try #require(try archive.versions(of: "shared").last)
    let said = lines.filter { $0.hasPrefix("comment") }.map { $0.dropFirst("comment ".count) }
    #expect(try archive.comments(on: first).map(\.text).sorted() == said.map(String.init).sorted())
    #expect(said.count == 2 * rounds)
    #expect(try archive.verify().filter { $0.code != .missingTag } == [])
    if !bare { #expect(try scratch.git("status", "--porcelain") == "") }
  }
}

extension Scratch {
  fileprivate var name: String { URL(fileURLWithPath: path).lastPathComponent }
}
