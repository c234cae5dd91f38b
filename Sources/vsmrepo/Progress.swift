import Console
import Glibc

/// Tells on a terminal how far long work has come, once it has taken a second.
final class Progress {
  private let title: String
  private let isShown: Bool
  private let start = ContinuousClock.now
  private var last = ContinuousClock.now
  private var hasShown = false

  init(_ title: String, in options: GlobalOptions) {
    self.title = title
    isShown = isatty(STDERR_FILENO) == 1
  }

  func show(_ done: Int, of total: Int) {
    let now = ContinuousClock.now
    guard isShown, total > 0, now - start > .seconds(1), now - last > .milliseconds(100) else { return }
    last = now
    hasShown = true
    write("\r\(title): \(done * 100 / total) %")
  }

  /// Leaves an empty line for what comes next.
  func end() {
    if hasShown { write("\r\u{1B}[K") }
  }

  private func write(_ text: String) {
    // Progress that cannot be shown is no reason to stop.
    _ = try? Output.write(Array(text.utf8), to: STDERR_FILENO)
  }
}
