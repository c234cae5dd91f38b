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
