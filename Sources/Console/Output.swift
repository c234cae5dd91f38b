import Glibc
package import Rendering

/// Standard output and standard error: the only place that prints.
package struct Output {
  package let options: GlobalOptions

  package init(options: GlobalOptions) {
    self.options = options
  }

  /// What a view needs to know of the terminal.
  package var terminal: Terminal { Terminal(width: width, color: usesColor) }

  /// `--color` decides, then `NO_COLOR`, then `CLICOLOR_FORCE`, then whether a terminal listens.
  package var usesColor: Bool {
    switch options.color {
    case .always: return true
    case .never: return false
    case .auto:
      if let off = Environment["NO_COLOR"], !off.isEmpty { return false }
      if let force = Environment["CLICOLOR_FORCE"], !force.isEmpty, force != "0" { return true }
      return isTerminal && Environment["TERM"] != "dumb"
    }
  }

  package var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Whether somebody sits at the terminal who can answer.
  package var canAsk: Bool { isTerminal && isatty(STDIN_FILENO) == 1 }

  /// Columns of the terminal, else `COLUMNS`, else 80.
  package var width: Int {
    var size = winsize()
    if isTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    return Environment["COLUMNS"].flatMap(Int.init).map { min(max($0, 20), 1000) } ?? 80
  }

  private var height: Int {
    var size = winsize()
    return ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_row > 0 ? Int(size.ws_row) : 24
  }

  /// Data: to the pager if it is longer than the terminal, else straight out.
  package func show(_ text: String) throws {
    let isLong = text.utf8.reduce(0) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 } >= height
    if isTerminal, isLong, !options.noPager, let pager = Pager.command, Pager.show(text, with: pager) { return }
    try write(Array(text.utf8))
  }

  /// Bytes as they are.
  package func write(_ bytes: [UInt8]) throws { try Self.write(bytes, to: STDOUT_FILENO) }

  /// Anything that is not data.
  package static func note(_ text: String) {
    // Where standard error is closed there is nobody left to tell.
    _ = try? write(Array((text + "\n").utf8), to: STDERR_FILENO)
  }

  package static func write(_ bytes: [UInt8], to descriptor: Int32) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written >= 0 {
        rest = rest.dropFirst(written)
      } else if errno == EPIPE {
        // A reader that has seen enough is no error.
        exit(0)
      } else if errno != EINTR {
        throw Failure.cannotWriteOutput(reason: SystemReason.text(errno))
      }
    }
  }
}

/// Environment variables.
package enum Environment {
  package static subscript(name: String) -> String? { getenv(name).map { String(cString: $0) } }
}

/// What the operating system says of an error number.
package enum SystemReason {
  package static func text(_ number: Int32) -> String {
    strerror(number).map { String(cString: $0) } ?? "error \(number)"
  }
}
