import Git
import ValueStreams

/// What a transfer from a remote brought.
package struct Fetched: Sendable {
  package var upstream: Upstream
  /// The versions on the remote's main line that are not on the one here, oldest first, stream by stream.
  package var versions: [Version]
  package var comments: Int
}

extension Archive {
  /// Before a transfer: tags of versions that no remote has, left from before there was one, make room for the remote's own.
  package func prepareFetch(from upstream: Upstream) throws(ArchiveError) {
    guard let history = try history() else { return }
    for record in history.records.dropFirst(try taggableCount(in: history)) {
      try dropTags(of: record.commit, in: history)
    }
  }

  /// After a transfer: takes the comments in, and tells what is new. The main line here stays as it is.
  ///
  /// - Throws: `publishedLeftOut` when the remote's main line no longer holds what was published on it.
  package func takeIn(from upstream: Upstream) throws(ArchiveError) -> Fetched {
    let comments = try uniteComments(from: upstream.notes)
    guard let tip = try git({ () throws(GitError) in try repository.target(of: upstream.tracking) }) else {
      return Fetched(upstream: upstream, versions: [], comments: comments)
    }
    try checkPublishedIsKept(by: tip, of: upstream)
    try notePublished(upto: tip, of: upstream)
    let ours = try mainLine().tip
    let versions = try versions(at: tip, notIn: ours)
    if let history = try history(), let stream = history.streams.first {
      try mendTags(of: stream, in: history, newest: nil, by: try identity(.committer, .now()))
    }
    return Fetched(upstream: upstream, versions: versions, comments: comments)
  }

  /// The versions on the main line that ends at `tip`, without those on the one that ends at `other`.
  func versions(at tip: ObjectID, notIn other: ObjectID?) throws(ArchiveError) -> [Version] {
    let history = try history(at: tip, isKept: false)
    let shared = if let other { try sharedCount(of: history, with: other) } else { 0 }
    var versions: [Version] = []
    for record in history.records.dropFirst(shared) {
      versions.append(try version(record, of: history.streams[record.stream]))
    }
    return versions.sorted { ($0.stream, $0.number) < ($1.stream, $1.number) }
  }

  /// Throws unless the first parents of `tip` lead to everything that is known to be published on that remote.
  private func checkPublishedIsKept(by tip: ObjectID, of upstream: Upstream) throws(ArchiveError) {
    guard let published = try git({ () throws(GitError) in try repository.target(of: upstream.published) }) else {
      return
    }
    if try isOnMainLine(published, of: tip) { return }
    throw .publishedLeftOut(
      remote: upstream.remote.name, branch: upstream.branch, version: try leftOut(by: tip, of: published),
      isOurs: false)
  }

  /// The newest version up to `published` that the main line ending at `tip` leaves out, such as `content v4`.
  func leftOut(by tip: ObjectID, of published: ObjectID) throws(ArchiveError) -> String? {
    try versions(at: published, notIn: tip).last.map { "\($0.stream) \($0.name)" }
  }

  /// Whether `commit` lies on the first parents of `tip`.
  func isOnMainLine(_ commit: ObjectID, of tip: ObjectID) throws(ArchiveError) -> Bool {
    var next: ObjectID? = tip
    while let id = next {
      if id == commit { return true }
      do throws(GitError) {
        next = try repository.outline(of: id).firstParent
      } catch {
        // What lies past a shallow clone's edge cannot be told, and is no reason to refuse.
        if repository.isShallow, case .notFound = error { return true }
        throw ArchiveError(error)
      }
    }
    return false
  }

  /// Remembers up to where the remote's versions have their tags there: those that the transfer brought.
  private func notePublished(upto tip: ObjectID, of upstream: Upstream) throws(ArchiveError) {
    let history = try history(at: tip, isKept: false)
    let known = try git { () throws(GitError) in try repository.target(of: upstream.published) }
    let first = if let known { try sharedCount(of: history, with: known) } else { 0 }
    var newest = known
    for record in history.records.dropFirst(first) {
      guard case .made(let tag) = try versionTag(history.streams[record.stream], record.number),
        tag.target == record.commit
      else { break }
      newest = record.commit
    }
    if let newest, newest != known { try setPublished(newest, from: known, of: upstream) }
  }

  func setPublished(_ commit: ObjectID, from known: ObjectID?, of upstream: Upstream) throws(ArchiveError) {
    _ = try move(
      upstream.published, from: known, to: commit, by: try identity(.committer, .now()), log: "vsmrepo: published")
  }
}
