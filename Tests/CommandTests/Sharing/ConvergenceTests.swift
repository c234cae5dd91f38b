import Foundation
import TestSupport
import Testing

/// Four people who commit, comment, pull and push at random, and end up with one archive.
@Suite("Convergence") struct ConvergenceTests {
  private static let people = ["ada", "bob", "cleo", "dan"]
  private static let streams = ["content", "growth/email"]

  @Test("Four clones at random converge: the same numbers, everything of everyone once, nothing published ever changed")
  func converge() throws {
    let seed = UInt64.random(in: 0 ... .max)
    var random = SeededGenerator(seed: seed)
    let team = try Team(SharingTests.map(), others: "bob", "cleo", "dan")
    try team.commit(SharingTests.map(title: "Email"), "Email begins", to: "growth/email", as: "ada")
    try team("ada", "push").expectDone()
    var said: [String] = []
    var committed = ["Cycle 1", "Email begins"]
    var published: [String: String] = [:]
    for round in 1...max(50, caseCount(500)) {
      let who = Self.people.randomElement(using: &random) ?? "ada"
      switch Int.random(in: 0..<10, using: &random) {
      case 0..<4:
        let stream = Self.streams.randomElement(using: &random) ?? "content"
        if try edit(team, who, stream, mark: "r\(round)", &random) { committed.append("Round \(round) by \(who)") }
      case 4..<6:
        let words = "Comment \(round) by \(who)"
        let stream = Self.streams.randomElement(using: &random) ?? "content"
        if try team(who, "comment", "\(stream)@latest", words).status == 0 { said.append(words) }
      case 6..<8:
        try pull(team, who, &random)
      default:
        let outcome = try team(who, "push")
        #expect([0, 75].contains(outcome.status), "seed \(seed): \(outcome.errors)")
      }
      published = try checkPublished(team, since: published, seed)
    }
    for who in Self.people + Self.people {
      try pull(team, who, &random)
      try team(who, "push").expectDone()
      published = try checkPublished(team, since: published, seed)
    }
    for who in Self.people { try team(who, "pull").expectDone() }
    let refs = ["for-each-ref", "--format=%(objectname) %(refname)", "refs/heads", "refs/tags"]
    let hub = try team.scratch.run("git", refs, in: "hub.git")
    for who in Self.people {
      #expect(try team.scratch.run("git", refs, in: who) == hub, "seed \(seed): \(who)")
      #expect(try team(who, "verify").output.contains("all is well"), "seed \(seed): \(who)")
      #expect(try team.git(who, "status", "--porcelain").isEmpty, "seed \(seed): \(who)")
    }
    try checkContents(team, committed: committed, said: said, seed)
  }

  /// Changes the wait of a step, which others change too, and adds a term that nobody else has.
  private func edit(
    _ team: Team, _ who: String, _ stream: String, mark: String, _ random: inout SeededGenerator
  ) throws -> Bool {
    guard let text = team.scratch.read("\(who)/\(stream)/current.json"),
      var map = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any],
      var steps = map["steps"] as? [[String: Any]]
    else { return false }
    let step = Int.random(in: 0..<steps.count, using: &random)
    steps[step]["waitTime"] = "\(Int.random(in: 1...20, using: &random))h"
    var glossary = map["glossary"] as? [String: Any] ?? [:]
    glossary["term \(mark)"] = "Meaning \(mark)"
    map["steps"] = steps
    map["glossary"] = glossary
    let bytes = try JSONSerialization.data(withJSONObject: map)
    try team.commit(String(decoding: bytes, as: UTF8.self), "Round \(mark.dropFirst()) by \(who)", to: stream, as: who)
    return true
  }

  /// Pulls, and settles every conflict for one side or the other.
  private func pull(_ team: Team, _ who: String, _ random: inout SeededGenerator) throws {
    var outcome = try team(who, "pull")
    while outcome.status == 1 {
      outcome = try team(who, "resolve", "--all", Bool.random(using: &random) ? "--ours" : "--theirs")
    }
    try outcome.expectDone()
  }

  /// Tags on the shared repository only ever come; each names a commit of the main line there.
  private func checkPublished(_ team: Team, since before: [String: String], _ seed: UInt64) throws -> [String: String] {
    let lines = try team.scratch.run(
      "git", ["for-each-ref", "--format=%(refname) %(*objectname)", "refs/tags"], in: "hub.git")
    let tags = Dictionary(
      lines.split(separator: "\n").map { line in
        let parts = line.split(separator: " ").map(String.init)
        return (parts[0], parts[1])
      }, uniquingKeysWith: { $1 })
    for (tag, commit) in before { #expect(tags[tag] == commit, "seed \(seed): \(tag) changed") }
    let line = Set(
      try team.scratch.run("git", ["rev-list", "--first-parent", "main"], in: "hub.git").split(separator: "\n"))
    for (tag, commit) in tags { #expect(line.contains(commit[...]), "seed \(seed): \(tag) is off the main line") }
    return tags
  }

  private func checkContents(_ team: Team, committed: [String], said: [String], _ seed: UInt64) throws {
    let subjects = try team.git("ada", "log", "--first-parent", "--format=%s", "main").split(separator: "\n").map(
      String.init)
    #expect(subjects.sorted() == (committed + ["Start an archive of value stream maps"]).sorted(), "seed \(seed)")
    let terms = try Self.streams.flatMap { stream in
      try team("ada", "show", "\(stream)@latest", "--format", "map").expectDone().split(separator: "\n")
        .filter { $0.contains("\"term r") }
    }
    #expect(terms.count == committed.count - 2, "seed \(seed): an edit is lost")
    for stream in Self.streams {
      let log = try team("ada", "log", stream, "--format", "json").expectDone()
      let numbers = log.matches(of: /"version": (\d+)/).compactMap { Int($0.1) }
      #expect(numbers == Array((1...numbers.count).reversed()), "seed \(seed): \(stream)")
    }
    // Each comment is on one version of the main line, once.
    var heard: [String] = []
    for commit in try team.git("ada", "rev-list", "--first-parent", "main").split(separator: "\n") {
      let notes = try? team.git("ada", "notes", "--ref=vsmrepo", "show", String(commit))
      heard += (notes ?? "").matches(of: /Comment \d+ by [a-z]+/).map { String($0.0) }
    }
    #expect(heard.sorted() == said.sorted(), "seed \(seed)")
  }
}
