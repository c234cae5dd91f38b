/// The lead times of many items, in seconds.
package struct LeadTimes: Equatable, Sendable {
  /// How many items took from `from` up to, but not including, `to`; the last bin includes it.
  package struct Bin: Equatable, Sendable {
    package let from: Double
    package let to: Double
    package let items: Int
  }

  package let items: Int
  package let mean: Double
  /// Of the mean: about 95 in 100 forecasts lie within two of these of the true mean.
  package let standardError: Double
  /// From 0 to 99 of 100 items in bins of one width, and one bin for the rest.
  package let histogram: [Bin]
  private let sorted: [Double]

  package static let bins = 20

  init(_ times: [Double]) {
    let sorted = times.sorted()
    items = sorted.count
    let sum = sorted.reduce(0, +)
    let mean = sorted.isEmpty ? 0 : sum / Double(sorted.count)
    let squares = sorted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    self.mean = mean
    standardError = sorted.count > 1 ? (squares / Double(sorted.count - 1) / Double(sorted.count)).squareRoot() : 0
    self.sorted = sorted
    histogram = Self.histogram(sorted)
  }

  /// So many of 100 items take no longer; 0 < percent ≤ 100. Nil without items.
  package func percentile(_ percent: Double) -> Double? {
    guard !sorted.isEmpty else { return nil }
    let place = Int((percent / 100 * Double(items)).rounded(.up)) - 1
    return sorted[min(max(place, 0), items - 1)]
  }

  /// How likely it is, 0–1, that an item takes no longer than so many seconds; nil without items.
  package func chance(within time: Double) -> Double? {
    guard !sorted.isEmpty else { return nil }
    return Double(sorted.partitionPoint { $0 > time }) / Double(items)
  }

  private static func histogram(_ sorted: [Double]) -> [Bin] {
    guard let longest = sorted.last, longest > 0 else { return [] }
    let usual = sorted[min(sorted.count - 1, sorted.count * 99 / 100)]
    let width = (usual > 0 ? usual : longest) / Double(bins)
    var edges = (0...bins).map { Double($0) * width }
    if longest > edges[bins] { edges.append(longest) }
    let below = edges.map { edge in sorted.partitionPoint { $0 >= edge } }
    return edges.indices.dropLast().map { index in
      let end = index + 2 == edges.count ? sorted.count : below[index + 1]
      return Bin(from: edges[index], to: edges[index + 1], items: end - below[index])
    }
  }
}

extension [Double] {
  /// Of an ascending list: the first index whose element is past the point, by bisection.
  fileprivate func partitionPoint(_ isPast: (Double) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isPast(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
