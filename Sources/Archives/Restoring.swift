import Git
import ValueStreams

extension Archive {
  /// A draft with the content of an earlier version: history grows, nothing is rewritten. `uncommitted` when a working
  /// file holds edits that it would overwrite.
  package func draft(restoring version: Version) throws(ArchiveError) -> Draft {
    var maps: [Provenance.State: [UInt8]?] = [:]
    var seen: Draft.Seen = [:]
    for state in Provenance.State.allCases {
      maps.updateValue(try bytes(of: version, state), forKey: state)
      let committed = try tipBytes(of: version.stream, state)
      seen.updateValue(committed, forKey: state)
      if !isBare, try workingBytes(of: version.stream, state) != committed {
        throw .uncommitted(path: "\(version.stream)/\(state.fileName)")
      }
    }
    return Draft(
      stream: version.stream, maps: maps, base: try latest(of: version.stream),
      message: Message(subject: "Restore \(version.name): \(version.subject)"), seen: isBare ? nil : seen)
  }
}
