import Archives
import CanonicalJSON
import Changes
import Console
import Reports
import ValueStreams

/// A half-done merge as JSON, so that it survives a restart.
extension PendingMerge {
  private static let format = "vsm-pending-merge/1"

  var state: JSON {
    var object: Members<JSON> = ["format": .string(Text(Self.format)), "stream": .string(Text(stream))]
    if let before { object["before"] = .string(Text(before)) }
    switch purpose {
    case .version(let theirs, let label):
      object["theirs"] = .string(Text(theirs))
      object["label"] = .string(Text(label))
    case .adoption(let name, let learned):
      object["experiment"] = .string(Text(name))
      if let learned { object["learned"] = .string(Text(learned)) }
    case .replay(let replay, let subject, let merged):
      object["replay"] = replay.json
      object["subject"] = .string(Text(subject))
      object["merged"] = .array(merged.compactMap { $0.json(holding: $1) })
    }
    for state in Provenance.State.allCases {
      if let merge = merges[state] { object[Text(state.rawValue)] = merge.state }
      if let map = taken[state] { object[Text("taken-" + state.rawValue)] = map.json }
    }
    return .object(object)
  }

  /// The merge that waits in an archive; nil when none does.
  ///
  /// - Throws: ``Failure/damagedMerge`` when the file was touched by something else.
  static func waiting(in archive: Archive) throws -> PendingMerge? {
    guard let bytes = try archive.pendingMerge() else { return nil }
    guard let root = JSONDocument.read(bytes).document?.root, let found = try? PendingMerge(root) else {
      throw Failure.damagedMerge
    }
    return found
  }

  private init(_ root: JSONNode) throws {
    guard root["format"]?.text?.string == Self.format, let stream = root["stream"]?.text?.string else {
      throw Failure.damagedMerge
    }
    self.stream = stream
    before = root["before"]?.text?.string
    if let theirs = root["theirs"]?.text?.string, let label = root["label"]?.text?.string {
      purpose = .version(theirs: theirs, label: label)
    } else if let name = root["experiment"]?.text?.string {
      purpose = .adoption(name: name, learned: root["learned"]?.text?.string)
    } else if let replay = root["replay"].flatMap(Replay.init), let subject = root["subject"]?.text?.string {
      let merged = root["merged"].map { $0.elements.compactMap(ReplayStep.Place.read) } ?? []
      purpose = .replay(replay, subject: subject, merged: Dictionary(merged, uniquingKeysWith: { $1 }))
    } else {
      throw Failure.damagedMerge
    }
    merges = [:]
    for state in Provenance.State.allCases {
      if let node = root[Text(state.rawValue)] { merges[state] = try Merge(state: node.json) }
      if let node = root[Text("taken-" + state.rawValue)] {
        taken[state] = MapReader.read(node.json.canonicalBytes).map
      }
    }
  }
}

extension Replay {
  fileprivate var json: JSON {
    [
      "remote": .string(Text(remote)), "local": .string(Text(local)), "upstream": .string(Text(upstream)),
      "moved": .array(moved.map { .array([.string(Text($0.from)), .string(Text($0.to))]) }),
    ]
  }

  fileprivate init?(_ node: JSONNode) {
    guard let remote = node["remote"]?.text?.string, let local = node["local"]?.text?.string,
      let upstream = node["upstream"]?.text?.string
    else { return nil }
    let moved = node["moved"].map { $0.elements.compactMap(Moved.init) } ?? []
    self.init(remote: remote, local: local, upstream: upstream, moved: moved)
  }
}

extension Replay.Moved {
  fileprivate init?(_ pair: JSONNode) {
    let ids = pair.elements.compactMap(\.text?.string)
    guard ids.count == 2 else { return nil }
    self.init(from: ids[0], to: ids[1])
  }
}

extension ReplayStep.Place {
  fileprivate func json(holding bytes: [UInt8]) -> JSON? {
    guard let map = JSONDocument.read(bytes).document?.root.json else { return nil }
    return ["stream": .string(Text(stream)), "state": .string(Text(state.rawValue)), "map": map]
  }

  fileprivate static func read(_ node: JSONNode) -> (ReplayStep.Place, [UInt8])? {
    guard let stream = node["stream"]?.text?.string,
      let state = (node["state"]?.text?.string).flatMap(Provenance.State.init), let map = node["map"]
    else { return nil }
    return (ReplayStep.Place(stream: stream, state: state), map.json.canonicalBytes)
  }
}
