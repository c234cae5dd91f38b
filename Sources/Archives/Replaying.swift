import Git
package import ValueStreams

/// Local versions on their way on top of what was fetched, one commit after the other. The branch moves only at the end: until
/// then the archive is as it was, and giving up means forgetting this value.
package struct Replay: Equatable, Sendable {
  /// A commit, and the one that stands for it now.
  package struct Moved: Equatable, Sendable {
    package var from: String
    package var to: String

    package init(from: String, to: String) {
      self.from = from
      self.to = to
    }
  }

  /// The remote's name.
  package var remote: String
  /// The main line when it began, and what it is put on top of.
  package var local: String
  package var upstream: String
  package var moved: [Moved]

  package init(remote: String, local: String, upstream: String, moved: [Moved] = []) {
    self.remote = remote
    self.local = local
    self.upstream = upstream
    self.moved = moved
  }

  /// The newest commit of the line that is being made.
  package var tip: String { moved.last?.to ?? upstream }
}

/// One commit that is about to be replayed, with every map that it changed.
package struct ReplayStep: Sendable {
  package struct Map: Sendable {
    package var stream: String
    package var state: Provenance.State
    /// Before the commit, on the new line, and in the commit.
    package var base: [UInt8]?
    package var ours: [UInt8]?
    package var theirs: [UInt8]?

    /// Whether both sides changed it, so that it must be merged by meaning.
    package var isUndecided: Bool { base != ours && ours != theirs }
    var path: String { "\(stream)/\(state.fileName)" }
  }

  package var commit: String
  package var message: Message
  package var maps: [Map]
}

extension Archive {
  /// What `pull` has to do with the main line.
  package enum Catching: Equatable, Sendable {
    /// The remote has nothing that is not here.
    case nothing
    /// Nothing is here that the remote has not: the branch follows.
    case forward
    case replay(Replay)
  }

  /// Compares the main line with what the last transfer saw on the remote.
  package func catching(up upstream: Upstream) throws(ArchiveError) -> Catching {
    let line = try mainLine()
    try checkWritable(line)
    guard let theirs = try git({ () throws(GitError) in try repository.target(of: upstream.tracking) }) else {
      return .nothing
    }
    guard let ours = try git({ () throws(GitError) in try repository.target(of: line.reference) }) else {
      return .forward
    }
    if try git({ () throws(GitError) in try repository.isAncestor(theirs, of: ours) }) {
      if try isOnMainLine(theirs, of: ours) { return .nothing }
      throw .publishedLeftOut(
        remote: upstream.remote.name, branch: upstream.branch, version: try leftOut(by: ours, of: theirs), isOurs: true)
    }
    let isBehind = try git { () throws(GitError) in try repository.isAncestor(ours, of: theirs) }
    var parted: ObjectID? = ours
    if !isBehind { parted = try git { () throws(GitError) in try repository.mergeBase(ours, theirs) } }
    try checkUntouched(since: parted, by: theirs)
    if isBehind { return .forward }
    let replay = Replay(remote: upstream.remote.name, local: ours.hex, upstream: theirs.hex)
    _ = try run(of: replay)
    return .replay(replay)
  }

  /// Throws `uncommitted` where a file that changed elsewhere holds here what is in no commit: said before any conflict is asked about.
  private func checkUntouched(since parted: ObjectID?, by theirs: ObjectID) throws(ArchiveError) {
    if isBare { return }
    let trees = (try tree(of: parted), try tree(of: theirs))
    for file in try git({ () throws(GitError) in try repository.differences(from: trees.0, to: trees.1) })
    where try !git({ () throws(GitError) in try repository.isUntouched(file.path) }) {
      throw .uncommitted(path: file.path)
    }
  }

  /// Lets the main line follow the remote's, and gives the versions that came.
  package func follow(_ upstream: Upstream) throws(ArchiveError) -> [Version] {
    let line = try mainLine()
    let old = try git { () throws(GitError) in try repository.target(of: line.reference) }
    guard let new = try git({ () throws(GitError) in try repository.target(of: upstream.tracking) }) else { return [] }
    let came = try versions(at: new, notIn: old)
    try moveMainLine(line, from: old, to: new, by: try identity(.committer, .now()), log: "vsmrepo: pull")
    try mendAllTags(at: new)
    return came
  }

  func mendAllTags(at tip: ObjectID) throws(ArchiveError) {
    let history = try history(at: tip)
    guard let stream = history.streams.first else { return }
    try mendTags(of: stream, in: history, newest: nil, by: try identity(.committer, .now()))
  }

  /// The commits that only exist here, oldest first.
  ///
  /// - Throws: `notLinear` for a merge commit other than the end of an experiment.
  func run(of replay: Replay) throws(ArchiveError) -> [Commit] {
    guard let local = ObjectID(hex: replay.local), let upstream = ObjectID(hex: replay.upstream) else { return [] }
    var run: [Commit] = []
    var next: ObjectID? = local
    while let id = next, try !git({ () throws(GitError) in try repository.isAncestor(id, of: upstream) }) {
      let commit: Commit
      do throws(GitError) {
        commit = try repository.commit(id)
      } catch {
        if repository.isShallow, case .notFound = error {
          throw .shallow("where \(replay.remote) and this clone parted")
        }
        throw ArchiveError(error)
      }
      let message = Message(parsing: commit.message)
      if commit.parents.count > 1, message["Outcome"] == nil || message["Experiment"] == nil {
        throw .notLinear(subject: message.subject, upstream: replay.remote + "/" + (try mainLine().branch))
      }
      run.append(commit)
      next = commit.parents.first
    }
    return run.reversed()
  }

  /// The commit that is replayed next, with the maps that must be merged; nil when all are done.
  package func nextStep(of replay: Replay) throws(ArchiveError) -> ReplayStep? {
    guard let commit = try run(of: replay).dropFirst(replay.moved.count).first, let tip = ObjectID(hex: replay.tip)
    else { return nil }
    let trees = (base: try tree(of: commit.parents.first), ours: try tree(of: tip))
    let changes = try git { () throws(GitError) in
      try TreeChanges(in: repository, filesNamed: Provenance.State.fileNames).from(trees.base, to: commit.tree)
    }
    var maps: [ReplayStep.Map] = []
    for change in changes where StreamName.isValid(change.folder) {
      guard let state = Provenance.State.allCases.first(where: { $0.fileName == change.name }) else { continue }
      var map = ReplayStep.Map(stream: change.folder, state: state)
      map.base = try bytes(at: map.path, inTree: trees.base)
      map.ours = try bytes(at: map.path, inTree: trees.ours)
      map.theirs = try bytes(at: map.path, inTree: commit.tree)
      maps.append(map)
    }
    return ReplayStep(commit: commit.id.hex, message: Message(parsing: commit.message), maps: maps)
  }
}
