import CanonicalJSON
import TestSupport
import ValueStreams

/// Two random maps to compare: mostly one and an edited copy, at times two that have nothing to do with each other.
struct RandomPair {
  let seed: UInt64
  let before: ValueStreamMap
  let after: ValueStreamMap

  init(seed: UInt64) {
    self.seed = seed
    var generator = SeededGenerator(seed: seed)
    let shape = RandomMap.Shape(steps: 1...18)
    before = RandomMap.make(using: &generator, shape: shape)
    if Int.random(in: 0..<10, using: &generator) == 0 {
      after = RandomMap.make(using: &generator, shape: shape)
    } else {
      let edits = Int.random(in: 0...9, using: &generator)
      after = RandomEdit.edited(before, edits: edits, using: &generator)
    }
  }
}
