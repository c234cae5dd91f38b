import Archives
import CanonicalJSON
import Changes
import Console
import Rendering
import Reports
import ValueStreams

/// A merge by meaning on its way to a version: finished at once where both sides go together, else kept until the user has
/// decided.
struct PendingMerge {
  /// What becomes of the merged map.
  enum Purpose: Equatable {
    /// The next version, with what another line of history made of the stream.
    case version(theirs: String, label: String)
    /// The end of an experiment.
    case adoption(name: String, learned: String?)
    /// A commit of a replay, on top of what was fetched; `merged` are other maps of the same commit.
    case replay(Replay, subject: String, merged: CatchingUp.Merged)
  }

  let stream: String
  let purpose: Purpose
  /// The commit of the version that "ours" is.
  let before: String?
  var merges: [Provenance.State: Merge]
  /// Maps that need no merge, for a version.
  var taken: [Provenance.State: ValueStreamMap] = [:]

  var isSettled: Bool { merges.values.allSatisfy(\.isSettled) }

  /// The merge that settles with the version in force somewhere else.
  init(merging theirs: Version, label: String, base: Version?, in archive: Archive) throws {
    stream = theirs.stream
    let ours = try archive.latest(of: stream)
    purpose = .version(theirs: theirs.commit, label: label)
    before = ours?.commit
    merges = [:]
    for state in Provenance.State.allCases where theirs.has(state) {
      let name = "\(stream) \(label)"
      let new = try archive.map(of: Revision(stream: stream, state: state, place: .commit(theirs), label: name)).map
      let old = try archive.mapIfValid(of: base, state)?.map
      guard let own = try ours.flatMap({ $0.has(state) ? try archive.map(of: $0, state).map : nil }) else {
        taken[state] = new
        continue
      }
      merges[state] = Merge(base: old, ours: own, theirs: new)
    }
  }

  /// The merge that an adoption needs; none where the main line has not moved on.
  init(adopting name: String, learned: String?, in archive: Archive) throws {
    let adoption = try archive.adoption(of: name)
    stream = adoption.experiment.stream
    purpose = .adoption(name: name, learned: learned)
    before = adoption.before.commit
    merges = [:]
    for (state, sides) in adoption.undecided {
      func map(_ bytes: [UInt8], _ side: String) throws -> ValueStreamMap {
        try NamedMap(bytes, Provenance(state: state, label: side), name: "\(stream) \(side)").map
      }
      merges[state] = Merge(
        base: try sides.base.map { try map($0, "where the experiment began") },
        ours: try map(sides.ours, "on the main line"), theirs: try map(sides.theirs, "of \(name)"))
    }
  }

  /// The merge of one stream's maps that a replayed commit and what was fetched both changed: "ours" is the commit.
  ///
  /// - Throws: `conflictOutsideMaps` where a side took the map away, or holds one that cannot be read.
  init(
    replaying step: ReplayStep, _ maps: [ReplayStep.Map], of replay: Replay, merged: CatchingUp.Merged,
    in archive: Archive
  ) throws {
    stream = maps.first?.stream ?? ""
    purpose = .replay(replay, subject: step.message.subject, merged: merged)
    before = nil
    merges = [:]
    for map in maps {
      guard let ours = map.theirs.flatMap({ MapReader.read($0).map }),
        let theirs = map.ours.flatMap({ MapReader.read($0).map })
      else { throw try archive.conflict(at: ["\(map.stream)/\(map.state.fileName)"], in: step, of: replay) }
      merges[map.state] = Merge(base: map.base.flatMap { MapReader.read($0).map }, ours: ours, theirs: theirs)
    }
  }

  /// What became of the maps of a replayed commit.
  var replayed: CatchingUp.Merged {
    var merged = results.map { (ReplayStep.Place(stream: stream, state: $0), $1.canonicalBytes) }
    if case .replay(_, _, let others) = purpose { merged += others.map { ($0, $1) } }
    return Dictionary(merged, uniquingKeysWith: { first, _ in first })
  }

