/// How much of a change in lead time came from versions that corrected the drawing, not the work.
package struct Corrections: Equatable, Sendable {
  /// The sum of those versions' own changes, seconds.
  package var leadTime: Double
  /// Their numbers, ascending.
  package var versions: [Int]

  package init(leadTime: Double, versions: [Int]) {
    self.leadTime = leadTime
    self.versions = versions
  }
}

extension Corrections {
  /// What one version changed against the one before it.
  package struct Version: Equatable, Sendable {
    package var number: Int
    package var isCorrection: Bool
    /// Its own change in lead time, seconds.
    package var change: Double

    package init(number: Int, isCorrection: Bool, change: Double) {
      self.number = number
      self.isCorrection = isCorrection
      self.change = change
    }
  }

  /// Sums what the corrections among the versions after one and up to another changed.
  package init(among versions: some Sequence<Version>) {
    let corrections = versions.filter(\.isCorrection)
    leadTime = corrections.reduce(0) { $0 + $1.change }
    self.versions = corrections.map(\.number).sorted()
  }
}
