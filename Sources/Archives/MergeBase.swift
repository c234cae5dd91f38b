import Git

extension Archive {
  /// The stream as it was where two lines of history parted: the left side of `A...B`. The working copy counts as the commit
  /// that is checked out.
  package func mergeBase(of left: Revision, and right: Revision) throws(ArchiveError) -> Revision {
    let ids = (try commitID(of: left), try commitID(of: right))
    let base = try commonCommit(of: ids.0, and: ids.1, (left.label, right.label))
    return Revision(
      stream: right.stream, state: left.state, place: try place(of: base, stream: right.stream),
      label: String(base.hex.prefix(7)))
  }

  private func commitID(of revision: Revision) throws(ArchiveError) -> ObjectID {
    if let version = revision.version { return version.id }
    if let id = try git({ () throws(GitError) in try repository.target(of: "HEAD") }) { return id }
    throw .noVersions(stream: revision.stream)
  }
}
