import Git

/// A lock file that somebody left, or holds.
package struct HeldLock: Equatable, Sendable {
  package var path: String
  /// Seconds since it was made.
  package var age: Int
}

extension Archive {
  /// Git's lock files in this repository, sorted by path.
  package func locks() -> [HeldLock] {
    let folders = Set([repository.commonDirectory, repository.gitDirectory])
    return folders.flatMap { LockFile.all(below: $0) }.sorted().compactMap { path in
      LockFile.age(of: path).map { HeldLock(path: path, age: $0) }
    }
  }

  /// Removes locks that are older than a minute (with `now`: any), unless a process is at work in the repository, and
  /// gives those that it removed. Nothing proves a lock dead; hence never unasked.
  package func unlock(now: Bool = false) throws(ArchiveError) -> [HeldLock] {
    let dead = locks().filter { now || $0.age >= 60 }
    guard !dead.isEmpty else { return [] }
    let places = [repository.commonDirectory, repository.workingDirectory].compactMap(\.self)
    if let writer = Writers.atWork(in: places) {
      throw .writerAtWork(process: writer.process, command: writer.command)
    }
    for lock in dead { try git { () throws(GitError) in try LockFile.remove(lock.path) } }
    return dead
  }
}
