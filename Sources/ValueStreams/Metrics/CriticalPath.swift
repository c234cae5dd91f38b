extension Route {
  /// The path with the largest Σ Tᵢ, as places from its start to its end. Sums are compared to the microsecond; on
  /// a tie, going back from the end, the step listed earlier wins.
  func criticalPath(_ expected: ExpectedTimes) -> [Int] {
    var path: [Int] = []
    var place = latest(of: ends) { expected.starts[$0].time + expected.times[$0].time }
    while let current = place {
      path.append(current)
      place = expected.before[current]
    }
    return path.reversed()
  }
}
