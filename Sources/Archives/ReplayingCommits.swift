import Git
package import ValueStreams

extension Archive {
  /// Puts one commit on top of the new line: its author and date, its message with the number that it has now, its comments.
  ///
  /// `merged` holds what became of the undecided maps, by stream and state; `message` what its message is to say. A commit that
  /// changes nothing any more is left out, and the version that says the same already stands for it.
  package func take(
    _ step: ReplayStep, merged: [ReplayStep.Place: [UInt8]], message: Message, into replay: inout Replay
  ) throws(ArchiveError) {
    guard let id = ObjectID(hex: step.commit), let tip = ObjectID(hex: replay.tip) else { return }
    let commit = try git { () throws(GitError) in try repository.commit(id) }
    let base = try tree(of: commit.parents.first)
    let outline = try git { () throws(GitError) in try repository.outline(of: tip) }
    let tree = try mergedTree(step, merged: merged, base: base, ours: outline.tree, theirs: commit.tree, replay)
    if tree == outline.tree, base != commit.tree, commit.parents.count < 2 {
      let standing = try step.maps.first.flatMap { map throws(ArchiveError) in
        try history(at: tip, isKept: false).latest(of: map.stream)?.commit
      }
      if let standing { try copyComments(from: step.commit, to: standing.hex) }
      replay.moved.append(Replay.Moved(from: step.commit, to: replay.tip))
      return
    }
    let new = try create(
      commit, on: tip, tree: tree, message: try renumbered(message, step: step, tip: tip, tree: tree, outline.tree))
    try copyComments(from: step.commit, to: new.hex)
    replay.moved.append(Replay.Moved(from: step.commit, to: new.hex))
  }

  private func create(_ commit: Commit, on tip: ObjectID, tree: ObjectID, message: Message) throws(ArchiveError)
    -> ObjectID
  {
    let committer = try identity(.committer, .now())
    return try git { () throws(GitError) in
      try repository.createCommit(
        tree: tree, parents: [tip] + commit.parents.dropFirst(), author: commit.author, committer: committer,
        message: message.text)
    }
  }

  private func mergedTree(
    _ step: ReplayStep, merged: [ReplayStep.Place: [UInt8]], base: ObjectID?, ours: ObjectID, theirs: ObjectID,
    _ replay: Replay
  ) throws(ArchiveError) -> ObjectID {
    var settled: [String: ObjectID?] = [:]
    for map in step.maps where map.isUndecided {
      guard let bytes = merged[map.place] else { throw try conflict(at: [map.path], in: step, of: replay) }
      settled[map.path] = try git { () throws(GitError) in try repository.write(blob: bytes) }
    }
    switch try git({ () throws(GitError) in
      try repository.mergeTrees(base: base, ours: ours, theirs: theirs, settled: settled)
    }) {
    case .merged(let tree): return tree
    case .conflicts(let paths): throw try conflict(at: paths, in: step, of: replay)
    }
  }

  /// The refusal to guess at files that are no maps, or at maps that cannot be merged by meaning.
  package func conflict(at paths: [String], in step: ReplayStep, of replay: Replay) throws(ArchiveError) -> ArchiveError
  {
    .conflictOutsideMaps(
      paths: paths, subject: step.message.subject, upstream: "\(replay.remote)/\(try mainLine().branch)")
  }

  /// A version's own word about its number follows its place.
  private func renumbered(
    _ message: Message, step: ReplayStep, tip: ObjectID, tree: ObjectID, _ tipTree: ObjectID
  ) throws(ArchiveError) -> Message {
    guard let stream = message["Stream"], let place = message.trailers.firstIndex(where: { $0.key == "Version" }),
      step.maps.contains(where: { $0.stream == stream })
    else { return message }
    var message = message
    let known = try history(at: tip, isKept: false)
    let latest = known.latest(of: stream)?.number
    if latest == nil { try checkCountsFromOne(stream, in: known) }
    message.trailers[place].value = String((latest ?? 0) + 1)
    return message
  }

  /// Keeps the line that a half-done replay has made so far; nothing is kept for nil.
  package func keepReplay(_ replay: Replay?) throws(ArchiveError) {
    let old = try git { () throws(GitError) in try repository.target(of: Self.replaying) }
    if let replay, let tip = ObjectID(hex: replay.tip) {
      if old != tip {
        _ = try move(Self.replaying, from: old, to: tip, by: try identity(.committer, .now()), log: "vsmrepo: pull")
      }
    } else if let old {
      try git { () throws(GitError) in try repository.remove(Self.replaying, expected: old) }
    }
  }

  private static let replaying = "refs/vsmrepo/replaying"
  private static let replayed = "refs/vsmrepo/replayed/"

  /// Moves the main line to the end of a replay, and gives the versions that only exist here, as they are called now. The line
  /// before stays reachable under `refs/vsmrepo/replayed/`.
  ///
  /// - Throws: `movedMeanwhile` when somebody committed since it began.
  package func finish(_ replay: Replay) throws(ArchiveError) -> [Version] {
    guard let local = ObjectID(hex: replay.local), let upstream = ObjectID(hex: replay.upstream),
      let tip = ObjectID(hex: replay.tip)
    else { return [] }
    let line = try mainLine()
    try checkWritable(line)
    let who = try identity(.committer, .now())
    let kept = Self.replayed + replay.local
    if try git({ () throws(GitError) in try repository.target(of: kept) }) == nil {
      _ = try move(kept, from: nil, to: local, by: who, log: "vsmrepo: pull")
    }
    try moveMainLine(line, from: local, to: tip, by: who, log: "vsmrepo: pull")
    try keepReplay(nil)
    try mendAllTags(at: tip)
    return try versions(at: tip, notIn: upstream)
  }
}

extension ReplayStep {
  /// Which map of a commit.
  package struct Place: Hashable, Sendable {
    package var stream: String
    package var state: Provenance.State

    package init(stream: String, state: Provenance.State) {
      self.stream = stream
      self.state = state
    }
  }
}

extension ReplayStep.Map {
  package var place: ReplayStep.Place { ReplayStep.Place(stream: stream, state: state) }
}
