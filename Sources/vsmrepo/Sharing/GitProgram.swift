import Archives
import Console
import Glibc
import Subprocess

/// The `git` program, for what it does better than libgit2: packing and transfers.
struct GitProgram {
  private let folder: String

  init(_ archive: Archive) {
    folder = archive.workingDirectory ?? archive.gitDirectory
  }

  init(in folder: String) {
    self.folder = folder
  }

  /// How a transfer ended, with what git said.
  struct Answer {
    var status: Int32
    var output: String
    var errors: [String]
  }

  /// Runs git in the archive with the user's own output and input.
  ///
  /// - Throws: ``Failure/noGit`` where there is no such program, ``Failure/gitFailed(command:status:)`` when it fails.
  func run(_ arguments: String...) async throws {
    let status = try await Self.starting {
      try await Subprocess.run(
        .name("git"), arguments: Arguments(["-C", folder] + arguments), output: .currentStandardOutput,
        error: .currentStandardError
      ).terminationStatus
    }
    guard status.isSuccess else {
      throw Failure.gitFailed(command: arguments.joined(separator: " "), status: "\(status)")
    }
  }

  /// Runs git for its exit code alone; what it prints is nobody's.
  func status(_ arguments: String...) async throws -> Int32 {
    let status = try await Self.starting {
      try await Subprocess.run(
        .name("git"), arguments: Arguments(["-C", folder] + arguments), output: .discarded, error: .discarded
      ).terminationStatus
    }
    return Self.code(status)
  }

  /// Runs git for what it prints; how it ends does not matter.
  func output(_ arguments: String...) async throws -> String {
    try await Self.starting {
      try await Subprocess.run(
        .name("git"), arguments: Arguments(["-C", folder] + arguments), output: .string(limit: 64 << 20),
        error: .currentStandardError
      ).standardOutput
    }
  }

  /// Runs a git command that talks to another machine: its progress is shown on a terminal, its words are kept, and without a
  /// terminal nothing asks for a password. A signal stops git first and then this program.
  func transfer(_ arguments: [String]) async throws -> Answer {
    let relay = TransferRelay()
    Interruption.hold()
    let result = try await Self.starting {
      try await Subprocess.run(
        .name("git"), arguments: Arguments(["-C", folder] + arguments),
        environment: .inherit.updating(variables), input: .none,
        output: .string(limit: 16 << 20), error: .sequence
      ) { execution in
        Interruption.passOn(to: execution.processIdentifier.value)
        for try await buffer in execution.standardError { relay.take(buffer.withUnsafeBytes { Array($0) }) }
      }
    }
    Interruption.passOn(to: 0)
    relay.end()
    Interruption.endIfCaught()
    return Answer(status: Self.code(result.terminationStatus), output: result.standardOutput, errors: relay.lines)
  }

  private static func code(_ status: TerminationStatus) -> Int32 {
    switch status {
    case .exited(let code): code
    case .signaled(let number): 128 + number
    }
  }

  private static func starting<Result>(_ body: () async throws -> Result) async throws -> Result {
    do {
      return try await body()
    } catch let error as SubprocessError {
      if error.code == .executableNotFound { throw Failure.noGit }
      throw error
    }
  }

  /// git's messages in English, because they are read here; and no question that nobody can answer.
  private var variables: [Subprocess.Environment.Key: String?] {
    typealias Environment = Console.Environment
    var variables: [Subprocess.Environment.Key: String?] = ["LC_ALL": "C.UTF-8", "GIT_FLUSH": "1"]
    guard !Self.hasTerminal else { return variables }
    variables["GIT_TERMINAL_PROMPT"] = "0"
    let ssh = Environment["GIT_SSH_COMMAND"] ?? configuredSSH ?? (Environment["GIT_SSH"] == nil ? "ssh" : nil)
    if let ssh, ssh.split(separator: " ").first?.split(separator: "/").last == "ssh" {
      variables["GIT_SSH_COMMAND"] = ssh + " -o BatchMode=yes"
    }
    return variables
  }

  /// What `core.sshCommand` says; nil where it says nothing or there is no archive yet.
  private var configuredSSH: String? { try? Archive.open(at: folder).configuredSSH }

  /// Whether somebody is there who can answer git's questions: they are asked on the terminal, whatever standard input is.
  private static var hasTerminal: Bool {
    guard isatty(STDERR_FILENO) == 1 else { return false }
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
    if terminal >= 0 { close(terminal) }
    return terminal >= 0
  }
}
