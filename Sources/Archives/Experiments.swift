import Git
import ValueStreams

/// A change of the stream that is being tried, or was: a branch `experiment/NAME` beside the main line.
package struct Experiment: Equatable, Sendable {
  package enum Outcome: String, Sendable { case open, adopted, rejected }

  package var name: String
  package var stream: String
  package var hypothesis: String
  package var started: Authorship
  package var outcome: Outcome
  /// What was learnt, once it ended.
  package var learned: String?
  package var ended: Authorship?
  /// Its commits that change the map, oldest first; `number` counts them from 1 (`NAME.1`).
  package var attempts: [Version]
  let start: ObjectID
  let tip: ObjectID

  /// The latest state of the map on trial; nil as long as nothing was committed.
  package var latest: Version? { attempts.last }
}

extension Archive {
  static let experimentBranches = "refs/heads/experiment/"

  /// Starts an experiment on a stream: a branch with an empty commit that carries the hypothesis. HEAD does not move.
  package func startExperiment(_ name: String, stream: String, hypothesis: String) throws(ArchiveError) -> Experiment {
    guard StreamName.isValid(name), !name.contains("/"), name != "latest", Day(name) == nil, !name.hasPrefix("v-"),
      name.split(separator: ".").last.flatMap({ Int($0) }) == nil
    else { throw .invalidExperimentName(name) }
    let latest = try latestOrThrow(stream)
    guard let tip = try mainLine().tip else { throw .noVersions(stream: stream) }
    if try experiment(name) != nil { throw .experimentExists(name) }
    let now = Moment.now()
    let author = try identity(.author, now)
    let committer = try identity(.committer, now)
    let trailers = [Trailer("Stream", stream), Trailer("Experiment", name), Trailer("Hypothesis", hypothesis)]
    let message = Message(subject: "Try \(name) on \(stream) \(latest.name)", trailers: trailers)
    let commit = try git { () throws(GitError) in
      try repository.createCommit(
        tree: try repository.outline(of: tip).tree, parents: [tip], author: author, committer: committer,
        message: message.text)
    }
    let branch = Self.experimentBranches + name
    guard try move(branch, from: nil, to: commit, by: committer, log: "vsmrepo: experiment") else {
      throw .experimentExists(name)
    }
    if durable { try git { () throws(GitError) in try repository.syncFolders(ofReferences: [branch]) } }
    return try experiment(name, at: commit, ending: nil)
  }

  /// Makes maps the experiment's next attempt: `draft.base` and `draft.seen` do not count, the working copy stays as it is.
  package func commit(_ draft: Draft, toExperiment name: String) throws(ArchiveError) -> Version? {
    let experiment = try openExperiment(name)
    let now = Moment.now()
    let committer = try identity(.committer, now)
    let author = if let author = draft.author { author.signature } else { try identity(.author, now) }
    let id = try advance(Self.experimentBranches + name, staging: nil) {
      (tip: ObjectID?) throws(ArchiveError) -> Plan? in
      if tip != experiment.tip { throw .overtaken(stream: experiment.stream, version: nil) }
      var message = draft.message
      message.trailers += [Trailer("Stream", experiment.stream), Trailer("Experiment", name)]
      let files = draft.maps.map { state, bytes in
        FileChange(path: "\(experiment.stream)/\(state.fileName)", bytes: bytes, working: .ifClean)
      }
      return Plan(
        files: files, message: message, author: author, committer: committer, log: "vsmrepo: \(message.subject)")
    }
    guard id != nil else { return nil }
    return try self.experiment(name)?.latest
  }

  /// The experiment of that name, open or ended.
  ///
  /// - Throws: `unknownExperiment` with the nearest names.
  package func knownExperiment(_ name: String) throws(ArchiveError) -> Experiment {
    if let found = try experiment(name) { return found }
    throw .unknownExperiment(name, nearest: Nearness.nearest(to: name, in: try experiments().map(\.name)))
  }

  /// The experiment of that name, open or ended; nil when there is none.
  package func experiment(_ name: String) throws(ArchiveError) -> Experiment? {
    if let tip = try experimentTip(name) { return try experiment(name, at: tip, ending: try ending(of: tip)) }
    for ending in try endings() where ending.message["Experiment"] == name {
      return try experiment(name, at: ending.parents[1], ending: ending)
    }
    return nil
  }

