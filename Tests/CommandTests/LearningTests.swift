import Foundation
import TestSupport
import Testing

/// Plan, trend, improvements and export on the example archive, as the tour makes it.
@Suite("Learning from the archive") struct LearningTests {
  /// The archive of `examples/cycles.tsv`: five versions of `content`, three of `growth/email`.
  static let example = Result<Tool, any Error> { try exampleArchive() }

  private static func exampleArchive() throws -> Tool {
    var tool = try Tool()
    try tool("init").expectDone()
    let lines = try text("examples/cycles.tsv").split(separator: "\n")
    for line in lines where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t").map(String.init)
      for role in ["AUTHOR", "COMMITTER"] {
        tool.environment["GIT_\(role)_DATE"] = fields[0]
        tool.environment["GIT_\(role)_NAME"] = fields[1]
        tool.environment["GIT_\(role)_EMAIL"] = fields[2]
      }
      for (file, source) in [("current.json", fields[4]), ("future.json", fields[5])] where source != "-" {
        let text = try text("examples/" + source)
        try tool.scratch.write(text, to: "\(fields[3])/\(file)")
      }
      let nature = fields[6] == "correction" ? ["--correction"] : []
      try tool.run(Tool.program, ["commit", fields[3], "-m", fields[7]] + nature).expectDone()
    }
    // 22 November 2026: what is overdue does not depend on when the tests run.
    tool.environment["SOURCE_DATE_EPOCH"] = "1795348800"
    return tool
  }

  private static func text(_ file: String) throws -> String {
    String(decoding: try #require(RepositoryFile(file).bytes), as: UTF8.self)
  }

  private func json(_ arguments: String...) throws -> [String: Any] {
    let text = try Self.example.get().run(Tool.program, arguments + ["--format", "json"]).expectDone()
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test(
    "The example archive's answers are those of the golden files",
    arguments: ["plan content", "trend content", "improvements", "improvements --regressions"])
  func golden(_ command: String) throws {
    let words = command.split(separator: " ").map(String.init)
    let file = words.map { $0.replacing("-", with: "") }.joined(separator: "-") + ".txt"
    let output = try Self.example.get().run(Tool.program, words).expectDone()
    #expect(try output == Self.text("Tests/CommandTests/Snapshots/" + file), "vsmrepo \(command) says:\n\(output)")
  }

  @Test("plan: gaps with their actions, what was promised and reached, and what to tackle next")
  func plan() throws {
    let text = try Self.example.get()("plan", "content").expectDone()
    for words in [
      "Lead time 31d 5h → 24d 4h", "Legal approval, wait 6d 4h → 2d promised, 3d reached: 78 % (since v3)",
      "percent going back 20 % → 0 % promised, 0 % reached:", "Edit and lay out, worth 1d of lead time",
      "outside the team", "! no action",
    ] {
      #expect(text.contains(words), "\(words)\n\(text)")
    }
    let plan = try json("plan", "content")
    #expect(plan["format"] as? String == "vsm-plan/1")
    #expect(plan["next"] as? String == "Edit and lay out")
    #expect(try Self.example.get()("plan", "content", "--format", "csv").expectDone().hasPrefix("kind,subject,"))
    #expect(try Self.example.get()("plan", "content", "--format", "markdown").expectDone().contains("**no action**"))
    #expect(try Self.example.get()("plan", "growth/email").status == 66)
  }

  @Test("trend: first, best, latest, and the marks of corrections and changed bases")
  func trend() throws {
    let text = try Self.example.get()("trend", "content").expectDone()
    #expect(text.contains("first 23d 4h, best 23d 4h, latest 31d 5h; in all +8d"))
    #expect(text.contains("! correction, basis changed"))
    let csv = try Self.example.get()("trend", "content", "growth/email", "--metric", "handoffs", "--format", "csv")
    #expect(try csv.expectDone().split(separator: "\r\n").count == 9)
    #expect(try Self.example.get()("trend", "content", "--format", "svg").expectDone().hasPrefix("<svg"))
    #expect(try Self.example.get()("trend", "--metric", "nope").status == 64)
  }

  @Test("The improvements and regressions of a stream sum to what diff says, corrections left out")
  func improvements() throws {
    func sum(_ arguments: [String]) throws -> Double {
      let text = try Self.example.get().run(Tool.program, ["improvements", "content", "--format", "json"] + arguments)
      let object = try JSONSerialization.jsonObject(with: Data(text.expectDone().utf8)) as? [String: Any]
      let entries = try #require(object?["improvements"] as? [[String: Any]])
      #expect(!entries.isEmpty)
      return entries.reduce(0) { $0 + ($1["leadTime"] as? Double ?? 0) }
    }
    let difference = try json("diff", "content@v2", "content@v5")
    let leadTime = try #require((difference["metrics"] as? [String: [String: Any]])?["leadTime"]?["change"] as? Double)
    #expect(abs(try sum([]) + sum(["--regressions"]) - leadTime) < 1)
  }

  @Test("improvements: filters, summaries, and names of steps that are gone")
  func improvementFilters() throws {
    let all = try Self.example.get()("improvements").expectDone()
    #expect(all.contains("By kind") && all.contains("By team") && all.contains("handoff gone"))
    #expect(all.contains("Build the page → SEO check"))
    let waits = try Self.example.get()("improvements", "--kind", "wait", "--team", "legal", "--least", "1d")
      .expectDone()
    #expect(waits.contains("wait shrank") && !waits.contains("loop cut"))
    #expect(
      try Self.example.get()("improvements", "--text", "nothing like it").expectDone() == "No improvements yet.\n")
    #expect(try Self.example.get()("improvements", "--least", "soon").status == 64)
  }

  @Test("status tells how far the plan has come; show and check say what is worth a look, each with a number")
  func advice() throws {
    #expect(try Self.example.get()("status").expectDone().contains("53 %"))
    for command in ["show", "check"] {
      let text = try Self.example.get()(command, command == "show" ? "content@v5" : "content").expectDone()
      let lines = text.components(separatedBy: "Worth a look").last?.split(separator: "\n") ?? []
      #expect(text.contains("Worth a look") && lines.dropFirst().first?.contains(where: \.isNumber) == true, "\(text)")
    }
  }

  @Test("export: the picture of a map, of a change and of the bridge, a spreadsheet, Markdown and JSON")
  func export() throws {
    let tool = try Self.example.get()
    #expect(try tool("export", "content@v5", "--format", "svg").expectDone().contains("Legal approval"))
    #expect(try tool("export", "content@v3", "content@v5", "--format", "svg").expectDone().hasPrefix("<svg"))
    #expect(
      try tool("export", "content@v3", "content@v5", "--format", "svg", "--bridge").expectDone().hasPrefix("<svg"))
    #expect(try tool("export", "content@v5", "--format", "csv").expectDone().contains("Legal approval"))
    #expect(try tool("export", "content@v3", "content@v5", "--format", "markdown").expectDone().contains("39d 4h"))
    #expect(try tool("show", "content@v5", "--format", "svg").expectDone().hasPrefix("<svg"))
    #expect(try tool("export", "content@v5", "--format", "html").expectDone().lowercased().hasPrefix("<!doctype html"))
    #expect(try tool("export", "a", "b", "c", "--format", "svg").status == 64)
  }
}
