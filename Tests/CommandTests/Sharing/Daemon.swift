import Foundation
import TestSupport

/// A program that runs beside a test and ends with the value.
///
/// A shell stands between that waits for the end of its input and then ends the program: Foundation takes a program that closes what
/// it inherited, as sshd does, for one that has ended, and starts programs with signals blocked.
final class Daemon {
  private let process = Process()
  private let input = Pipe()
  private let log: String

  /// `signal` is what ends it; most take no notice of a polite one here.
  init(_ program: String, _ arguments: [String], in scratch: Scratch, signal: String = "KILL") throws {
    log = scratch.path + "/\(URL(fileURLWithPath: program).lastPathComponent).log"
    try Data().write(to: URL(fileURLWithPath: log))
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments =
      ["-c", "\"$@\" </dev/null & read -r end; kill -$0 $!", signal, program] + arguments
    process.standardInput = input
    process.standardOutput = FileHandle(forWritingAtPath: log)
    process.standardError = process.standardOutput
    try process.run()
  }

  deinit {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  /// Waits until `isReady` holds.
  func wait(until isReady: () -> Bool) throws {
    let deadline = Date().addingTimeInterval(60)
    while !isReady() {
      guard process.isRunning, Date() < deadline else {
        throw NotStarted(log: (try? String(contentsOfFile: log, encoding: .utf8)) ?? "")
      }
      usleep(20_000)
    }
  }

  struct NotStarted: Error { let log: String }
}
