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
    let common = new.indices.compactMap { index in places[new[index]].map { (old: $0, new: index) } }
    kept = Self.longestRun(common)
    let keptOld = Set(kept.map(\.old))
    let keptNew = Set(kept.map(\.new))
    removed = old.indices.reversed().filter { !keptOld.contains($0) }
    inserted = new.indices.filter { !keptNew.contains($0) }
  }

  /// A longest subsequence that ascends in `old`, by patience sorting.
  private static func longestRun(_ pairs: [(old: Int, new: Int)]) -> [(old: Int, new: Int)] {
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
