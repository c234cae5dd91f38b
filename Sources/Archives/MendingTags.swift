import Git

extension Archive {
  /// Throws `nameTaken` when Git has no room for the tag of that version: `refs/tags/content` exists, say.
  func checkNameIsFree(_ stream: String, _ number: Int) throws(ArchiveError) {
    let name = VersionTag.reference(stream, number)
    let components = name.split(separator: "/")
    for count in 3..<components.count {
      let part = components.prefix(count).joined(separator: "/")
      if try git({ () throws(GitError) in try repository.reference(part) }) != nil { throw .nameTaken(name, by: part) }
    }
    if let inside = try git({ () throws(GitError) in try repository.referenceNames(under: name + "/") }).first {
      throw .nameTaken(name, by: inside)
    }
  }

  /// Gives every version of a stream that should have a tag its tag; moves one that names an unpublished commit.
  ///
  /// Records past the history's watermark are looked at one by one, older ones of `stream` only by the tag's name. The
  /// tag of `newest` is on the disk when this returns; the others can be made again at any time and are not waited for.
  func mendTags(
    of stream: String, in history: History, newest: ObjectID?, by tagger: Signature
  ) throws(ArchiveError) {
    let present = try taggedNumbers(of: stream)
    let taggable = try taggableCount(in: history)
    for (place, record) in history.records.prefix(taggable).enumerated() {
      let name = history.streams[record.stream]
      guard place >= history.tagged || (name == stream && !present.contains(record.number)) else { continue }
      try withSync(record.commit == newest) { () throws(ArchiveError) in
        try mendTag(name, record, tip: history.tip, by: tagger)
      }
    }
    guard history.gap == nil, history.tagged != taggable else { return }
    var mended = history
    mended.tagged = taggable
    save(mended)
  }

  /// How many records, from the first, get a tag: all of them without a remote, else those on the upstream's main line.
  func taggableCount(in history: History) throws(ArchiveError) -> Int {
    guard let upstream = try upstreamReference() else { return history.records.count }
    guard let tip = try git({ () throws(GitError) in try repository.target(of: upstream) }) else { return 0 }
    return try sharedCount(of: history, with: tip)
  }

  /// How many records, from the first, are also on the main line that ends at `tip`. A commit that got there as a merge's second
  /// parent is not on it.
  func sharedCount(of history: History, with tip: ObjectID) throws(ArchiveError) -> Int {
    if tip == history.tip { return history.records.count }
    let places = Dictionary(
      history.records.enumerated().map { ($1.commit, $0) }, uniquingKeysWith: { max($0, $1) })
    var next: ObjectID? = tip
    while let commit = next {
      if let place = places[commit] { return place + 1 }
      do throws(GitError) {
        next = try repository.outline(of: commit).firstParent
      } catch {
        // Past a shallow clone's edge nothing is shared that is known here.
        if case .notFound = error { return 0 }
        throw ArchiveError(error)
      }
    }
    return 0
  }

  /// The remote-tracking branch of the main line; nil when there is no remote at all.
  func upstreamReference() throws(ArchiveError) -> String? {
    let branch = try mainLine().branch
    return try git { () throws(GitError) in
      let remotes = try repository.remotes()
      guard let first = remotes.first else { return nil }
      let remote = try repository.setting("branch.\(branch).remote") ?? (remotes.contains("origin") ? "origin" : first)
      return "refs/remotes/\(remote)/\(branch)"
    }
  }

  private func mendTag(
    _ stream: String, _ record: History.Record, tip: ObjectID, by tagger: Signature
  ) throws(ArchiveError) {
    switch try versionTag(stream, record.number) {
    case .absent:
      try makeTag(stream, record, replacing: nil, by: tagger)
    case .broken(let old):
      try makeTag(stream, record, replacing: old, by: tagger)
    case .made(let tag) where tag.target != record.commit:
      let isReachable = try git { () throws(GitError) in try repository.isAncestor(tag.target, of: tip) }
      let isKept = if isReachable { true } else { try isPublished(tag.target) }
      if !isKept { try makeTag(stream, record, replacing: tag.id, by: tagger) }
    case .made, .foreign:
      break
    }
  }

  /// Whether a remote-tracking reference contains the commit.
  func isPublished(_ commit: ObjectID) throws(ArchiveError) -> Bool {
    try git { () throws(GitError) in
      for (_, tip) in try repository.targets(under: "refs/remotes/") where try repository.isAncestor(commit, of: tip) {
        return true
      }
      return false
    }
  }

  private func makeTag(
    _ stream: String, _ record: History.Record, replacing old: ObjectID?, by tagger: Signature
  ) throws(ArchiveError) {
    let reference = VersionTag.reference(stream, record.number)
    do throws(GitError) {
      let tag = try createTag(stream, record)
      try patience.retrying { () throws(GitError) in
        try repository.move(reference, from: old, to: tag, by: tagger, log: "vsmrepo: tag")
      }
    } catch {
      switch error {
      // Somebody else made or moved it at the same moment: the next writer looks again.
      case .exists, .moved: break
      case .locked: throw lockError(on: reference)
      default: throw ArchiveError(error)
      }
    }
  }

  /// Stores the tag of a version; no reference is made. It names the version's committer and date, so that whoever makes it makes
  /// the same object, and two clones never fight over a tag.
  func createTag(_ stream: String, _ record: History.Record) throws(GitError) -> ObjectID {
    let commit = try repository.commit(record.commit)
    let name = VersionTag.reference(stream, record.number).dropFirst("refs/tags/".count)
    return try repository.createTag(
      name: String(name), target: record.commit, tagger: commit.committer,
      message: VersionTag.message(stream, record.number, subject: Message(parsing: commit.message).subject))
  }

  /// Calls `body` with each file synced only when asked for; syncing stays as it was afterwards.
  private func withSync(_ sync: Bool, _ body: () throws(ArchiveError) -> Void) throws(ArchiveError) {
    guard durable, !sync else { return try body() }
    try git { () throws(GitError) in try Library.setDurable(false) }
    do throws(ArchiveError) {
      try body()
    } catch {
      try git { () throws(GitError) in try Library.setDurable(true) }
      throw error
    }
    try git { () throws(GitError) in try Library.setDurable(true) }
  }
}
