package import CanonicalJSON
import ValueStreams

extension Merge {
  private static let format: JSON = "vsm-merge/1"

  /// All that is needed to go on with a half-done merge after a restart.
  package var state: JSON {
    var object: Members<JSON> = ["format": Self.format, "ours": ours.json, "theirs": theirs.json]
    object["base"] = base?.json
    object["choices"] = .array(
      choices.sorted { $0.key < $1.key }.map { address, choice in
        var entry: Members<JSON> = ["address": .string(Text(address.description))]
        switch choice {
        case .side(let side): entry["side"] = .string(Text(side.rawValue))
        case .value(let value): entry["value"] = value
        }
        return .object(entry)
      })
    return .object(object)
  }

  /// Reads ``state``.
  ///
  /// - Throws: ``ChangeError/unreadableMerge(_:)`` that names the member which is missing or broken.
  package init(state: JSON) throws(ChangeError) {
    let members = state.members
    guard members["format"] == Self.format else { throw .unreadableMerge("format") }
    var choices: [MergeAddress: Choice] = [:]
    for entry in members["choices"]?.elements ?? [] {
      guard let address = entry.members["address"]?.text.flatMap({ MergeAddress($0.string) }) else {
        throw .unreadableMerge("choices")
      }
      if let side = entry.members["side"] {
        guard let side = side.text.flatMap({ Choice.Side(rawValue: $0.string) }) else {
          throw .unreadableMerge("choices")
        }
        choices[address] = .side(side)
      } else {
        choices[address] = .value(entry.members["value"])
      }
    }
    self.init(
      base: members["base"] == nil ? nil : try Self.map(members, "base"), ours: try Self.map(members, "ours"),
      theirs: try Self.map(members, "theirs"), choices: choices)
  }

  private static func map(_ members: Members<JSON>, _ key: Text) throws(ChangeError) -> ValueStreamMap {
    guard let document = members[key], let map = MapReader.read(document.canonicalBytes).map else {
      throw .unreadableMerge(key.string)
    }
    return map
  }
}
