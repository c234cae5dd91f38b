import Foundation
import TestSupport

extension Scratch {
  /// The probe's executable, built beside the tests.
  static let probe: String = {
    let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    return tests.deletingLastPathComponent().appendingPathComponent("ArchiveProbe").path
  }()

  /// Runs the probe in this folder and gives its last line.
  func probe(_ verb: String, _ words: String..., in folder: String = "") throws -> String {
    let output = try run(Self.probe, [verb, path + "/" + folder] + words)
    return output.split(separator: "\n").last.map(String.init) ?? ""
  }

  /// A copy of this folder, with times and permissions.
  func copy() throws -> Scratch {
    let copy = try Scratch()
    try run("cp", ["-a", path + "/.", copy.path])
    return copy
  }
}

/// Whether all cases are to run, rather than the share that CI has time for.
let isFullRun = ProcessInfo.processInfo.environment["VSM_FULL"] == "1"
