extension JSONReader {
  /// Reports the keys that an object of `count` members, the last level, holds twice.
  mutating func reportDuplicates(in object: Int, count: Int) {
    guard count > 1, !areKeysAscending(in: object, count: count) else { return }
    let pairs = count <= 16 ? pairsByComparison(in: object, count: count) : pairsByHash(in: object, count: count)
    for (first, key) in pairs {
      child = key
      let earlier = place(of: Int(entries[first].offset))
      report(.duplicateKey(text(at: key).shortened(to: 40), first: earlier), at: Int(entries[key].offset))
    }
  }

  /// Whether each key stands after the one before it, as in every canonical file: then none can repeat.
  private func areKeysAscending(in object: Int, count: Int) -> Bool {
    var previous = object + 1
    for _ in 1..<count {
      let key = entries.next(after: previous + 1)
      let isAscending = withText(at: previous) { left in withText(at: key) { compareBytes(left, $0) < 0 } }
      guard isAscending else { return false }
      previous = key
    }
    return true
  }

  private func pairsByComparison(in object: Int, count: Int) -> [(first: Int, second: Int)] {
    var pairs: [(Int, Int)] = []
    var key = object + 1
    for place in 0..<count {
      var earlier = object + 1
      for _ in 0..<place {
        if entries[earlier].low == entries[key].low,
          withText(at: earlier, { left in withText(at: key) { bytesAreEqual(left, $0) } })
        {
          pairs.append((earlier, key))
          break
        }
        earlier = entries.next(after: earlier + 1)
      }
      key = entries.next(after: key + 1)
    }
    return pairs
  }

  private func pairsByHash(in object: Int, count: Int) -> [(first: Int, second: Int)] {
    var pairs: [(Int, Int)] = []
    var firsts: [Text: Int] = [:]
    firsts.reserveCapacity(count)
    var key = object + 1
    for _ in 0..<count {
      let text = text(at: key)
      if let first = firsts[text] {
        pairs.append((first, key))
      } else {
        firsts[text] = key
      }
      key = entries.next(after: key + 1)
    }
    return pairs
  }
}
