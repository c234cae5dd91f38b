/// Which two versions of a stream a published site compares: all of the latest among themselves, each with the one before it,
/// and the first with the latest. A server compares any two.
enum Comparisons {
  /// So many of the latest versions are compared each with each.
  private static let latest = 8

  /// What `number` is compared with. `numbers` are all versions, oldest first.
  static func partners(of number: Int, among numbers: [Int]) -> [Int] {
    guard let place = numbers.lastIndex(of: number), let first = numbers.first, let last = numbers.last else {
      return []
    }
    var partners: Set<Int> = []
    if place > 0 { partners.insert(numbers[place - 1]) }
    if place + 1 < numbers.count { partners.insert(numbers[place + 1]) }
    let recent = numbers.suffix(Self.latest)
    if recent.contains(number) { partners.formUnion(recent) }
    if number == first { partners.insert(last) }
    if number == last { partners.insert(first) }
    return partners.subtracting([number]).sorted()
  }

  /// The earlier ones of ``partners(of:among:)``: every pair once.
  static func earlierPartners(of number: Int, among numbers: [Int]) -> [Int] {
    partners(of: number, among: numbers).filter { $0 < number }
  }
}
