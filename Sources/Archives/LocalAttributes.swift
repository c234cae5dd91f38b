import Git

/// Which files plain Git compares and merges through vsmrepo's drivers: what `.gitattributes` says, as `init` wrote it, else the
/// same lines in this clone's own `info/attributes`.
extension Archive {
  private static let localPath = "info/attributes"
  private var ownFiles: WorkingTree { WorkingTree(root: repository.commonDirectory, durable: durable) }

  package func addLocalAttributes() throws(ArchiveError) {
    let line = try mainLine()
    let shared = try bytes(at: Self.attributesPath, inTree: try tree(of: line.tip))
    let isCovered = shared == Self.withAttributes(shared)
    let local = try git { () throws(GitError) in try ownFiles.read(Self.localPath, limit: Self.mapLimit) }
    if isCovered || local == Self.withAttributes(local) { return }
    try git { () throws(GitError) in try ownFiles.write(Self.withAttributes(local), to: Self.localPath) }
  }

  package func removeLocalAttributes() throws(ArchiveError) {
    guard let local = try git({ () throws(GitError) in try ownFiles.read(Self.localPath, limit: Self.mapLimit) }) else {
      return
    }
    let rest = Self.withoutAttributes(local)
    if rest == local { return }
    try git { () throws(GitError) in
      if rest.isEmpty { try ownFiles.remove(Self.localPath) } else { try ownFiles.write(rest, to: Self.localPath) }
    }
  }
}
