import Archives
import ArgumentParser
import Console

/// `vsmrepo unlock`: removing the lock of a program that died.
struct Unlock: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unlock", abstract: "Remove locks that a program left when it died.",
    discussion: """
      Looks for programs at work in the repository first, and leaves locks younger than a minute alone unless --now is said.

      Example: vsmrepo unlock
      """)

  @OptionGroup var global: GlobalOptions
  @Flag(help: "Also locks younger than a minute.") var now = false

  func run() throws {
    let archive = try Naming(global: global).archive()
    let removed = try archive.unlock(now: now)
    let output = Output(options: global)
    for lock in removed { try output.show(visibleLine("Removed \(lock.path), \(lock.age) s old.") + "\n") }
    let left = archive.locks()
    for lock in left {
      try output.show(visibleLine("Left \(lock.path), \(lock.age) s old; --now removes it too.") + "\n")
    }
    if removed.isEmpty, left.isEmpty { try output.show("There is no lock.\n") }
  }
}
