/// Σ share · value ÷ Σ share; exact where all values are equal. Nil without a share.
func weightedMean(_ values: [(share: Double, value: Double)]) -> Double? {
  guard let first = values.first else { return nil }
  let shares = values.reduce(0) { $0 + $1.share }
  guard shares > 0 else { return nil }
  return first.value + values.reduce(0) { $0 + $1.share * ($1.value - first.value) } / shares
}
