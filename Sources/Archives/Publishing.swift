import Git
import ValueStreams

/// What a push would send: the main line, the tags of its versions, the comments; all of it or nothing.
package struct Publication: Sendable {
  package var upstream: Upstream
  /// The versions that the remote has not, oldest first, stream by stream.
  package var versions: [Version]
  /// Whether there are comments to send.
  package var hasComments: Bool
  /// What `git push` is told: each reference with what it is to hold, and for those that move what it must hold before.
  package var refspecs: [String]
  package var leases: [String]
  let tip: ObjectID
  let notes: ObjectID?
  let tags: [(reference: String, tag: ObjectID)]
}

extension Archive {
  /// What is to be sent to a remote; nil when there is no commit yet.
  ///
  /// - Throws: `behind` when the remote has versions that are not here, `publishedLeftOut` when the main line here leaves out
  ///   what the remote's holds.
  package func publication(to upstream: Upstream) throws(ArchiveError) -> Publication? {
    let line = try mainLine()
    guard let tip = try git({ () throws(GitError) in try repository.target(of: line.reference) }) else { return nil }
    let theirs = try git { () throws(GitError) in try repository.target(of: upstream.tracking) }
    if let theirs { try checkHolds(theirs, tip, upstream) }
    let tags = try newTags(upto: tip, of: upstream)
    var refspecs = ["\(tip.hex):\(line.reference)"]
    var leases = ["\(line.reference):\(theirs?.hex ?? "")"]
    refspecs += tags.map { "\($0.tag.hex):\($0.reference)" }
    try uniteComments(from: upstream.notes)
    let notes = try git { () throws(GitError) in
      (ours: try repository.target(of: Self.notes), theirs: try repository.target(of: upstream.notes))
    }
    if let ours = notes.ours, ours != notes.theirs {
      refspecs.append("\(ours.hex):\(Self.notes)")
      leases.append("\(Self.notes):\(notes.theirs?.hex ?? "")")
    }
    return Publication(
      upstream: upstream, versions: try versions(at: tip, notIn: theirs),
      hasComments: notes.ours != notes.theirs, refspecs: refspecs, leases: leases, tip: tip, notes: notes.ours,
      tags: tags)
  }

  private func checkHolds(_ theirs: ObjectID, _ tip: ObjectID, _ upstream: Upstream) throws(ArchiveError) {
    if try isOnMainLine(theirs, of: tip) { return }
    guard try git({ () throws(GitError) in try repository.isAncestor(theirs, of: tip) }) else {
      throw .behind(remote: upstream.remote.name)
    }
    throw .publishedLeftOut(
      remote: upstream.remote.name, branch: upstream.branch, version: try leftOut(by: tip, of: theirs), isOurs: true)
  }

  /// The tags of the versions after the newest one that is known to have its tag there. A name that somebody else's tag
  /// holds is left out; `verify` tells of it.
  private func newTags(
    upto tip: ObjectID, of upstream: Upstream
  ) throws(ArchiveError) -> [(reference: String, tag: ObjectID)] {
    let history = try history(at: tip)
    let known = try git { () throws(GitError) in try repository.target(of: upstream.published) }
    let first = if let known { try sharedCount(of: history, with: known) } else { 0 }
    var tags: [(reference: String, tag: ObjectID)] = []
    for record in history.records.dropFirst(first) {
      let stream = history.streams[record.stream]
      try checkNameIsFree(stream, record.number)
      let reference = VersionTag.reference(stream, record.number)
      switch try versionTag(stream, record.number) {
      case .foreign: continue
      case .made(let tag) where tag.target == record.commit: tags.append((reference, tag.id))
      default: tags.append((reference, try git { () throws(GitError) in try createTag(stream, record) }))
      }
    }
    return tags
  }

  /// After the remote has taken it: tags the versions here too, and remembers what the remote holds.
  package func notePublication(_ publication: Publication) throws(ArchiveError) {
    let upstream = publication.upstream
    let who = try identity(.committer, .now())
    let published = try git { () throws(GitError) in try repository.target(of: upstream.published) }
    try setPublished(publication.tip, from: published, of: upstream)
    for (reference, id) in [(upstream.tracking, publication.tip), (upstream.notes, publication.notes)] {
      guard let id else { continue }
      let old = try git { () throws(GitError) in try repository.target(of: reference) }
      if old != id { _ = try move(reference, from: old, to: id, by: who, log: "vsmrepo: push") }
    }
    try followByDefault(upstream)
    if let history = try history(), let stream = history.streams.first {
      try mendTags(of: stream, in: history, newest: nil, by: who)
    }
  }

  /// Lets plain Git know what the branch follows, where nothing has said so yet.
  private func followByDefault(_ upstream: Upstream) throws(ArchiveError) {
    try git { () throws(GitError) in
      let section = "branch.\(upstream.branch)."
      guard try repository.setting(section + "remote") == nil else { return }
      try repository.set(section + "remote", to: upstream.remote.name)
      try repository.set(section + "merge", to: "refs/heads/\(upstream.branch)")
    }
  }
}
