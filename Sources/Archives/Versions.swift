import Git
import ValueStreams

/// The versions of a stream, newest or oldest first, each read when it is asked for.
package struct VersionWalk {
  private let archive: Archive
  private let stream: String
  /// Oldest first.
  private let records: History.Records
  /// Places in `records` that are still to come.
  private var rest: Range<Int>
  /// Versions with a larger number are passed over.
  private let newest: Int
  private let gap: History.Gap?
  private let isOldestFirst: Bool
  private var isGapTold = false

  init(
    archive: Archive, stream: String, records: History.Records, newest: Int = .max, gap: History.Gap?,
    isOldestFirst: Bool
  ) {
    self.archive = archive
    self.stream = stream
    self.records = records
    self.newest = newest
    // Nearly always they stand in the order of their numbers.
    self.rest = 0..<(records.lastIndex { $0.number <= newest } ?? -1) + 1
    self.gap = gap
    self.isOldestFirst = isOldestFirst
  }

  /// The next version; nil after the last one. After an error (a damaged version) the one that follows can still be asked for.
  package mutating func next() throws(ArchiveError) -> Version? {
    if isOldestFirst { try tellGap() }
    while let place = isOldestFirst ? rest.popFirst() : rest.popLast() {
      let record = records[place]
      if record.number <= newest { return try archive.walked(record, of: stream) }
    }
    try tellGap()
    return nil
  }

  /// Takes the next versions out of the walk, at most `count`, so that they can be read somewhere else; nil after the last one.
  package mutating func nextStretch(_ count: Int) throws(ArchiveError) -> VersionStretch? {
    if isOldestFirst { try tellGap() }
    let places = isOldestFirst ? rest.prefix(count) : rest.suffix(count)
    if places.isEmpty {
      try tellGap()
      return nil
    }
    if isOldestFirst { rest.removeFirst(places.count) } else { rest.removeLast(places.count) }
    return VersionStretch(
      stream: stream, records: records[places].filter { $0.number <= newest }, isOldestFirst: isOldestFirst)
  }

  /// Throws, once, what keeps the versions before the first from being read.
  private mutating func tellGap() throws(ArchiveError) {
    guard !isGapTold, let gap else { return }
    isGapTold = true
    switch gap {
    case .shallow: throw .shallow(stream)
    case .damaged(let what, let reason): throw .damaged(what: what, reason: reason)
    }
  }
}

/// Versions that follow each other, none of them read yet.
package struct VersionStretch: Sendable {
  fileprivate let stream: String
  fileprivate let records: [History.Record]
  fileprivate let isOldestFirst: Bool
}

extension Archive {
  /// Walks the versions of a stretch, in the direction of the walk that it was taken from.
  package func walk(_ stretch: VersionStretch) -> VersionWalk {
    VersionWalk(
      archive: self, stream: stretch.stream, records: History.Records(stretch.records), gap: nil,
      isOldestFirst: stretch.isOldestFirst)
  }

  /// Walks the versions of a stream, newest first unless it is asked for otherwise; from the one with that number on where it is said.
  package func walk(
    _ stream: String, from newest: Int? = nil, isOldestFirst: Bool = false
  ) throws(ArchiveError) -> VersionWalk {
    let history = try history()
    return VersionWalk(
      archive: self, stream: stream, records: history?.records(of: stream) ?? History.Records(),
      newest: newest ?? .max, gap: history?.gap, isOldestFirst: isOldestFirst)
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
    let records = try history()?.records(of: version.stream) ?? History.Records()
    guard let place = records.lastIndex(where: { $0.commit == version.id }), place > 0 else { return nil }
    return try self.version(records[place - 1], of: version.stream)
  }

  func version(_ record: History.Record, of stream: String) throws(ArchiveError) -> Version {
    try version(record.commit, number: record.number, of: stream)
  }

  /// The same with the maps that the history knows.
  fileprivate func walked(_ record: History.Record, of stream: String) throws(ArchiveError) -> Version {
    guard let maps = record.maps else { return try version(record, of: stream) }
    var blobs: [Provenance.State: ObjectID] = [:]
    for state in Provenance.State.allCases { blobs[state] = maps[state] }
    return try version(record.commit, number: record.number, of: stream, blobs: blobs)
  }

  /// - Parameter blobs: the maps, where they are known without looking into the commit's folders.
  func version(
    _ id: ObjectID, number: Int, of stream: String, blobs known: [Provenance.State: ObjectID]? = nil
  ) throws(ArchiveError) -> Version {
    let commit = try git { () throws(GitError) in try repository.commit(id) }
    let blobs = if let known { known } else { try blobs(of: stream, inTree: commit.tree) }
    return Version(
      stream: stream, number: number, author: Authorship(commit.author), committer: Authorship(commit.committer),
      message: Message(parsing: commit.message), id: id, parentIDs: commit.parents,
      blobs: blobs)
  }

  /// The maps of a stream in a tree.
  func blobs(of stream: String, inTree tree: ObjectID) throws(ArchiveError) -> [Provenance.State: ObjectID] {
    let entries = try git { () throws(GitError) in
      guard let folder = try repository.entry(at: stream, inTree: tree), folder.kind == .folder else {
        return [TreeEntry]()
      }
      return try repository.entries(ofTree: folder.id)
    }
    var result: [Provenance.State: ObjectID] = [:]
    for state in Provenance.State.allCases {
      result[state] = entries.first { $0.name == state.fileName && $0.kind == .file }?.id
    }
    return result
  }
}
