import Archives
import Console
import Subprocess

/// The `git` program, for what it does better than libgit2: packing and transfers.
struct GitProgram {
  private let folder: String

  init(_ archive: Archive) {
    folder = archive.workingDirectory ?? archive.gitDirectory
  }

  /// Runs git in the archive with the user's own output and input.
  ///
  /// - Throws: ``Failure/noGit`` where there is no such program, ``Failure/gitFailed(command:status:)`` when it fails.
  func run(_ arguments: String...) async throws {
    let status: TerminationStatus
    do {
      status = try await Subprocess.run(
        .name("git"), arguments: Arguments(["-C", folder] + arguments), output: .currentStandardOutput,
        error: .currentStandardError
      ).terminationStatus
    } catch let error as SubprocessError {
      if error.code == .executableNotFound { throw Failure.noGit }
      throw error
    }
    guard status.isSuccess else {
      throw Failure.gitFailed(command: arguments.joined(separator: " "), status: "\(status)")
    }
  }
}
