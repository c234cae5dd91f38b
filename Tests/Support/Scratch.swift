import Foundation

/// A temporary folder of a test's own, removed with the value, in a process whose HOME holds no user's Git configuration.
package final class Scratch: Sendable {
  package let path: String

  /// Set before libgit2 starts and looks for configuration: one HOME for the whole test process.
  private static let home: String = {
    let home = NSTemporaryDirectory() + "vsmrepo-home-\(ProcessInfo.processInfo.processIdentifier)"
    try? FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    try? Data("[user]\n\tname = Ada\n\temail = ada@example.org\n[init]\n\tdefaultBranch = main\n".utf8)
      .write(to: URL(fileURLWithPath: home + "/.gitconfig"))
    for variable in ProcessInfo.processInfo.environment.keys where variable.hasPrefix("GIT_") { unsetenv(variable) }
    setenv("HOME", home, 1)
    unsetenv("XDG_CONFIG_HOME")
    unsetenv("EMAIL")
    setenv("TZ", "UTC", 1)
    return home
  }()

  package init() throws {
    _ = Self.home
    path = NSTemporaryDirectory() + "vsmrepo-test-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Runs `git` in `folder` (below this one) and gives what it printed; throws when it fails.
  @discardableResult
  package func git(_ arguments: String..., in folder: String = "", environment: [String: String] = [:]) throws -> String
  {
    try run("git", arguments, in: folder, environment: environment)
  }

  /// Runs a program and gives what it printed, without the newline at its end; throws ``Failed`` when it fails.
  @discardableResult
  package func run(
    _ program: String, _ arguments: [String], in folder: String = "", environment: [String: String] = [:]
  ) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.currentDirectoryURL = URL(fileURLWithPath: path + "/" + folder)
    process.environment = ProcessInfo.processInfo.environment.merging(["HOME": Self.home, "TZ": "UTC"]) { $1 }
      .merging(environment) { $1 }
    let output = URL(fileURLWithPath: path + ".\(UUID().uuidString).out")
    try Data().write(to: output)
    defer { try? FileManager.default.removeItem(at: output) }
    let handle = try FileHandle(forWritingTo: output)
    process.standardOutput = handle
    process.standardError = handle
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let text = String(decoding: try Data(contentsOf: output), as: UTF8.self)
    guard process.terminationStatus == 0, process.terminationReason == .exit else {
      throw Failed(
        command: ([program] + arguments).joined(separator: " "), status: process.terminationStatus, output: text)
    }
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }

  /// A program that ended with another code than 0.
  package struct Failed: Error, CustomStringConvertible {
    package let command: String
    package let status: Int32
    package let output: String
    package var description: String { "\(command) ended with \(status):\n\(output)" }
  }

  package func write(_ text: String, to file: String) throws {
    let url = URL(fileURLWithPath: path + "/" + file)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  /// The text of a file; nil when there is none.
  package func read(_ file: String) -> String? {
    (try? Data(contentsOf: URL(fileURLWithPath: path + "/" + file))).map { String(decoding: $0, as: UTF8.self) }
  }
}
