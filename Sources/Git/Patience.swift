import Glibc

/// How long a held lock is waited for: tried again after a random pause, so that several who wait do not meet each time.
package struct Patience: Sendable {
  package var seconds: Double

  package init(seconds: Double = 10) {
    self.seconds = seconds
  }

  /// Calls `attempt` until it does not throw `locked`, or until patience ends.
  package func retrying<Result>(_ attempt: () throws(GitError) -> Result) throws(GitError) -> Result {
    let deadline = Self.monotonicSeconds() + seconds
    var pause = 1_000.0
    while true {
      do {
        return try attempt()
      } catch {
        guard case .locked = error, Self.monotonicSeconds() < deadline else { throw error }
        usleep(UInt32(Double.random(in: 0.5...1.5) * pause))
        pause = min(pause * 1.5, 40_000)
      }
    }
  }

  private static func monotonicSeconds() -> Double {
    var now = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }
}
