import Git
package import ValueStreams

/// What adopting an experiment would bring to the main line.
package struct Adoption: Sendable {
  /// A map that was changed on both sides since the experiment began.
  package struct Sides: Equatable, Sendable {
    package var base: [UInt8]?
    package var ours: [UInt8]
    package var theirs: [UInt8]
  }

  package var experiment: Experiment
  /// The latest version on the main line; if another one comes before the adoption, it is refused.
  package var before: Version
  /// The maps that need no merge.
  package var maps: [Provenance.State: [UInt8]?] = [:]
  /// The maps that somebody must merge by meaning.
  package var undecided: [Provenance.State: Sides] = [:]
}

/// A merge commit on the main line that ended an experiment.
struct Ending {
  var message: Message
  var author: Authorship
  /// The main line before, and the experiment's last commit.
  var parents: [ObjectID]
}

extension Archive {
  /// What adopting an experiment would do; nothing has happened yet.
  package func adoption(of name: String) throws(ArchiveError) -> Adoption {
    let experiment = try openExperiment(name)
    let before = try latestOrThrow(experiment.stream)
    let tip = try mainLine().tip
    var base: ObjectID?
    if let tip { base = try git { () throws(GitError) in try repository.mergeBase(tip, experiment.tip) } }
    var adoption = Adoption(experiment: experiment, before: before)
    for state in Provenance.State.allCases {
      let path = "\(experiment.stream)/\(state.fileName)"
      let theirs = try bytes(at: path, inTree: try tree(of: experiment.tip))
      let ours = try bytes(at: path, inTree: try tree(of: tip))
      let old = try bytes(at: path, inTree: try tree(of: base))
      if ours == old || ours == theirs {
        adoption.maps.updateValue(theirs, forKey: state)
      } else if let ours, let theirs, theirs != old {
        adoption.undecided[state] = Adoption.Sides(base: old, ours: ours, theirs: theirs)
      } else {
        adoption.maps.updateValue(ours, forKey: state)
      }
    }
    return adoption
  }

  /// Makes an experiment's map the next version: a merge commit on the main line with the experiment as second parent.
  /// `merged` holds what became of the undecided maps. Nil when the map is what the latest version holds already.
  package func adopt(
    _ adoption: Adoption, merged: [Provenance.State: [UInt8]] = [:], message: Message? = nil, learned: String? = nil
  ) throws(ArchiveError) -> Version? {
    let experiment = adoption.experiment
    let line = try mainLine()
    try checkWritable(line)
    let message = message ?? Message(subject: "Adopt \(experiment.name): \(experiment.hypothesis)")
    let maps = adoption.maps.merging(merged.mapValues(Optional.some)) { $1 }
    let id = try end(
      experiment, on: line, as: .adopted, from: adoption.before, maps: maps, message: message, learned: learned)
    if let latest = experiment.latest { try copyComments(from: latest.commit, to: id.hex) }
    guard let number = try history(at: id).number(of: id, stream: experiment.stream) else { return nil }
    return try version(id, number: number, of: experiment.stream)
  }

  /// Ends an experiment without taking its map over: a merge commit that keeps the main line's tree and says what was learnt.
  package func reject(_ name: String, learned: String) throws(ArchiveError) {
    let experiment = try openExperiment(name)
    let line = try mainLine()
    try checkWritable(line)
    let message = Message(subject: "Reject \(name): \(experiment.hypothesis)")
    _ = try end(experiment, on: line, as: .rejected, from: nil, maps: [:], message: message, learned: learned)
  }

  private func end(
    _ experiment: Experiment, on line: MainLine, as outcome: Experiment.Outcome, from before: Version?,
    maps: [Provenance.State: [UInt8]?], message: Message, learned: String?
  ) throws(ArchiveError) -> ObjectID {
    let now = Moment.now()
    let author = try identity(.author, now)
    let committer = try identity(.committer, now)
    let stream = experiment.stream
    let id = try advance(line) { (tip: ObjectID?) throws(ArchiveError) -> Plan? in
      let known = if let tip { try history(at: tip) } else { nil as History? }
      let latest = known?.latest(of: stream)
      // The maps were merged with that version; on top of another one they would take it back.
      if !maps.isEmpty, latest?.commit != before?.id { throw .overtaken(stream: stream, version: latest?.number) }
      var message = message
      message.trailers = [
        Trailer("Stream", stream), Trailer("Experiment", experiment.name), Trailer("Outcome", outcome.rawValue),
      ]
      if let learned { message.trailers.append(Trailer("Learned", learned)) }
      if outcome == .adopted { message.trailers.append(Trailer("Version", String((latest?.number ?? 0) + 1))) }
      let files = maps.map { state, bytes in
        FileChange(path: "\(stream)/\(state.fileName)", bytes: bytes, working: .ifClean)
      }
      return Plan(
        files: files, message: message, otherParents: [experiment.tip], author: author, committer: committer,
        log: "vsmrepo: \(message.subject)")
    }
    guard let id else { throw .experimentEnded(experiment.name) }
    let grown = try self.history(at: id)
    try mendTags(of: stream, in: grown, newest: id, by: committer)
    // Its commits are in the main line's history now; a branch that moved meanwhile stays.
    let branch = Self.experimentBranches + experiment.name
    do throws(GitError) {
      try patience.retrying { () throws(GitError) in try repository.remove(branch, expected: experiment.tip) }
    } catch {
      guard case .moved = error else { throw ArchiveError(error) }
    }
    return id
  }

  /// The merge commits of the main line that ended an experiment, newest first.
  func endings() throws(ArchiveError) -> [Ending] {
    var endings: [Ending] = []
    var next = try mainLine().tip
    while let id = next {
      let outline: CommitOutline
      do throws(GitError) {
        outline = try repository.outline(of: id)
      } catch {
        // A shallow clone's edge, or a damaged commit: nothing is known beyond.
        return endings
      }
      if outline.parentCount == 2 {
        let commit = try git { () throws(GitError) in try repository.commit(id) }
        let message = Message(parsing: commit.message)
        if message["Outcome"] != nil, message["Experiment"] != nil {
          endings.append(Ending(message: message, author: Authorship(commit.author), parents: commit.parents))
        }
      }
      next = outline.firstParent
    }
    return endings
  }

  func ending(of tip: ObjectID) throws(ArchiveError) -> Ending? {
    try endings().first { $0.parents[1] == tip }
  }
}
