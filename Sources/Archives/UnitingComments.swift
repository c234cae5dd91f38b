import Git

extension Archive {
  /// Takes in the comments under another reference (a remote's), and says how many are new here: the union of the lines, commit
  /// by commit, with both histories as parents, so that it can be pushed back without force.
  @discardableResult
  package func uniteComments(from reference: String) throws(ArchiveError) -> Int {
    guard let theirs = try git({ () throws(GitError) in try repository.target(of: reference) }) else { return 0 }
    while true {
      let ours = try git { () throws(GitError) in try repository.target(of: Self.notes) }
      if ours == theirs { return 0 }
      if let ours, try git({ () throws(GitError) in try repository.isAncestor(theirs, of: ours) }) { return 0 }
      let (next, count) = try united(ours, theirs)
      if try move(Self.notes, from: ours, to: next, by: try identity(.committer, .now()), log: "vsmrepo: comments") {
        if durable { try git { () throws(GitError) in try repository.syncFolders(ofReferences: [Self.notes]) } }
        return count
      }
    }
  }

  /// The notes commit that holds both, and how many lines of theirs are not in ours. A commit that grew out of ours is taken as
  /// it is: whoever took a comment away there meant it.
  private func united(_ ours: ObjectID?, _ theirs: ObjectID) throws(ArchiveError) -> (notes: ObjectID, count: Int) {
    let isForward =
      if let ours { try git { () throws(GitError) in try repository.isAncestor(ours, of: theirs) } } else { true }
    let committer = try identity(.committer, .now())
    var next = ours
    // A comment that was carried to another commit is still one.
    var found: Set<[UInt8]> = []
    for commit in try git({ () throws(GitError) in try repository.notedObjects(in: theirs) }) {
      let known = try lines(on: commit, in: ours)
      let new = try lines(on: commit, in: theirs).filter { !known.contains($0) }
      found.formUnion(new)
      if new.isEmpty || isForward { continue }
      let text = (known + new).map { String(decoding: $0, as: UTF8.self) + "\n" }.joined()
      next = try git { () throws(GitError) in
        try repository.createNote(text, on: commit, after: next, author: committer, committer: committer)
      }
    }
    guard !isForward, let ours, let next else { return (theirs, found.count) }
    let merged = try git { () throws(GitError) in
      try repository.createCommit(
        tree: try repository.outline(of: next).tree, parents: [ours, theirs], author: committer, committer: committer,
        message: "Merge comments\n")
    }
    return (merged, found.count)
  }

  private func lines(on commit: ObjectID, in notes: ObjectID?) throws(ArchiveError) -> [[UInt8]] {
    guard let notes else { return [] }
    return Self.lines(try git { () throws(GitError) in try repository.note(on: commit, in: notes) } ?? [])
  }
}