  /// Saves what is left to decide, shows it, and ends with 1.
  func wait(in archive: Archive, _ output: Output) throws {
    if case .replay(let replay, _, _) = purpose { try archive.keepReplay(replay) }
    try archive.savePendingMerge(state.canonicalBytes)
    try output.show(conflictText.render(output.terminal))
    throw Ending(status: .found)
  }

  /// Forgets a half-done merge: whatever it was for, nothing has been changed by it.
  static func giveUp(in archive: Archive) throws {
    try archive.removePendingMerge()
    try archive.keepReplay(nil)
  }

  /// Commits the result, or saves what is left to decide and ends with 1.
  func finish(in archive: Archive, _ output: Output) throws {
    guard isSettled else { return try wait(in: archive, output) }
    let version: Version?
    switch purpose {
    case .replay(let replay, _, _):
      // Saved with every choice: where the working copy is in the way, "resolve" goes on from here.
      try archive.savePendingMerge(state.canonicalBytes)
      try CatchingUp(archive: archive, output: output).run(replay, merged: replayed)
      try archive.removePendingMerge()
      return
    case .version(let theirs, let label): version = try commit(theirs, label, archive)
    case .adoption(let name, let learned): version = try adopt(name, learned, archive)
    }
    try archive.removePendingMerge()
    guard let version else {
      try output.show("Nothing to merge: \(stream) holds all of it already.\n")
      return
    }
    let before = try archive.version(before: version)
    let headline = try archive.mapIfValid(of: before).flatMap { before in
      try archive.mapIfValid(of: version).map { Difference(from: before, to: $0).headlineText }
    }
    try output.show(VersionLine(version, headline: headline ?? "").text(output.terminal))
  }

  var conflictText: ConflictText {
    ConflictText(
      stream: stream,
      Provenance.State.allCases.flatMap { state in (merges[state]?.conflicts ?? []).map { (state, $0) } })
  }

  /// For `status`.
  var sentence: String {
    let count = merges.values.reduce(0) { $0 + $1.conflicts.count }
    let what =
      switch purpose {
      case .version(_, let label): "merge of \(label)"
      case .adoption(let name, _): "adoption of \(name)"
      case .replay(let replay, let subject, _): "pull from \(replay.remote), at \u{201C}\(subject)\u{201D}"
      }
    return "\(what), \(count == 1 ? "1 conflict" : "\(count) conflicts") left: vsmrepo resolve"
  }

  private var results: [Provenance.State: ValueStreamMap] {
    taken.merging(merges.compactMapValues(\.map)) { $1 }
  }

  private func commit(_ theirs: String, _ label: String, _ archive: Archive) throws -> Version? {
    let latest = try archive.latest(of: stream)
    guard latest?.commit == before else { throw Failure.mergeOvertaken(stream: stream) }
    let headline = try archive.mapIfValid(of: latest).flatMap { old in
      try results[.current].map { new in
        Difference(
          from: old.measured, to: try MeasuredMap(new),
          provenance: Sides(before: old.provenance, after: Provenance(stream: stream, label: "merged"))
        ).headlineText
      }
    }
    let message = Archives.Message(
      subject: "Merge \(label)", body: headline ?? "", trailers: [Trailer("Merged", theirs)])
    return try archive.commit(
      Draft(stream: stream, maps: results.mapValues { Optional($0.canonicalBytes) }, base: latest, message: message))
  }

  private func adopt(_ name: String, _ learned: String?, _ archive: Archive) throws -> Version? {
    let adoption = try archive.adoption(of: name)
    guard adoption.before.commit == before else { throw Failure.mergeOvertaken(stream: stream) }
    return try archive.adopt(adoption, merged: merges.compactMapValues { $0.map?.canonicalBytes }, learned: learned)
  }
}
