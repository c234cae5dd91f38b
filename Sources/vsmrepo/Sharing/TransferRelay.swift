import Console
import Glibc

/// What git says on standard error during a transfer: kept line by line, and its progress shown on a terminal.
final class TransferRelay {
  private(set) var lines: [String] = []
  private let isShown = isatty(STDERR_FILENO) == 1
  private var pending: [UInt8] = []
  private var isProgressShown = false
  private var endsInReturn = false

  func take(_ bytes: [UInt8]) {
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\n"): flush(isFinal: true)
      case UInt8(ascii: "\r"): endsInReturn = true
      default:
        // A line that is written over is progress; ssh ends every line with both.
        if endsInReturn { flush(isFinal: false) }
        pending.append(byte)
      }
    }
  }

  /// Takes what has no line break, and leaves an empty line for what comes next.
  func end() {
    flush(isFinal: true)
    if isProgressShown { write("\r\u{1B}[K") }
  }

  private func flush(isFinal: Bool) {
    let line = String(decoding: pending, as: UTF8.self)
    pending = []
    endsInReturn = false
    if line.trimmed.isEmpty { return }
    // Progress counts up to a percentage or a number of objects, and rewrites its line.
    let isProgress = !isFinal || line.contains("% (") || line.hasSuffix("done.")
    if isProgress {
      if isShown { write("\r\u{1B}[K" + visibleLine(line)) }
      isProgressShown = isShown
      return
    }
    lines.append(line)
  }

  private func write(_ text: String) {
    // Progress that cannot be shown is no reason to stop.
    _ = try? Output.write(Array(text.utf8), to: STDERR_FILENO)
  }
}
