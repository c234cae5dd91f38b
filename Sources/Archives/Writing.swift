import Git

/// What goes onto the main line's tip.
struct Plan {
  var files: [FileChange]
  var message: Message
  /// Further parents, after the tip.
  var otherParents: [ObjectID] = []
  var author: Signature
  var committer: Signature
  /// For the reflog.
  var log: String
}

extension Archive {
  /// Puts one commit onto the main line: blobs, tree, commit object, working files and index, then the branch by
  /// compare-and-swap. `plan` is asked again whenever the tip is another one than before; nil means that nothing is to do.
  func advance(
    _ line: MainLine, plan: (_ tip: ObjectID?) throws(ArchiveError) -> Plan?
  ) throws(ArchiveError) -> ObjectID? {
    try advance(line.reference, staging: try Staging(self), plan: plan)
  }

  /// The same for any branch; without `staging`, working files and index stay as they are.
  func advance(
    _ reference: String, staging: consuming Staging?, plan: (_ tip: ObjectID?) throws(ArchiveError) -> Plan?
  ) throws(ArchiveError) -> ObjectID? {
    var staging = staging
    while true {
      let tip = try git { () throws(GitError) in try repository.target(of: reference) }
      guard let plan = try plan(tip) else { return nil }
      let blobs = try store(plan.files)
      guard let commit = try createCommit(plan, blobs: blobs, on: tip) else { return nil }
      do throws(ArchiveError) {
        let tipTree = try tree(of: tip)
        try staging?.apply(plan.files, blobs: blobs) { path throws(ArchiveError) in try bytes(at: path, inTree: tipTree)
        }
        if try move(reference, from: tip, to: commit, by: plan.committer, log: plan.log) {
          if durable { try git { () throws(GitError) in try repository.syncFolders(ofReferences: [reference]) } }
          return commit
        }
      } catch {
        try staging?.putBack()
        throw error
      }
      try staging?.putBack()
    }
  }

  /// Moves a reference; false when somebody else was first.
  func move(
    _ reference: String, from tip: ObjectID?, to commit: ObjectID, by who: Signature, log: String
  ) throws(ArchiveError) -> Bool {
    do throws(GitError) {
      try patience.retrying { () throws(GitError) in
        try repository.move(reference, from: tip, to: commit, by: who, log: log)
      }
      return true
    } catch {
      switch error {
      case .moved: return false
      case .exists where tip == nil: return false
      case .locked: throw lockError(on: reference)
      default: throw ArchiveError(error)
      }
    }
  }

  /// A held reference lock, with its file.
  func lockError(on reference: String) -> ArchiveError {
    let path = repository.commonDirectory + reference + ".lock"
    return .locked(path: path, age: LockFile.age(of: path))
  }

  func store(_ files: [FileChange]) throws(ArchiveError) -> [String: ObjectID?] {
    var blobs: [String: ObjectID?] = [:]
    for file in files {
      var id: ObjectID?
      if let bytes = file.bytes { id = try git { () throws(GitError) in try repository.write(blob: bytes) } }
      blobs.updateValue(id, forKey: file.path)
    }
    return blobs
  }

  /// Tree and commit object; nil when the tree would be the tip's own.
  private func createCommit(
    _ plan: Plan, blobs: [String: ObjectID?], on tip: ObjectID?
  ) throws(ArchiveError) -> ObjectID? {
    let old = try tree(of: tip)
    for path in blobs.keys.sorted() { try checkFree(path, inTree: old) }
    return try git { () throws(GitError) in
      let tree = try repository.replacing(blobs, inTree: old)
      if tree == old, plan.otherParents.isEmpty { return nil }
      return try repository.createCommit(
        tree: tree, parents: (tip.map { [$0] } ?? []) + plan.otherParents, author: plan.author,
        committer: plan.committer, message: plan.message.text)
    }
  }

  /// Throws `pathTaken` when a file, link or submodule stands where `path` needs a folder, or a folder where it needs a file.
  private func checkFree(_ path: String, inTree tree: ObjectID?) throws(ArchiveError) {
    guard let tree else { return }
    let components = path.split(separator: "/")
    for count in 1...max(1, components.count) {
      let part = components.prefix(count).joined(separator: "/")
      guard let entry = try git({ () throws(GitError) in try repository.entry(at: part, inTree: tree) }) else { return }
      if entry.kind != (count == components.count ? .file : .folder) { throw .pathTaken(part) }
    }
  }

  func tree(of commit: ObjectID?) throws(ArchiveError) -> ObjectID? {
    guard let commit else { return nil }
    return try git { () throws(GitError) in try repository.outline(of: commit).tree }
  }

  /// The bytes of a file in a tree; nil when there is none.
  func bytes(at path: String, inTree tree: ObjectID?) throws(ArchiveError) -> [UInt8]? {
    guard let tree else { return nil }
    return try git { () throws(GitError) in
      guard let entry = try repository.entry(at: path, inTree: tree), entry.kind == .file else { return nil }
      return try repository.blob(entry.id, limit: Self.mapLimit)
    }
  }
}
