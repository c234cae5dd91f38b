import Glibc

/// A lock as Git makes it: a file called `NAME.lock`, made by whoever finds it absent, gone when the owner is done.
package struct LockFile: ~Copyable {
  package let path: String

  /// Takes the lock, or throws `locked` with its path once patience ends.
  package init(_ path: String, patience: Patience) throws(GitError) {
    // The value is complete only with the lock in hand: one that gave up waiting must not remove the holder's file.
    try patience.retrying { () throws(GitError) in
      do throws(GitError) {
        _ = try Descriptor(path, in: AT_FDCWD, flags: O_WRONLY | O_CREAT | O_EXCL, subject: path)
      } catch {
        if case .exists = error { throw .locked(subject: path) }
        throw error
      }
    }
    self.path = path
  }

  deinit {
    unsafe unlink(path)
  }

  /// The lock files below a repository's folder: beside it, and of its references.
  package static func all(below folder: String) -> [String] {
    var found: [String] = []
    var pending = [folder]
    while let next = pending.popLast() {
      for entry in WorkingTree.entries(in: next) {
        let path = next + entry.name
        if entry.isFolder, next != folder || ["refs", "vsmrepo"].contains(entry.name) { pending.append(path + "/") }
        if !entry.isFolder, entry.name.hasSuffix(".lock") { found.append(path) }
      }
    }
    return found
  }

  /// Removes a lock that somebody left.
  package static func remove(_ path: String) throws(GitError) {
    guard unsafe unlink(path) == 0 || errno == ENOENT else { throw GitError(errno: errno, subject: path) }
  }

  /// Seconds since the lock at `path` was made; nil when there is none.
  package static func age(of path: String) -> Int? {
    var information = stat()
    guard unsafe lstat(path, &information) == 0 else { return nil }
    return max(0, time(nil) - information.st_mtim.tv_sec)
  }
}
