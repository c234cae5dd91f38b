import Foundation
import TestSupport
import Testing

@testable import Git

@Suite struct LockFileTests {
  @Test("Who gives up waiting for a lock leaves it to its holder, who removes it when done")
  func givingUp() throws {
    let scratch = try Scratch()
    let path = scratch.path + "/index.lock"
    func exists() -> Bool { FileManager.default.fileExists(atPath: path) }
    do {
      let held = try LockFile(path, patience: Patience(seconds: 0))
      #expect(exists())
      #expect(throws: GitError.locked(subject: path)) { _ = try LockFile(path, patience: Patience(seconds: 0)) }
      #expect(exists())
      #expect(held.path == path)
    }
    #expect(!exists())
  }
}
