import Git
import ValueStreams

/// Something that `repair` did.
package enum Repair: Equatable, Sendable {
  case tagged(stream: String, versions: [Int])
  /// The stream's latest map, stated anew in canonical form as this version.
  case canonicalised(Version)
}

extension Archive {
  /// Mends what can be derived: tags, and the canonical form of a stream's latest maps as a new version. History is never rewritten.
  package func repair() throws(ArchiveError) -> [Repair] {
    guard let tip = try mainLine().tip else { return [] }
    let who = try identity(.committer, .now())
    var repairs: [Repair] = []
    var history = try history(at: tip)
    for stream in history.streams {
      let before = try goodTags(of: stream, in: history)
      history.tagged = 0
      try mendTags(of: stream, in: history, newest: nil, by: who)
      let mended = try goodTags(of: stream, in: history).subtracting(before)
      if !mended.isEmpty { repairs.append(.tagged(stream: stream, versions: mended.sorted())) }
    }
    for stream in try committedStreams() {
      if let version = try canonicalise(stream) { repairs.append(.canonicalised(version)) }
    }
    return repairs
  }

  private func goodTags(of stream: String, in history: History) throws(ArchiveError) -> Set<Int> {
    var numbers: Set<Int> = []
    for record in history.records(of: stream) {
      if case .made(let tag) = try versionTag(stream, record.number), tag.target == record.commit {
        numbers.insert(record.number)
      }
    }
    return numbers
  }

  /// Commits the canonical form of a stream's maps where they are valid and have another form; nil when there is nothing to do.
  private func canonicalise(_ stream: String) throws(ArchiveError) -> Version? {
    var maps: [Provenance.State: [UInt8]?] = [:]
    for state in Provenance.State.allCases {
      guard let bytes = try tipBytes(of: stream, state), let map = MapReader.read(bytes).map else { continue }
      if map.canonicalBytes != bytes { maps.updateValue(map.canonicalBytes, forKey: state) }
    }
    guard !maps.isEmpty else { return nil }
    return try commit(
      Draft(
        stream: stream, maps: maps, base: try latest(of: stream),
        message: Message(subject: "State \(stream) in canonical form"), isCorrection: true))
  }
}
