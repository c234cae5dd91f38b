import Foundation
import TestSupport
import Testing

/// Help, colour, pipes, completions, other programs.
@Suite("The program") struct ProgramTests {
  static let commands = [
    "init", "new", "templates", "check", "status", "commit", "log", "show", "diff", "canon", "restore", "undo", "redo",
    "experiment", "comment", "merge", "resolve", "verify", "unlock", "maintain", "plan", "trend", "improvements",
    "export", "set", "measure", "forecast", "clone", "remote", "fetch", "pull", "push", "git-setup",
  ]

  @Test("What the help lists is what there is")
  func listed() throws {
    let lines = try Tool()("--help").expectDone().split(separator: "\n").map(String.init)
    let words = lines.filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") && !$0.hasPrefix("  -") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(Set(words).isSuperset(of: Self.commands), "\(Set(Self.commands).subtracting(words))")
  }

  @Test("Options of the program stand before the command's name or after it")
  func optionsBefore() throws {
    let tool = try Tool.archive(Tool.map(), Tool.map(wait: "1d"))
    let plain = try tool("diff", "v1", "v2").expectDone()
    #expect(try tool("--no-pager", "diff", "v1", "v2").expectDone() == plain)
    #expect(try tool("-C", ".", "diff", "v1", "v2", "--no-pager").expectDone() == plain)
    // Where the words make no sense, the message is that of the command, with the whole program's name.
    let outcome = try tool("diff", "v1", "v2", "v3")
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("At most two revisions"))
  }

  @Test("Every command has help with one example", arguments: commands)
  func help(_ command: String) throws {
    let help = try Tool()(command, "--help").expectDone()
    #expect(help.contains("Example: vsmrepo \(command)"))
    #expect(help.contains("USAGE: vsmrepo \(command)"))
  }

  @Test("Colour obeys --color, NO_COLOR and CLICOLOR_FORCE, and is off in a pipe")
  func color() throws {
    var tool = try Tool.archive(Tool.map(), Tool.map(wait: "1d"))
    func hasColor(_ words: String...) throws -> Bool {
      try tool.run(Tool.program, words + ["diff", "v1", "v2"]).output.contains("\u{1B}[")
    }
    #expect(try !hasColor())
    #expect(try hasColor("--color", "always"))
    tool.environment = ["CLICOLOR_FORCE": "1"]
    #expect(try hasColor())
    #expect(try !hasColor("--color", "never"))
    tool.environment = ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"]
    #expect(try !hasColor())
  }

  @Test("A closed pipe ends silently")
  func closedPipe() throws {
    let tool = try Tool.archive(Tool.map())
    let outcome = try tool.run("/bin/sh", ["-c", "'\(Tool.program)' show | true"])
    #expect(outcome == Tool.Outcome(status: 0, output: "", errors: ""))
  }

  @Test("A full disk behind standard output is an error")
  func fullOutput() throws {
    let tool = try Tool()
    let outcome = try tool.run("/bin/sh", ["-c", "'\(Tool.program)' templates >/dev/full"])
    #expect(outcome.status == 74)
  }

  @Test("An unknown name runs vsmrepo-NAME from the PATH")
  func externalProgram() throws {
    var tool = try Tool()
    try tool.scratch.write("#!/bin/sh\necho \"hello $*\"\n", to: "bin/vsmrepo-hello")
    try tool.scratch.run("chmod", ["+x", "bin/vsmrepo-hello"])
    tool.environment["PATH"] = tool.scratch.path + "/bin:/usr/bin:/bin"
    #expect(try tool("hello", "you", "--loud").expectDone() == "hello you --loud\n")
  }

  @Test("canon: sorted, pretty or compact; what is wrong is told by line")
  func canon() throws {
    let tool = try Tool()
    #expect(try tool("canon", input: "{\"b\":1.0,\"a\":[]}").expectDone() == "{\n  \"a\": [],\n  \"b\": 1\n}\n")
    #expect(
      try tool("canon", "--compact", input: " {\"b\":1e2, \"a\":\"\\u00e9\"}").expectDone() == "{\"a\":\"é\",\"b\":100}"
    )
    let broken = try tool("canon", input: "{\"a\":1,}")
    #expect(broken.status == 65)
    #expect(broken.errors.contains("-:1:7:"))
  }

  @Test("Completion scripts for three shells; streams and versions complete")
  func completion() throws {
    let tool = try Tool.archive(Tool.map(), Tool.map(wait: "1d"))
    for shell in ["bash", "zsh", "fish"] {
      #expect(try tool("--generate-completion-script", shell).expectDone().contains("vsmrepo"))
    }
    func complete(_ command: String) throws -> String {
      try tool("---completion", command, "--", "positional@0", "2", "0", "vsmrepo", command, "").expectDone()
    }
    #expect(try complete("log").contains("content"))
    #expect(try complete("diff").contains("v2"))
  }

  @Test("Text of a map cannot reach the terminal as control characters")
  func hostileText() throws {
    let tool = try Tool.archive(
      Tool.map(title: "\\u001b[31mred\\u202e"), Tool.map(wait: "1d", title: "\\u001b]0;x\\u0007"))
    for words in [["show"], ["diff", "v1", "v2"], ["log"], ["status"], ["check"], ["show", "--format", "markdown"]] {
      let outcome = try tool.run(Tool.program, words)
      #expect(
        !outcome.output.contains("\u{1B}") && !outcome.output.contains("\u{202E}") && !outcome.output.contains("\u{7}"))
    }
  }
}
