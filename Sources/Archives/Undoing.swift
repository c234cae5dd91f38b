import Git
import ValueStreams

extension Archive {
  private static let undone = "refs/vsmrepo/undone/"

  /// Takes the latest version back, and gives it. It stays reachable as `refs/vsmrepo/undone/<commit>`, its tag goes,
  /// the working file stays as it is.
  package func undo() throws(ArchiveError) -> Version {
    let line = try mainLine()
    try checkWritable(line)
    guard let tip = line.tip else { throw .cannotUndo(.nothing) }
    let history = try history(at: tip)
    let version = try undoableVersion(at: tip, in: history)
    let changes = try filesChanged(by: try git { () throws(GitError) in try repository.commit(tip) })
    let who = try identity(.committer, .now())
    let staging = try Staging(self)
    _ = try move(Self.undone + version.commit, from: nil, to: version.id, by: who, log: "vsmrepo: undo")
    if durable { try git { () throws(GitError) in try repository.syncFolders(ofReferences: [Self.undone + "x"]) } }
    // The branch before the index: a crash in between leaves the version staged, never taken back unasked.
    try retreat(line, from: version, by: who)
    try staging?.match(try blobIDs(of: changes, at: version.parentIDs.first))
    try dropTags(of: version.id, in: history)
    return version
  }

  private func undoableVersion(at tip: ObjectID, in history: History) throws(ArchiveError) -> Version {
    guard let record = history.records.last, record.commit == tip else {
      let message = try git { () throws(GitError) in try repository.commit(tip).message }
      throw .cannotUndo(.noVersion(subject: Message(parsing: message).subject))
    }
    let version = try version(record, of: history.streams[record.stream])
    if try isPublished(tip) { throw .cannotUndo(.published(version)) }
    return version
  }

  /// Moves the branch back to the version's first parent, or removes it when there is none.
  private func retreat(_ line: MainLine, from version: Version, by who: Signature) throws(ArchiveError) {
    if let parent = version.parentIDs.first {
      guard try move(line.reference, from: version.id, to: parent, by: who, log: "vsmrepo: undo \(version.name)") else {
        throw .overtaken(stream: version.stream, version: nil)
      }
      return
    }
    do throws(GitError) {
      try patience.retrying { () throws(GitError) in try repository.remove(line.reference, expected: version.id) }
    } catch {
      switch error {
      case .moved: throw .overtaken(stream: version.stream, version: nil)
      case .locked: throw lockError(on: line.reference)
      default: throw ArchiveError(error)
      }
    }
  }

  /// Makes the version that was undone last, on top of the tip as it is now, the latest again.
  package func redo() throws(ArchiveError) -> Version {
    let line = try mainLine()
    try checkWritable(line)
    guard let commit = try redoable(on: line.tip) else { throw .nothingToRedo }
    let who = try identity(.committer, .now())
    var staging = try Staging(self)
    let changes = try filesChanged(by: commit)
    let tipTree = try tree(of: line.tip)
    do throws(ArchiveError) {
      try staging?.apply(changes, blobs: try blobIDs(of: changes, at: commit.id)) { path throws(ArchiveError) in
        try bytes(at: path, inTree: tipTree)
      }
      guard try move(line.reference, from: line.tip, to: commit.id, by: who, log: "vsmrepo: redo") else {
        throw ArchiveError.overtaken(stream: changes.first?.stream ?? "", version: nil)
      }
    } catch {
      try staging?.putBack()
      throw error
    }
    try git { () throws(GitError) in try repository.remove(Self.undone + commit.id.hex, expected: commit.id) }
    let grown = try self.history(at: commit.id)
    guard let record = grown.records.last, record.commit == commit.id else { throw .nothingToRedo }
    let stream = grown.streams[record.stream]
    try mendTags(of: stream, in: grown, newest: commit.id, by: who)
    return try version(record, of: stream)
  }

  /// Of the undone commits that stood on `tip`, the youngest.
  private func redoable(on tip: ObjectID?) throws(ArchiveError) -> Commit? {
    try git { () throws(GitError) in
      var found: Commit?
      for (_, id) in try repository.targets(under: Self.undone) {
        let commit = try repository.commit(id)
        let isYounger = found.map { $0.committer.when.seconds <= commit.committer.when.seconds } ?? true
        if commit.parents.first == tip, isYounger { found = commit }
      }
      return found
    }
  }

  /// The maps that a commit changed against its first parent.
  private func filesChanged(by commit: Commit) throws(ArchiveError) -> [FileChange] {
    let old = try tree(of: commit.parents.first)
    let changes = try git { () throws(GitError) in
      try TreeChanges(in: repository, filesNamed: Provenance.State.fileNames).from(old, to: commit.tree)
    }
    var files: [FileChange] = []
    for change in changes where StreamName.isValid(change.folder) {
      let path = "\(change.folder)/\(change.name)"
      files.append(FileChange(path: path, bytes: try bytes(at: path, inTree: commit.tree), working: .ifClean))
    }
    return files
  }

  private func blobIDs(of changes: [FileChange], at commit: ObjectID?) throws(ArchiveError) -> [String: ObjectID?] {
    let tree = try tree(of: commit)
    var blobs: [String: ObjectID?] = [:]
    for change in changes { blobs.updateValue(try blobID(at: change.path, inTree: tree), forKey: change.path) }
    return blobs
  }

  func blobID(at path: String, inTree tree: ObjectID?) throws(ArchiveError) -> ObjectID? {
    guard let tree else { return nil }
    return try git { () throws(GitError) in try repository.entry(at: path, inTree: tree)?.id }
  }

  /// Removes the tags that vsmrepo made for a commit that is no version any more.
  func dropTags(of commit: ObjectID, in history: History) throws(ArchiveError) {
    for record in history.records where record.commit == commit {
      let stream = history.streams[record.stream]
      guard case .made(let tag) = try versionTag(stream, record.number), tag.target == commit else { continue }
      let reference = VersionTag.reference(stream, record.number)
      try git { () throws(GitError) in
        try patience.retrying { () throws(GitError) in try repository.remove(reference, expected: tag.id) }
      }
    }
  }
}
