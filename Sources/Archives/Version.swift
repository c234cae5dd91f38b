import Git
package import ValueStreams

/// One version of one stream: a commit on the main line that changes one of its maps.
package struct Version: Hashable, Sendable {
  package var stream: String
  package var number: Int
  package var author: Authorship
  package var committer: Authorship
  package var message: Message
  let id: ObjectID
  let parentIDs: [ObjectID]
  let blobs: [Provenance.State: ObjectID]

  /// The full commit id, hexadecimal.
  package var commit: String { id.hex }
  package var parents: [String] { parentIDs.map(\.hex) }
  package var subject: String { message.subject }
  /// `v5`.
  package var name: String { "v\(number)" }
  /// Whether it says that it corrects the map rather than reports a change of the work.
  package var isCorrection: Bool { message["Nature"] == "correction" }
  /// The number that the commit names itself; another one than `number` is a remark, not a fault.
  package var statedNumber: Int? { message["Version"].flatMap { StreamName.versionNumber("v" + $0) } }

  /// The id of a map's bytes: equal ids, equal maps. Nil when the version has no such map.
  package func blob(_ state: Provenance.State) -> String? { blobs[state]?.hex }
  package func has(_ state: Provenance.State) -> Bool { blobs[state] != nil }
}

extension Provenance.State {
  /// `current.json` or `future.json`.
  package var fileName: String { rawValue + ".json" }

  static let fileNames = Set(allCases.map(\.fileName))
}
