import Git
import ValueStreams

extension Archive {
  /// The main line's versions: from the index when it knows the tip, else from where it left off, else from the start.
  func history() throws(ArchiveError) -> History? {
    guard let tip = try mainLine().tip else { return nil }
    return try history(at: tip)
  }

  /// The same up to any commit; `isKept` says whether the index is to start from there next time.
  func history(at tip: ObjectID, isKept: Bool = true) throws(ArchiveError) -> History {
    let known = loadIndex()
    if let known, known.tip == tip { return known }
    let (commits, gap) = try firstParents(from: tip, until: known?.tip)
    let joins = known != nil && gap == nil && commits.last?.firstParent == known?.tip
    var history = joins ? known ?? History(tip: tip) : History(tip: tip)
    history.gap = gap
    try extend(&history, by: commits.reversed(), knownStreams: joins)
    history.tip = tip
    if gap == nil, isKept { save(history) }
    return history
  }

  /// Commits from `tip` along first parents, newest first, up to but without `end`; and why it stopped, if it did early.
  private func firstParents(
    from tip: ObjectID, until end: ObjectID?
  ) throws(ArchiveError) -> (commits: [CommitOutline], gap: History.Gap?) {
    var commits: [CommitOutline] = []
    var next: ObjectID? = tip
    while let id = next, id != end {
      do throws(GitError) {
        let commit = try repository.outline(of: id)
        commits.append(commit)
        next = commit.firstParent
      } catch {
        if repository.isShallow, case .notFound = error { return (commits, .shallow) }
        return (commits, .damaged(what: id.hex, reason: "the commit cannot be read"))
      }
    }
    return (commits, nil)
  }

  /// Numbers what `commits` (oldest first) changed, on top of what `history` holds.
  private func extend(
    _ history: inout History, by commits: [CommitOutline], knownStreams: Bool
  ) throws(ArchiveError) {
    let changes = TreeChanges(in: repository, filesNamed: Provenance.State.fileNames)
    var started = Set(history.streams)
    var tags = PublishedNumbers(archive: self, readsAll: !knownStreams)
    var parentTree =
      try knownStreams ? git { () throws(GitError) in try repository.outline(of: history.tip).tree } : nil
    for (place, commit) in commits.enumerated() {
      defer { parentTree = commit.tree }
      // At the edge of a gap nothing is known of the commit before: whether this one changed a map cannot be told.
      if place == 0, history.gap != nil {
        try noteTagged(commit, in: &history, tags: &tags, started: &started)
        continue
      }
      let changed: [TreeChanges.Change]
      do throws(GitError) {
        changed = try changes.from(parentTree, to: commit.tree)
      } catch {
        history.gap = .damaged(what: commit.id.hex, reason: "a folder of it cannot be read")
        try noteTagged(commit, in: &history, tags: &tags, started: &started)
        continue
      }
      for stream in Set(changed.map(\.folder)).sorted() where StreamName.isValid(stream) {
        if !started.contains(stream) {
          let blobs = changed.filter { $0.folder == stream }.compactMap(\.new)
          guard blobs.contains(where: { (try? repository.blob($0, limit: Self.mapLimit)).map(claimsToBeMap) ?? true })
          else { continue }
          started.insert(stream)
        }
        let number = try tags.number(of: commit.id, stream: stream)
        let maps = try maps(of: stream, at: commit, after: history.latest(of: stream)?.maps, changed)
        history.append(commit.id, seconds: commit.seconds, stream: stream, number: number, maps: maps)
      }
    }
  }

  /// The maps of a stream after what a commit `changed` of those `before`.
  private func maps(
    of stream: String, at commit: CommitOutline, after before: History.Maps?, _ changed: [TreeChanges.Change]
  ) throws(ArchiveError) -> History.Maps {
    guard var maps = before else {
      let found = try blobs(of: stream, inTree: commit.tree)
      return History.Maps(current: found[.current], future: found[.future])
    }
    for change in changed where change.folder == stream {
      for state in Provenance.State.allCases where state.fileName == change.name { maps[state] = change.new }
    }
    return maps
  }

  /// Where changes cannot be told, tags still name the versions.
  private func noteTagged(
    _ commit: CommitOutline, in history: inout History, tags: inout PublishedNumbers, started: inout Set<String>
  ) throws(ArchiveError) {
    for (stream, number) in try tags.all(of: commit.id) {
      started.insert(stream)
      history.append(commit.id, seconds: commit.seconds, stream: stream, number: number)
    }
    // A stream that is there at the edge began before it.
    if let folders = try? TreeChanges(in: repository, filesNamed: Provenance.State.fileNames).from(nil, to: commit.tree)
    {
      started.formUnion(folders.map(\.folder))
    }
  }
}
