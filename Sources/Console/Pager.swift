import Glibc

/// Long output goes through `VSMREPO_PAGER`, `PAGER` or `less -FRX`.
package enum Pager {
  /// Nil where the user switched it off with an empty value or `cat`.
  package static var command: String? {
    let command = Environment["VSMREPO_PAGER"] ?? Environment["PAGER"] ?? "less -FRX"
    return command.isEmpty || command == "cat" ? nil : command
  }

  /// False if the pager could not be started; then nothing was shown.
  package static func show(_ text: String, with command: String) -> Bool {
    // The user's own words, run by the user's shell as git does; no text of a map is part of it.
    signal(SIGPIPE, SIG_IGN)
    guard let pipe = popen(command, "w") else { return false }
    var text = text
    _ = text.withUTF8 { fwrite($0.baseAddress, 1, $0.count, pipe) }
    // 127 is what a shell answers for a program that is not there.
    return pclose(pipe) >> 8 & 0xff != 127
  }
}
