import Git

/// A file that a commit changes, and what becomes of the working copy's file.
struct FileChange {
  enum Working {
    /// It follows if it is what the tip has: nobody's edit is overwritten.
    case ifClean
    /// It becomes `with` if it still is what was read.
    case replacing(seen: [UInt8]?, with: [UInt8]?)
  }

  var path: String
  /// What is committed; nil removes the file.
  var bytes: [UInt8]?
  var working: Working

  /// The folder that holds it.
  var stream: String { path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "" }
}

/// Working files and index entries as they were before a commit touched them.
private struct Untouched {
  var files: [(path: String, bytes: [UInt8]?)] = []
  var entries: [String: ObjectID?] = [:]
}

/// Working files and index, changed for a commit whose branch has not moved yet: kept when it moves, put back when it cannot.
///
/// The index is written before the branch: were it the other way round, a crash in between would leave an index with
/// the old map, and the next plain `git commit` would silently take the new version back.
struct Staging {
  private let files: WorkingTree
  private let area: StagingArea
  private var before = Untouched()

  /// Takes the index's lock; nil in a bare repository.
  init?(_ archive: Archive) throws(ArchiveError) {
    guard let files = archive.workingTree else { return nil }
    self.files = files
    area = try git { () throws(GitError) in try StagingArea(of: archive.repository, patience: archive.patience) }
  }

  /// Writes canonical bytes into the working files and names the blobs in the index.
  mutating func apply(
    _ changes: [FileChange], blobs: [String: ObjectID?], tipBytes: (String) throws(ArchiveError) -> [UInt8]?
  ) throws(ArchiveError) {
    for change in changes {
      let present = try git { () throws(GitError) in try files.read(change.path, limit: Archive.mapLimit) }
      let wanted: [UInt8]?
      switch change.working {
      case .ifClean:
        guard present == (try tipBytes(change.path)) else { continue }
        wanted = change.bytes
      case .replacing(let seen, let bytes):
        guard present == seen else { throw .fileChanged(path: change.path) }
        wanted = bytes
      }
      guard wanted != present else { continue }
      before.files.append((change.path, present))
      try put(wanted, at: change.path)
    }
    try git { () throws(GitError) in
      before.entries = try area.staged(changes.map(\.path))
      try area.stage(blobs, workingTree: files)
    }
  }

  /// Undoes `apply`: the branch did not move.
  mutating func putBack() throws(ArchiveError) {
    for file in before.files.reversed() { try put(file.bytes, at: file.path) }
    if !before.entries.isEmpty {
      try git { () throws(GitError) in try area.stage(before.entries, workingTree: nil) }
    }
    before = Untouched()
  }

  /// Makes the index name these blobs, whatever the working files hold.
  func match(_ blobs: [String: ObjectID?]) throws(ArchiveError) {
    try git { () throws(GitError) in try area.stage(blobs, workingTree: nil) }
  }

  private func put(_ bytes: [UInt8]?, at path: String) throws(ArchiveError) {
    try git { () throws(GitError) in
      if let bytes { try files.write(bytes, to: path) } else { try files.remove(path) }
    }
  }
}
