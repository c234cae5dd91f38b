import CGit
import Glibc

/// The index under its lock: as long as this value lives, neither git nor another vsmrepo changes it.
///
/// libgit2 locks only while it writes, so that what somebody stages between its reading and its writing would be
/// lost. Here the lock spans both, and may span the move of a branch as well. A class because a held lock has identity.
package final class StagingArea {
  private let lock: LockFile
  private let path: String

  package init(of repository: Repository, patience: Patience) throws(GitError) {
    path = repository.gitDirectory + "index"
    lock = try LockFile(path + ".lock", patience: patience)
  }

  /// What the index has at each of `paths`; nil where it has nothing.
  package func staged(_ paths: [String]) throws(GitError) -> [String: ObjectID?] {
    let index = try open(path)
    var result: [String: ObjectID?] = [:]
    for path in paths {
      let entry = unsafe git_index_get_bypath(index.pointer, path, 0)
      result.updateValue(unsafe entry.map { unsafe ObjectID($0.pointee.id) }, forKey: path)
    }
    return result
  }

  /// Makes the index name these blobs, or nothing, at these paths; everything else that is staged stays.
  ///
  /// By id, so that no filter such as `autocrlf` touches the bytes. A path without a mode of its own is a plain file.
  package func stage(
    _ files: [String: ObjectID?], modes: [String: UInt32] = [:], workingTree: WorkingTree?
  ) throws(GitError) {
    let temporary = path + ".vsmrepo"
    do throws(GitError) {
      try copy(path, to: temporary)
      let index = try open(temporary)
      for (path, id) in files.sorted(by: { $0.key < $1.key }) {
        let cleared = unsafe git_index_conflict_remove(index.pointer, path)
        if cleared != GIT_ENOTFOUND.rawValue { try check(cleared, path) }
        if let id {
          let mode = modes[path] ?? UInt32(GIT_FILEMODE_BLOB.rawValue)
          try add(id, mode, at: path, to: index, workingTree: workingTree)
        } else {
          let code = unsafe git_index_remove(index.pointer, path, 0)
          if code != GIT_ENOTFOUND.rawValue { try check(code, path) }
        }
      }
      try check(unsafe git_index_write(index.pointer), path)
      guard unsafe rename(temporary, path) == 0 else { throw GitError(errno: errno, subject: path) }
    } catch {
      unsafe unlink(temporary)
      throw error
    }
  }

  private func add(
    _ id: ObjectID, _ mode: UInt32, at path: String, to index: borrowing Handle, workingTree: WorkingTree?
  ) throws(GitError) {
    var information = stat()
    let exists = workingTree.map { unsafe lstat($0.root + path, &information) == 0 } ?? false
    let code = unsafe path.withCString { name in
      var entry = unsafe git_index_entry()
      unsafe entry.id = id.raw
      unsafe entry.mode = mode
      unsafe entry.path = unsafe name
      if exists {
        // With the file's times, git need not read the file again to see that nothing changed.
        unsafe entry.file_size = UInt32(truncatingIfNeeded: information.st_size)
        unsafe entry.mtime = git_index_time(
          seconds: Int32(truncatingIfNeeded: information.st_mtim.tv_sec),
          nanoseconds: UInt32(information.st_mtim.tv_nsec))
        unsafe entry.ctime = git_index_time(
          seconds: Int32(truncatingIfNeeded: information.st_ctim.tv_sec),
          nanoseconds: UInt32(information.st_ctim.tv_nsec))
        unsafe entry.dev = UInt32(truncatingIfNeeded: information.st_dev)
        unsafe entry.ino = UInt32(truncatingIfNeeded: information.st_ino)
        unsafe entry.uid = information.st_uid
        unsafe entry.gid = information.st_gid
      }
      return unsafe git_index_add(index.pointer, &entry)
    }
    try check(code, path)
  }

  /// Opens an index file; an extension that libgit2 cannot keep (a split or a sparse index) is `unsupported`.
  private func open(_ path: String) throws(GitError) -> Handle {
    do throws(GitError) {
      return try unsafe Handle(path, freedBy: git_index_free) { unsafe git_index_open(&$0, path) }
    } catch {
      if case .other(_, _, let reason) = error, reason.contains("unsupported mandatory extension") {
        let feature = reason.contains("'link'") ? "split index" : reason.contains("'sdir'") ? "sparse index" : reason
        throw .unsupported(subject: path, feature: feature)
      }
      throw error
    }
  }

  private func copy(_ source: String, to target: String) throws(GitError) {
    unsafe unlink(target)
    let bytes: [UInt8]
    do throws(GitError) {
      bytes = try Descriptor(source, in: AT_FDCWD, flags: O_RDONLY, subject: source).read(limit: .max, subject: source)
    } catch {
      if case .notFound = error { return }
      throw error
    }
    try Descriptor(target, in: AT_FDCWD, flags: O_WRONLY | O_CREAT | O_EXCL, subject: target)
      .write(bytes, durable: false, subject: target)
  }
}
