import CanonicalJSON
import TestSupport
import ValueStreams

/// A map and what two people made of it.
struct RandomTriple {
  let seed: UInt64
  let base: ValueStreamMap
  let ours: ValueStreamMap
  let theirs: ValueStreamMap

  init(seed: UInt64) {
    self.seed = seed
    var generator = SeededGenerator(seed: seed)
    base = RandomMap.make(using: &generator, shape: RandomMap.Shape(steps: 1...14, loops: 3, workTypes: 2))
    ours = RandomEdit.edited(base, edits: Int.random(in: 0...5, using: &generator), using: &generator)
    theirs = RandomEdit.edited(base, edits: Int.random(in: 0...5, using: &generator), using: &generator)
  }
}

extension JSON {
  /// Every value that is merged as a whole, by its address; the elements of sets one by one.
  var leaves: [[Text]: JSON] {
    var found: [[Text]: JSON] = [:]
    collect(at: [], into: &found)
    return found
  }

  private func collect(at path: [Text], into found: inout [[Text]: JSON]) {
    let isWhole = path.last.map { $0.string.hasPrefix("x-") || $0 == "calendar" || $0 == "demand" } ?? false
    switch self {
    case .object(let members) where !isWhole:
      for (key, value) in members { value.collect(at: path + [key], into: &found) }
    case .array(let elements) where !isWhole && path.last?.string.hasSuffix("Range") != true:
      for element in elements {
        switch element {
        case .string(let text): found[path + [text]] = true
        case .object(let members):
          let keys = [members["id"], members["from"], members["to"], members["name"]]
          let identity = members["id"] == nil ? keys.compactMap { $0 } : [members["id"] ?? .null]
          element.collect(
            at: path + identity.compactMap { if case .string(let text) = $0 { text } else { nil } }, into: &found)
        default: found[path] = self
        }
      }
    default: found[path] = self
    }
  }
}
