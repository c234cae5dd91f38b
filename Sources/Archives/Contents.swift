import Git
package import ValueStreams

extension Archive {
  /// The bytes of a map; nil when that state has none there.
  package func bytes(of revision: Revision, _ state: Provenance.State? = nil) throws(ArchiveError) -> [UInt8]? {
    let state = state ?? revision.state ?? .current
    switch revision.place {
    case .workingCopy: return try workingBytes(of: revision.stream, state)
    case .version(let version), .commit(let version): return try bytes(of: version, state)
    }
  }

  /// The bytes of a version's map; nil when the version has no such map.
  package func bytes(of version: Version, _ state: Provenance.State = .current) throws(ArchiveError) -> [UInt8]? {
    guard let id = version.blobs[state] else { return nil }
    do throws(GitError) {
      return try repository.blob(id, limit: Self.mapLimit)
    } catch {
      switch error {
      case .tooLarge(_, let bytes): throw .tooLarge(path: "\(version.stream)/\(state.fileName)", bytes: bytes)
      case .notFound: throw .damaged(what: id.hex, reason: "the object is missing")
      default: throw ArchiveError(error)
      }
    }
  }

  /// The bytes of a working file; nil when there is none.
  package func workingBytes(of stream: String, _ state: Provenance.State) throws(ArchiveError) -> [UInt8]? {
    guard let files = workingTree else { return nil }
    return try git { () throws(GitError) in
      try files.read("\(stream)/\(state.fileName)", limit: Self.mapLimit)
    }
  }

  /// How a stream's working file stands to the tip.
  package enum FileState: Equatable, Sendable { case absent, unchanged, changed, added, removed }

  /// Compares a working file with the main line's tip, byte for byte.
  package func fileState(of stream: String, _ state: Provenance.State) throws(ArchiveError) -> FileState {
    let working = try workingBytes(of: stream, state)
    let committed = try tipBytes(of: stream, state)
    switch (committed, working) {
    case (nil, nil): return .absent
    case (nil, _): return .added
    case (_, nil): return .removed
    case (let committed?, let working?): return committed == working ? .unchanged : .changed
    }
  }

  /// Whether a working file of the stream holds what no version at the tip does.
  package func hasUncommittedMap(_ stream: String) throws(ArchiveError) -> Bool {
    for state in Provenance.State.allCases {
      let found = try fileState(of: stream, state)
      if found == .changed || found == .added { return true }
    }
    return false
  }

  /// The bytes of a stream's map at the main line's tip; nil when there are none.
  package func tipBytes(of stream: String, _ state: Provenance.State) throws(ArchiveError) -> [UInt8]? {
    guard let tip = try mainLine().tip else { return nil }
    let tree = try git { () throws(GitError) in try repository.outline(of: tip).tree }
    guard let id = try blobs(of: stream, inTree: tree)[state] else { return nil }
    return try git { () throws(GitError) in try repository.blob(id, limit: Self.mapLimit) }
  }
}
