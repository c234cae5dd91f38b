/// Σ share · value ÷ Σ share, gathered value by value; exact where all values are equal.
struct WeightedMean {
  private(set) var share = 0.0
  private var first = 0.0
  private var differences = 0.0

  mutating func add(_ value: Double, share: Double) {
    if self.share == 0 { first = value }
    self.share += share
    differences += share * (value - first)
  }

  /// Nil without a share.
  var value: Double? {
    share > 0 ? first + differences / share : nil
  }
}
