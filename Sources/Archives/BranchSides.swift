import Git
import ValueStreams

/// Two commits, or a commit and the working copy, that are compared as wholes: every stream, not one.
package struct BranchSides: Sendable {
  package struct Side: Sendable {
    /// What the user called it, or a short commit id.
    package var label: String
    let commit: ObjectID
    var isWorkingCopy = false
  }

  package var before: Side
  package var after: Side
}

extension Archive {
  /// What a pair names when both sides are branches, remote branches or commits, or nothing (what is checked out, with the working
  /// copy on the right); nil where a side is called otherwise.
  ///
  /// - Throws: `shallow` when the clone does not reach back to where `A...B` parted, `unrelated` when they never were one.
  package func sides(of pair: RevisionWords.Pair) throws(ArchiveError) -> BranchSides? {
    guard let left = try commit(called: pair.left), let right = try commit(called: pair.right) else { return nil }
    var after = BranchSides.Side(label: pair.right, commit: right)
    if pair.right.isEmpty {
      after.label = try checkedOutName(right)
      if !isBare, try !changedWorkingStreams(since: right).isEmpty {
        after.isWorkingCopy = true
        after.label = "working copy"
      }
    }
    guard pair.fromMergeBase else {
      let label = pair.left.isEmpty ? try checkedOutName(left) : pair.left
      return BranchSides(before: BranchSides.Side(label: label, commit: left), after: after)
    }
    let base = try commonCommit(of: left, and: right, (pair.left, after.label))
    return BranchSides(before: BranchSides.Side(label: String(base.hex.prefix(7)), commit: base), after: after)
  }

  /// Where two lines of history parted.
  func commonCommit(
    of left: ObjectID, and right: ObjectID, _ labels: (String, String)
  ) throws(ArchiveError) -> ObjectID {
    do throws(GitError) {
      if let base = try repository.mergeBase(left, right) { return base }
    } catch {
      // Past a shallow clone's edge the walk finds nothing.
      if !repository.isShallow { throw ArchiveError(error) }
    }
    if repository.isShallow { throw .shallow("where \(labels.0) and \(labels.1) parted") }
    throw .unrelated(labels.0, labels.1)
  }

  private func commit(called word: String) throws(ArchiveError) -> ObjectID? {
    if word.isEmpty || word == "HEAD" { return try git { () throws(GitError) in try repository.target(of: "HEAD") } }
    if let tip = try branchTip(word) { return tip }
    guard word.utf8.count >= 7, word.utf8.count <= 40, word.utf8.allSatisfy({ ObjectID.value(hexDigit: $0) != nil })
    else { return nil }
    return try git { () throws(GitError) in try repository.commitID(abbreviated: word) }
  }

  /// The streams that differ between the two sides, sorted.
  package func changedStreams(between sides: BranchSides) throws(ArchiveError) -> [String] {
    let trees = (try tree(of: sides.before.commit), try tree(of: sides.after.commit))
    let changes = try git { () throws(GitError) in
      try TreeChanges(in: repository, filesNamed: Provenance.State.fileNames).from(trees.0, to: trees.1)
    }
    var streams: Set<String> = []
    for change in changes where StreamName.isValid(change.folder) {
      let blobs = [change.old, change.new].compactMap(\.self)
      if blobs.contains(where: { (try? repository.blob($0, limit: Self.mapLimit)).map(claimsToBeMap) ?? true }) {
        streams.insert(change.folder)
      }
    }
    if sides.after.isWorkingCopy { streams.formUnion(try changedWorkingStreams(since: sides.after.commit)) }
    return streams.sorted()
  }

  /// The streams of the working copy whose maps are not what that commit holds; no main line is asked for.
  private func changedWorkingStreams(since commit: ObjectID) throws(ArchiveError) -> [String] {
    guard let files = workingTree else { return [] }
    var changed: [String] = []
    for folder in files.folders(withFileNamed: Provenance.State.current.fileName) where StreamName.isValid(folder) {
      guard let bytes = try workingBytes(of: folder, .current), claimsToBeMap(bytes) else { continue }
      if try !hasSameMaps(folder, at: commit) { changed.append(folder) }
    }
    return changed
  }

  /// The branch that is checked out, else the commit.
  private func checkedOutName(_ commit: ObjectID) throws(ArchiveError) -> String {
    if case .branch(let name) = try git({ () throws(GitError) in try repository.head() }) {
      return name.replacing("refs/heads/", with: "", maxReplacements: 1)
    }
    return String(commit.hex.prefix(7))
  }

  private func hasSameMaps(_ stream: String, at commit: ObjectID) throws(ArchiveError) -> Bool {
    let tree = try tree(of: commit)
    for state in Provenance.State.allCases {
      let committed = try bytes(at: "\(stream)/\(state.fileName)", inTree: tree)
      if try workingBytes(of: stream, state) != committed { return false }
    }
    return true
  }

  /// A stream on one side, called by its version where the main line is known that far.
  package func revision(of stream: String, on side: BranchSides.Side) throws(ArchiveError) -> Revision {
    if side.isWorkingCopy { return Revision(stream: stream, place: .workingCopy, label: side.label) }
    let place = try knownPlace(of: side.commit, stream: stream)
    // A commit that nobody named is called by the version in force there.
    if case .version(let version) = place, side.commit.hex.hasPrefix(side.label) {
      return Revision(stream: stream, place: place, label: version.name)
    }
    return Revision(stream: stream, place: place, label: side.label)
  }

  /// A server that checks a proposal often has neither a main line nor the whole history; the maps are there all the same.
  private func knownPlace(of commit: ObjectID, stream: String) throws(ArchiveError) -> Revision.Place {
    if !repository.isShallow {
      do throws(ArchiveError) {
        return try place(of: commit, stream: stream)
      } catch {
        guard case .noMainLine = error else { throw error }
      }
    }
    return .commit(try version(commit, number: 0, of: stream))
  }
}