  /// All experiments: those on branches here or on a remote, and those that ended on the main line; by name.
  package func experiments() throws(ArchiveError) -> [Experiment] {
    var found: [String: Experiment] = [:]
    let endings = try endings()
    for ending in endings {
      guard let name = ending.message["Experiment"] else { continue }
      found[name] = try experiment(name, at: ending.parents[1], ending: ending)
    }
    for (name, tip) in try experimentTips() where found[name] == nil {
      // A branch that only looks like an experiment's is none.
      found[name] = try? experiment(name, at: tip, ending: endings.first { $0.parents[1] == tip })
    }
    return found.values.sorted { $0.name < $1.name }
  }

  /// The branches here, then those on remotes, that are called like an experiment's.
  private func experimentTips() throws(ArchiveError) -> [(name: String, tip: ObjectID)] {
    var tips: [(name: String, tip: ObjectID)] = []
    for folder in [Self.experimentBranches, "refs/remotes/"] {
      for reference in try git({ () throws(GitError) in try repository.referenceNames(under: folder) }) {
        guard let mark = reference.firstRange(of: "/experiment/"),
          let tip = try git({ () throws(GitError) in try repository.target(of: reference) })
        else { continue }
        tips.append((String(reference[mark.upperBound...]), tip))
      }
    }
    return tips
  }

  /// The experiments that have not ended: those on branches that the main line does not hold. No walk over history.
  package func openExperiments() throws(ArchiveError) -> [Experiment] {
    let tip = try mainLine().tip
    var found: [String: Experiment] = [:]
    for (name, own) in try experimentTips() where found[name] == nil {
      if let tip, try git({ () throws(GitError) in try repository.isAncestor(own, of: tip) }) { continue }
      // A branch that only looks like an experiment's is none.
      found[name] = try? experiment(name, at: own, ending: nil)
    }
    return found.values.sorted { $0.name < $1.name }
  }

  /// The commit that an experiment's `NAME` (its newest) or `NAME.N` (its N-th) stands for; nil when there is no such experiment.
  func experimentCommit(_ word: String, of stream: String) throws(ArchiveError) -> ObjectID? {
    if let tip = try experimentTip(word) { return tip }
    guard let dot = word.lastIndex(of: "."), let number = Int(word[word.index(after: dot)...]) else {
      // Only a word that can be an experiment's name is worth the walk for one that ended.
      return StreamName.isValid(word) && !word.contains("/") ? try experiment(word)?.tip : nil
    }
    guard let experiment = try experiment(String(word[..<dot])) else { return nil }
    guard let attempt = experiment.attempts.first(where: { $0.number == number }) else {
      throw .unknownRevision(word, nearest: experiment.attempts.map { "\(experiment.name).\($0.number)" }.suffix(3))
    }
    return attempt.id
  }

  func openExperiment(_ name: String) throws(ArchiveError) -> Experiment {
    guard let experiment = try experiment(name) else {
      throw .unknownExperiment(name, nearest: Nearness.nearest(to: name, in: try experiments().map(\.name)))
    }
    if experiment.outcome != .open { throw .experimentEnded(name) }
    return experiment
  }

  private func experimentTip(_ name: String) throws(ArchiveError) -> ObjectID? {
    try git { () throws(GitError) in
      let remotes = try repository.remotes().map { "refs/remotes/\($0)/experiment/" }
      for prefix in [Self.experimentBranches] + remotes where Repository.isValid(referenceName: prefix + name) {
        if let id = try repository.target(of: prefix + name) { return id }
      }
      return nil
    }
  }

  /// Reads an experiment from its newest commit back to the one that carries the hypothesis.
  private func experiment(_ name: String, at tip: ObjectID, ending: Ending?) throws(ArchiveError) -> Experiment {
    var attempts: [Commit] = []
    var next: ObjectID? = tip
    while let id = next {
      let commit = try git { () throws(GitError) in try repository.commit(id) }
      let message = Message(parsing: commit.message)
      if message["Experiment"] == name, let hypothesis = message["Hypothesis"], let stream = message["Stream"] {
        var versions: [Version] = []
        for (place, attempt) in attempts.reversed().enumerated() {
          versions.append(try version(attempt.id, number: place + 1, of: stream))
        }
        let outcome = ending.flatMap { $0.message["Outcome"] }.flatMap(Experiment.Outcome.init) ?? .open
        return Experiment(
          name: name, stream: stream, hypothesis: hypothesis, started: Authorship(commit.author), outcome: outcome,
          learned: ending?.message["Learned"], ended: ending?.author, attempts: versions, start: id, tip: tip)
      }
      attempts.append(commit)
      next = commit.parents.first
    }
    throw .unknownExperiment(name, nearest: [])
  }
}
