/// Rounding parts so that what is printed still adds up, by the method of largest remainders (Hamilton).
package enum Apportionment {
  /// `parts` as whole multiples of a unit that sum to `total`, each rounded up or down at most one further than it would
  /// be alone. `parts` should sum to about `total` units.
  package static func whole(_ parts: [Double], unit: Double, total: Int) -> [Int] {
    let exact = parts.map { $0 / unit }
    guard exact.allSatisfy({ $0.isFinite && abs($0) < 1e15 }) else { return parts.map { _ in 0 } }
    var rounded = exact.map { Int($0.rounded(.down)) }
    let missing = total - rounded.reduce(0, +)
    guard missing != 0, !parts.isEmpty else { return rounded }
    let order = exact.indices.sorted { left, right in
      let (first, second) = (exact[left] - exact[left].rounded(.down), exact[right] - exact[right].rounded(.down))
      return first == second ? left < right : first > second
    }
    let step = missing.signum()
    for count in 0..<abs(missing) {
      let place = count % order.count
      rounded[step > 0 ? order[place] : order[order.count - 1 - place]] += step
    }
    return rounded
  }
}
