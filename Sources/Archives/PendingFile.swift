import Git

/// A file of vsmrepo's own among Git's: what waits for the user's decision survives a restart.
extension Archive {
  private static let pendingPath = "vsmrepo/merge.json"

  private var ownFiles: WorkingTree { WorkingTree(root: gitDirectory, durable: durable) }

  /// What was saved; nil when nothing waits.
  package func pendingMerge() throws(ArchiveError) -> [UInt8]? {
    try git { () throws(GitError) in try ownFiles.read(Self.pendingPath, limit: 4 * Self.mapLimit) }
  }

  /// Saves it, whole or not at all.
  package func savePendingMerge(_ bytes: [UInt8]) throws(ArchiveError) {
    try git { () throws(GitError) in try ownFiles.write(bytes, to: Self.pendingPath) }
  }

  package func removePendingMerge() throws(ArchiveError) {
    if try pendingMerge() != nil { try git { () throws(GitError) in try ownFiles.remove(Self.pendingPath) } }
  }
}
