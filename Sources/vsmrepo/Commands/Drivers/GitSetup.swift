import Archives
import ArgumentParser
import Console
import Glibc

/// `vsmrepo git-setup`: plain Git compares and merges maps by meaning.
struct GitSetup: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "git-setup",
    abstract: "Let plain Git compare and merge maps by meaning, in this clone.",
    discussion: """
      "git diff" then says what changed in the words of "vsmrepo diff", "git log -p" and "git show" print maps one fact a \
      line, "git merge" and "git rebase" merge step by step, and comments follow a version that "git rebase" moves. Every \
      clone is set up for itself; run it again when this program has moved.

      Example: vsmrepo git-setup
      """)

  @OptionGroup var global: GlobalOptions
  @Flag(help: "Take all of it back.") var remove = false

  func run() async throws {
    let archive = try Naming(global: global).archive()
    let git = GitProgram(archive)
    let output = Output(options: global)
    for section in ["diff.vsmrepo", "merge.vsmrepo"] {
      _ = try await git.status("config", "--local", "--remove-section", section)
    }
    _ = try await git.status("config", "--local", "--unset-all", "notes.rewriteRef", "^refs/notes/vsmrepo$")
    if remove {
      try archive.removeLocalAttributes()
      return try output.show("Plain Git treats maps as text again.\n")
    }
    let program = Self.quoted(try Self.program())
    try await git.run("config", "--local", "diff.vsmrepo.command", "\(program) git-driver diff")
    try await git.run("config", "--local", "diff.vsmrepo.textconv", "\(program) git-driver text --")
    try await git.run("config", "--local", "merge.vsmrepo.name", "value stream maps by meaning")
    try await git.run("config", "--local", "merge.vsmrepo.driver", "\(program) git-driver merge -- %O %A %B %L %P")
    try await git.run("config", "--local", "--add", "notes.rewriteRef", "refs/notes/vsmrepo")
    try archive.addLocalAttributes()
    try output.show("Plain Git compares and merges maps by meaning now.\nTo take it back: vsmrepo git-setup --remove\n")
  }

  /// Where this program is: Git may be started where the PATH is another one.
  private static func program() throws -> String {
    guard let path = Naming.absolute("/proc/self/exe") else {
      throw Failure.cannotRead(path: "/proc/self/exe", reason: SystemReason.text(errno))
    }
    return path
  }

  /// For the shell that Git runs it with.
  private static func quoted(_ path: String) -> String { "'" + path.replacing("'", with: "'\\''") + "'" }
}
