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
