import Git
import ValueStreams

/// The versions of a stream, newest first, each read when it is asked for.
package struct VersionWalk {
  private let archive: Archive
  private let stream: String
  private var rest: [History.Record]
  private let gap: History.Gap?
  private var isOver = false

  init(archive: Archive, stream: String, records: [History.Record], gap: History.Gap?) {
    self.archive = archive
    self.stream = stream
    self.rest = records
    self.gap = gap
  }

  /// The next older version; nil after the first one. After an error (a damaged version) the one before it can still be asked for.
  package mutating func next() throws(ArchiveError) -> Version? {
    if let record = rest.popLast() { return try archive.version(record, of: stream) }
    guard !isOver, let gap else { return nil }
    isOver = true
    switch gap {
    case .shallow: throw .shallow(stream)
    case .damaged(let what, let reason): throw .damaged(what: what, reason: reason)
    }
  }
}

extension Archive {
  /// Walks the versions of a stream, newest first; from the one with that number on where it is said.
  package func walk(_ stream: String, from newest: Int? = nil) throws(ArchiveError) -> VersionWalk {
    let history = try history()
    let records = (history?.records(of: stream) ?? []).filter { $0.number <= newest ?? .max }
    return VersionWalk(archive: self, stream: stream, records: records, gap: history?.gap)
  }

  /// The newest versions of a stream, at most `limit`, newest first.
  package func versions(of stream: String, limit: Int = .max) throws(ArchiveError) -> [Version] {
    if limit <= 100, let recent = try recentVersions(of: stream, limit: limit) { return recent }
    var walk = try walk(stream)
    var result: [Version] = []
    while result.count < limit, let version = try walk.next() { result.append(version) }
    return result
  }

  /// The latest version of a stream; nil when it has none.
  package func latest(of stream: String) throws(ArchiveError) -> Version? {
    if let recent = try recentVersions(of: stream, limit: 1) { return recent.first }
    guard let record = try history()?.latest(of: stream) else { return nil }
    return try version(record, of: stream)
  }

  /// The version before `version`; nil for the first.
  package func version(before version: Version) throws(ArchiveError) -> Version? {
    let records = try history()?.records(of: version.stream) ?? []
    guard let place = records.lastIndex(where: { $0.commit == version.id }), place > 0 else { return nil }
    return try self.version(records[place - 1], of: version.stream)
  }

  func version(_ record: History.Record, of stream: String) throws(ArchiveError) -> Version {
    try version(record.commit, number: record.number, of: stream)
  }

  func version(_ id: ObjectID, number: Int, of stream: String) throws(ArchiveError) -> Version {
    let commit = try git { () throws(GitError) in try repository.commit(id) }
    return Version(
      stream: stream, number: number, author: Authorship(commit.author), committer: Authorship(commit.committer),
      message: Message(parsing: commit.message), id: id, parentIDs: commit.parents,
      blobs: try blobs(of: stream, inTree: commit.tree))
  }

  /// The maps of a stream in a tree.
  func blobs(of stream: String, inTree tree: ObjectID) throws(ArchiveError) -> [Provenance.State: ObjectID] {
    var result: [Provenance.State: ObjectID] = [:]
    for state in Provenance.State.allCases {
      let entry = try git { () throws(GitError) in
        try repository.entry(at: "\(stream)/\(state.fileName)", inTree: tree)
      }
      if let entry, entry.kind == .file { result[state] = entry.id }
    }
    return result
  }
}
