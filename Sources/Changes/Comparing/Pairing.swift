/// Pairs the entries of two lists one to one, in rounds: each round pairs what has the same key and is still free, in
/// the order of the lists. The result is the same seen from either side.
struct Pairing {
  private(set) var pairs: [Sides<Int>] = []
  private(set) var free: Sides<[Int]>

  init(before: Int, after: Int) {
    free = Sides(before: Array(0..<before), after: Array(0..<after))
  }

  /// One round; an entry whose key is nil sits it out. Returns the new pairs, ascending on the later side.
  @discardableResult
  mutating func pair<Key: Hashable>(before: (Int) -> Key?, after: (Int) -> Key?) -> [Sides<Int>] {
    var found: [Sides<Int>] = []
    // As far as both lists have the same keys, equal places are pairs: that is much of two versions in a row.
    for (entry, partner) in zip(free.after, free.before) {
      guard let key = after(entry), key == before(partner) else { break }
      found.append(Sides(before: partner, after: entry))
    }
    let (partners, entries) = (free.before[found.count...], free.after[found.count...])
    // For each key the first free entry before, and for each of those the next one with the same key.
    var first: [Key: Int] = [:]
    var next = [Int?](repeating: nil, count: (free.before.last ?? -1) + 1)
    if !entries.isEmpty {
      first.reserveCapacity(partners.count)
      for entry in partners.reversed() {
        guard let key = before(entry) else { continue }
        next[entry] = first.updateValue(entry, forKey: key)
      }
    }
    var rest: [Int] = []
    for entry in entries {
      if let key = after(entry), let partner = first[key] {
        first[key] = next[partner]
        found.append(Sides(before: partner, after: entry))
      } else {
        rest.append(entry)
      }
    }
    var isPaired = [Bool](repeating: false, count: next.count)
    for pair in found { isPaired[pair.before] = true }
    free.before.removeAll { isPaired[$0] }
    free.after = rest
    pairs += found
    return found
  }
}
