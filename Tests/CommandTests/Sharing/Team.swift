import Foundation
import TestSupport

/// People with an archive each, in folders of one scratch folder, and a bare repository `hub.git` that they share.
struct Team {
  let tool: Tool
  var scratch: Scratch { tool.scratch }

  init(tool: Tool) {
    self.tool = tool
  }

  /// Ada's archive with these maps of the stream `content` as its versions, published; and a clone for each of `others`.
  init(_ maps: String..., others: String...) throws {
    tool = try Tool()
    try tool.scratch.git("init", "-q", "--bare", "hub.git")
    try tool("init", "ada").expectDone()
    for (number, map) in maps.enumerated() { try commit(map, "Cycle \(number + 1)", as: "ada") }
    try tool("remote", "add", "origin", tool.scratch.path + "/hub.git", in: "ada").expectDone()
    try tool("push", in: "ada").expectDone()
    for other in others { try tool("clone", "hub.git", other).expectDone() }
  }

  /// Runs the program in somebody's archive.
  func callAsFunction(_ who: String, _ arguments: String...) throws -> Tool.Outcome {
    try tool.run(Tool.program, arguments, in: who)
  }

  @discardableResult
  func commit(_ map: String, _ subject: String, to stream: String = "content", as who: String) throws -> String {
    try scratch.write(map, to: "\(who)/\(stream)/current.json")
    return try tool("commit", stream, "-m", subject, in: who).expectDone()
  }

  @discardableResult
  func git(_ who: String, _ arguments: String...) throws -> String {
    try scratch.run("git", arguments, in: who)
  }

  /// Subjects along the main line, oldest first, each with its tag: `content/v2 Cycle 2`.
  func story(_ who: String) throws -> [String] {
    try git(who, "log", "--first-parent", "--reverse", "--format=%(describe:tags,match=*/v*)|%s", "main")
      .split(separator: "\n").dropFirst().map { String($0).replacing("|", with: " ") }
  }
}
