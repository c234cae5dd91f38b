/// Rounds parts so that what is printed adds up (Hamilton's method, the same for both signs).
package enum LargestRemainder {
  /// Multiples of `unit`, each less than one unit from its part where `total` is the rounded sum, that sum to `total`.
  ///
  /// - Parameter total: a multiple of `unit` close to the sum of the parts; by default that sum, rounded.
  package static func rounded(_ parts: [Double], to unit: Double, total: Double? = nil) -> [Double] {
    guard unit > 0, !parts.isEmpty else { return parts }
    let exact = parts.map { $0 / unit }
    var counts = exact.map { $0.rounded() }
    let target = ((total ?? parts.reduce(0, +)) / unit).rounded()
    var missing = target - counts.reduce(0, +)
    while missing.isFinite, abs(missing) >= 1 {
      let step = missing < 0 ? -1.0 : 1
      // What was rounded the most against the missing direction gives way first, then what is largest.
      let order = counts.indices.sorted { left, right in
        let lacks = ((exact[left] - counts[left]) * step, (exact[right] - counts[right]) * step)
        return lacks.0 == lacks.1 ? abs(exact[left]) > abs(exact[right]) : lacks.0 > lacks.1
      }
      for index in order.prefix(Int(min(abs(missing), Double(order.count)))) {
        counts[index] += step
        missing -= step
      }
    }
    return counts.map { $0 * unit }
  }
}

extension Bridge {
  /// The same lines in whole units that sum to `total`; the parts of each line sum to the line.
  package func rounded(to unit: Double, total: Double? = nil) -> Bridge {
    let totals = LargestRemainder.rounded(lines.map(\.total), to: unit, total: total)
    return Bridge(
      lines: zip(lines, totals).map { line, total in
        let parts = LargestRemainder.rounded([line.wait, line.process, line.rework], to: unit, total: total)
        var line = line
        (line.wait, line.process, line.rework) = (parts[0], parts[1], parts[2])
        return line
      })
  }
}

extension Headline {
  /// The same in whole units: both lead times rounded, the amounts summing to the difference of the two as printed.
  /// Amounts that round to zero stay, so that a caller can leave them out.
  package func rounded(to unit: Double) -> Headline {
    guard unit > 0 else { return self }
    var result = self
    result.leadTime = leadTime.map { ($0 / unit).rounded() * unit }
    let seconds = LargestRemainder.rounded(amounts.map(\.seconds), to: unit, total: result.change)
    for index in result.amounts.indices { result.amounts[index].seconds = seconds[index] }
    result.newlyMeasured = newlyMeasured.map { ($0 / unit).rounded() * unit }
    return result
  }
}
