import Archives
import Changes
import Console
import Rendering
import Reports
import ValueStreams

/// Maps that were read and checked, and could become a stream's next version.
struct VersionCandidate {
  let stream: String
  /// The latest version, which the maps are compared with.
  let base: Version?
  /// Of the current state; nil for the first version.
  let difference: Difference?
  let warnings: Int
  private let current: NamedMap
  private let baseMap: NamedMap?
  private let maps: [Provenance.State: [UInt8]]
  private let seen: Draft.Seen?
  private let changedStates: Set<Provenance.State>

  /// The working copy of a stream.
  init(stream: String, archive: Archive) throws {
    var seen: Draft.Seen = [:]
    for state in Provenance.State.allCases {
      seen.updateValue(try archive.workingBytes(of: stream, state), forKey: state)
    }
    try self.init(stream: stream, seen.compactMapValues { $0 }, seen: seen, archive: archive) { state in
      "\(stream)/\(state.fileName)"
    }
  }

  /// A map from elsewhere, as the current state.
  init(stream: String, map: [UInt8], named name: String, archive: Archive) throws {
    try self.init(stream: stream, [.current: map], seen: nil, archive: archive) { _ in name }
  }

  private init(
    stream: String, _ documents: [Provenance.State: [UInt8]], seen: Draft.Seen?, archive: Archive,
    name: (Provenance.State) -> String
  ) throws {
    self.stream = stream
    self.seen = seen
    base = try archive.latest(of: stream)
    var maps: [Provenance.State: [UInt8]] = [:]
    var changed: Set<Provenance.State> = []
    var warnings = 0
    for state in Provenance.State.allCases {
      guard let bytes = documents[state] else { continue }
      let reading = MapReader.read(bytes, context: CheckContext(state: state, today: Clock.today))
      guard let map = reading.map else {
        throw Failure.invalidMap(name: name(state), problems: reading.problems)
      }
      warnings += reading.problems.count { $0.severity == .warning }
      maps[state] = map.canonicalBytes
      if try base.flatMap({ try archive.bytes(of: $0, state) }) != maps[state] { changed.insert(state) }
    }
    guard let document = maps[.current] else {
      throw Failure.noWorkingMap(path: "\(stream)/current.json", stream: stream)
    }
    if seen != nil, maps[.future] == nil, base?.has(.future) == true { changed.insert(.future) }
    current = try NamedMap(document, Provenance(stream: stream, label: "working copy"), name: name(.current))
    baseMap = try base.flatMap { try archive.mapIfValid(of: $0) }
    difference = baseMap.map { [current] in Difference(from: $0, to: current) }
    changedStates = changed
    self.maps = maps
    self.warnings = warnings
  }

  var isChange: Bool { !changedStates.isEmpty }
  var path: String { "\(stream)/\(Provenance.State.current.fileName)" }
  var nothingToCommit: String { "Nothing to commit: \(stream) is as in \(base?.name ?? "no version yet")." }

  func headline(isCorrection: Bool) -> String {
    guard let baseMap else { return firstHeadline(current.map, current.measured.metrics) }
    if !changedStates.contains(.current) { return "The future state changed." }
    return Difference(from: baseMap, to: current, isCorrection: isCorrection).headlineText
  }

  /// Subject and body as the user wrote them, the headline behind.
  func draft(message: String, isCorrection: Bool) -> Draft {
    let lines = message.trimmed.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    let rest = lines.count > 1 ? String(lines[1]).trimmed + "\n\n" : ""
    var states: [Provenance.State: [UInt8]?] = [:]
    for state in changedStates { states.updateValue(maps[state], forKey: state) }
    return Draft(
      stream: stream, maps: states, base: base,
      message: Archives.Message(subject: String(lines.first ?? ""), body: rest + headline(isCorrection: isCorrection)),
      isCorrection: isCorrection, seen: seen)
  }
}
