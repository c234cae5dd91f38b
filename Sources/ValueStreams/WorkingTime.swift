/// A stretch of working time: a whole number of seconds, 0 ≤ s < 10⁹.
package struct WorkingTime: Hashable, Comparable, Sendable {
  package static let limit = 1_000_000_000

  package var seconds: Int

  package init(seconds: Int) {
    self.seconds = seconds
  }

  package static func < (left: WorkingTime, right: WorkingTime) -> Bool {
    left.seconds < right.seconds
  }
}
