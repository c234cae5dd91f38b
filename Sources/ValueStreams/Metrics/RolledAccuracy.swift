extension MeasuredWork {
  /// Rolled %C&A: how much of the work passes all steps without a correction, the product of what the steps of the route
  /// state (Martin and Osterling); nil if none states it.
  var rolledPercentCompleteAccurate: Double? {
    let stated = work.accuracy.compactMap(\.self)
    return stated.isEmpty ? nil : stated.reduce(100) { $0 * $1 / 100 }
  }
}
