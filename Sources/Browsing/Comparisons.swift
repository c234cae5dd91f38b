import Archives

/// Which two versions of a stream a published site compares: all of the latest among themselves, each with the one before it,
/// and the first with the latest. A server compares any two.
enum Comparisons {
  /// So many of the latest versions are compared each with each.
  private static let latest = 8

  /// What the version at `place` is compared with. `numbers` are all versions, oldest first.
  static func partners(at place: Int, among numbers: [Int]) -> [Int] {
    let last = numbers.count - 1
    var places: Set<Int> = [place - 1, place + 1]
    if place > last - latest { places.formUnion(max(0, last - latest + 1)...last) }
    if place == 0 { places.insert(last) }
    if place == last { places.insert(0) }
    return places.filter { $0 != place && numbers.indices.contains($0) }.sorted().map { numbers[$0] }
  }

  /// By version, the earlier ones that it is compared with in a published site. `known` are addresses that were published before.
  static func published(
    _ numbers: [Int], known: some Sequence<String>, stream: String
  ) -> [Int: Set<Int>] {
    var pairs: [Int: Set<Int>] = [:]
    for (place, number) in numbers.enumerated() {
      pairs[number] = Set(partners(at: place, among: numbers).filter { $0 < number })
    }
    let start = "/\(stream)/"
    for address in known where address.hasPrefix(start) {
      guard let (before, after) = PageAddress.versions(address.dropFirst(start.count)), let after,
        pairs[before] != nil, pairs[after] != nil
      else { continue }
      pairs[after]?.insert(before)
    }
    return pairs
  }
}
