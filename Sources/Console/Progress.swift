import Glibc
import Synchronization

/// Tells on a terminal how far long work has come, once it has taken a second. Any thread may tell.
package final class Progress: Sendable {
  private struct State {
    var last = ContinuousClock.now
    var hasShown = false
  }

  private let title: String
  private let isShown: Bool
  private let start = ContinuousClock.now
  private let state = Mutex(State())

  package init(_ title: String) {
    self.title = title
    isShown = isatty(STDERR_FILENO) == 1
  }

  package func show(_ done: Int, of total: Int) {
    let now = ContinuousClock.now
    guard isShown, total > 0, now - start > .seconds(1) else { return }
    state.withLock { state in
      guard now - state.last > .milliseconds(100) else { return }
      state.last = now
      state.hasShown = true
      Self.write("\r\(title): \(done * 100 / total) %")
    }
  }

  /// Leaves an empty line for what comes next.
  package func end() {
    if state.withLock(\.hasShown) { Self.write("\r\u{1B}[K") }
  }

  private static func write(_ text: String) {
    // Progress that cannot be shown is no reason to stop.
    _ = try? Output.write(Array(text.utf8), to: STDERR_FILENO)
  }
}
