import Archives
import ArgumentParser
import Console

/// `vsmrepo maintain`: packing the repository with `git gc`.
struct Maintain: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "maintain", abstract: "Pack the archive so that it stays small and quick.",
    discussion: """
      Runs "git gc". Whatever a branch, a tag, a comment, the reflog or an undone version holds stays.

      Example: vsmrepo maintain
      """)

  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let archive = try Naming(global: global).archive()
    try await GitProgram(archive).run("gc", "--quiet")
    try Output(options: global).show("The archive is packed.\n")
  }
}
