/// How one list becomes another, element by element, each known by a key.
///
/// What keeps its relative order stays (a longest such run); the rest is removed, last place first, and inserted, first
/// place first, so that every place is right at the moment it is used. O(n log n).
struct ListAlignment {
  /// Places in the old list, descending.
  private(set) var removed: [Int] = []
  /// Places in the new list, ascending.
  private(set) var inserted: [Int] = []
  /// Ascending on both sides.
  private(set) var kept: [(old: Int, new: Int)] = []

  /// Nil where keys repeat, so that elements cannot be told apart.
  init?<Key: Hashable>(old: [Key], new: [Key]) {
    let places = Dictionary(old.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    guard places.count == old.count, Set(new).count == new.count else { return nil }
    self.init(oldCount: old.count, newCount: new.count) { places[new[$0]] }
  }

  /// - Parameter oldPlace: where an element of the new list stood in the old one, each in a place of its own; nil where it is
  ///   new.
  init(oldCount: Int, newCount: Int, oldPlace: (Int) -> Int?) {
    kept = Self.longestRun((0..<newCount).compactMap { index in oldPlace(index).map { (old: $0, new: index) } })
    var isKept = Sides(
      before: Array(repeating: false, count: oldCount), after: Array(repeating: false, count: newCount))
    for pair in kept {
      isKept.before[pair.old] = true
      isKept.after[pair.new] = true
    }
    removed = (0..<oldCount).reversed().filter { !isKept.before[$0] }
    inserted = (0..<newCount).filter { !isKept.after[$0] }
  }

  /// A longest subsequence that ascends in `old`, by patience sorting.
  private static func longestRun(_ pairs: [(old: Int, new: Int)]) -> [(old: Int, new: Int)] {
    // What keeps its order throughout, as most lists do, needs no search.
    if zip(pairs, pairs.dropFirst()).allSatisfy({ $0.old < $1.old }) { return pairs }
    var piles: [Int] = []
    var previous = Array(repeating: -1, count: pairs.count)
    for index in pairs.indices {
      var low = 0
      var high = piles.count
      while low < high {
        let middle = (low + high) / 2
        if pairs[piles[middle]].old < pairs[index].old { low = middle + 1 } else { high = middle }
      }
      if low > 0 { previous[index] = piles[low - 1] }
      if low == piles.count { piles.append(index) } else { piles[low] = index }
    }
    var run: [(old: Int, new: Int)] = []
    var next = piles.last ?? -1
    while next >= 0 {
      run.append(pairs[next])
      next = previous[next]
    }
    return run.reversed()
  }
}
