import Foundation
import TestSupport

/// The program as a user runs it: a process of its own, in a folder of its own, with a HOME that holds only an identity.
struct Tool: Sendable {
  struct Outcome: Equatable {
    var status: Int32
    var output: String
    var errors: String
  }

  let scratch: Scratch
  var environment: [String: String] = [:]

  init() throws {
    scratch = try Scratch()
  }

  /// An archive with the given maps of the stream `content` as its versions.
  static func archive(_ maps: String...) throws -> Tool {
    let tool = try Tool()
    try tool("init").expectDone()
    for (number, map) in maps.enumerated() {
      try tool.scratch.write(map, to: "content/current.json")
      try tool("commit", "content", "-m", "Cycle \(number + 1)").expectDone()
    }
    return tool
  }

  /// A map of two steps; `wait` is the approval's.
  static func map(wait: String = "3d", title: String = "Content") -> String {
    """
    {"format":"vsm-map/1","title":"\(title)","steps":[
      {"id":"copy","name":"Copy","team":"growth","waitTime":"1d","processTime":"4h"},
      {"id":"approval","name":"Approval","team":"legal","waitTime":"\(wait)","processTime":"1h"}]}
    """
  }

  /// The text of a file that has to be there.
  func file(_ path: String) throws -> String {
    struct Missing: Error { let path: String }
    guard let text = scratch.read(path) else { throw Missing(path: path) }
    return text
  }

  /// The program that was built beside these tests.
  static let program: String = {
    let folder =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    return URL(fileURLWithPath: folder).deletingLastPathComponent().appendingPathComponent("vsmrepo").path
  }()

  func callAsFunction(_ arguments: String..., input: String = "", in folder: String = "") throws -> Outcome {
    try run(Self.program, arguments, input: input, in: folder)
  }

  func run(_ program: String, _ arguments: [String], input: String = "", in folder: String = "") throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: scratch.path + "/" + folder)
    let inherited = ProcessInfo.processInfo.environment.filter { !$0.key.contains("COLOR") && $0.key != "COLUMNS" }
    process.environment = inherited.merging(["COLUMNS": "100"]) { $1 }.merging(environment) { $1 }
    let files = ["in", "out", "err"].map { scratch.path + ".\(UUID().uuidString).\($0)" }
    defer { for file in files { try? FileManager.default.removeItem(atPath: file) } }
    try Data(input.utf8).write(to: URL(fileURLWithPath: files[0]))
    for file in files.dropFirst() { try Data().write(to: URL(fileURLWithPath: file)) }
    process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: files[0]))
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: files[1]))
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: files[2]))
    try process.run()
    process.waitUntilExit()
    func text(_ path: String) throws -> String {
      String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    }
    return Outcome(status: process.terminationStatus, output: try text(files[1]), errors: try text(files[2]))
  }
}

extension Tool.Outcome {
  struct Unexpected: Error, CustomStringConvertible {
    let outcome: Tool.Outcome
    var description: String { "ended with \(outcome.status):\n\(outcome.output)\(outcome.errors)" }
  }

  /// For steps on the way to what a test is about.
  @discardableResult
  func expectDone() throws -> String {
    guard status == 0 else { throw Unexpected(outcome: self) }
    return output
  }
}
