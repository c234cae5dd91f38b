/// How far the clocks of a place stand from UTC, at any moment.
package struct Zone: Equatable, Sendable {
  package let name: String
  /// Moments in seconds since 1970, ascending, from which the offset of the same index holds.
  private let moments: [Int]
  private let offsets: [Int]
  /// Before the first moment.
  private let first: Int
  /// After the last moment; nil where the last offset holds on.
  private let rule: ZoneRule?

  package static let utc = Zone(name: "UTC", fixed: 0)

  /// A place whose clocks never change, so many seconds ahead of UTC.
  package init(name: String, fixed offset: Int) {
    self.init(name: name, moments: [], offsets: [], first: offset, rule: nil)
  }

  init(name: String, moments: [Int], offsets: [Int], first: Int, rule: ZoneRule?) {
    self.name = name
    self.moments = moments
    self.offsets = offsets
    self.first = first
    self.rule = rule
  }

  /// Reads `UTC`, `Z`, `+02:00`, `-0530` and `+01`; nil for the name of a place, whose rules stand in a file.
  package init?(fixed text: String) {
    if ["UTC", "Z", "GMT"].contains(text.uppercased()) {
      self = .utc
      return
    }
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let digits = text.dropFirst().filter { $0 != ":" }
    guard [2, 4].contains(digits.count), let number = Int(digits), digits.allSatisfy(\.isNumber) else { return nil }
    let (hours, minutes) = digits.count == 2 ? (number, 0) : (number / 100, number % 100)
    guard hours <= 15, minutes < 60 else { return nil }
    self.init(name: text, fixed: (sign == "-" ? -1 : 1) * (hours * 3600 + minutes * 60))
  }

  /// Seconds ahead of UTC at a moment, in seconds since 1970.
  package func offset(at moment: Int) -> Int {
    guard let last = moments.last, moment >= moments[0] else { return moments.isEmpty ? ruled(moment) : first }
    if moment >= last, rule != nil { return ruled(moment) }
    var (low, high) = (0, moments.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if moments[middle] <= moment { low = middle } else { high = middle }
    }
    return offsets[low]
  }

  private func ruled(_ moment: Int) -> Int {
    rule?.offset(at: moment) ?? offsets.last ?? first
  }

  /// The moment at which the clocks of the place show so many seconds since 1970. Of two such moments, as when clocks go
  /// back, the first; for a time that was skipped, what it would have been without the change.
  package func moment(ofLocal local: Int) -> Int {
    let before = offset(at: local - 86_400)
    let after = offset(at: local + 86_400)
    if before == after || offset(at: local - before) == before { return local - before }
    return offset(at: local - after) == after ? local - after : local - before
  }
}
