/// Why a transfer failed, as far as git's words tell.
package enum TransferTrouble: Error, Equatable {
  /// No such machine, no answer, or the connection broke off.
  case unreachable(String)
  /// There is something, and it is no repository.
  case noRepository(String)
  /// A wrong password or key, or none.
  case notAuthorized(String)
  case unknownHost(String)
  case untrustedCertificate(String)
  /// The repository over there belongs to somebody else than who serves it.
  case foreignOwner(String)
  case cannotWrite(String)
  case other(String)

  /// Reads it from what git said; `lines` are its standard error, in English.
  package init(_ lines: [String]) {
    let text = lines.joined(separator: "\n")
    func says(_ phrases: String...) -> Bool { phrases.contains { text.contains($0) } }
    let words = Self.telling(lines)
    self =
      if says("Host key verification failed", "REMOTE HOST IDENTIFICATION HAS CHANGED") {
        .unknownHost(words)
      } else if says("SSL certificate", "certificate verif", "server certificate", "SSL: no alternative certificate") {
        .untrustedCertificate(words)
      } else if says(
        "Authentication failed", "could not read Username", "could not read Password", "terminal prompts disabled",
        "Permission denied (", "requested URL returned error: 401", "requested URL returned error: 403",
        "Too many authentication failures", "Access denied", "HTTP Basic")
      {
        .notAuthorized(words)
      } else if says("dubious ownership") {
        .foreignOwner(words)
      } else if says(
        "does not appear to be a git repository", "' not found", "Repository not found", "does not exist",
        "requested URL returned error: 404", "no such remote")
      {
        .noRepository(words)
      } else if says(
        "Could not resolve host", "Could not read from remote repository", "unable to access", "Connection refused",
        "Connection reset", "Connection closed", "Network is unreachable", "No route to host", "timed out",
        "hung up unexpectedly", "early EOF", "unexpected disconnect", "RPC failed", "Could not resolve hostname",
        "requested URL returned error: 5", "unexpected EOF", "invalid index-pack output")
      {
        .unreachable(words)
      } else if says("insufficient permission", "Permission denied", "Read-only file system", "No space left") {
        .cannotWrite(words)
      } else {
        .other(words)
      }
  }

  /// The line that says most, without git's mark in front: what the server said, else git's own `fatal:` or `error:`.
  private static func telling(_ lines: [String]) -> String {
    let vague = [
      "Could not read from remote repository", "Please make sure", "and the repository exists",
      "failed to push some refs",
    ]
    let useful = lines.filter { line in !vague.contains { line.contains($0) } && !line.hasPrefix("hint:") }
    let marks = ["ssh:", "remote: ", "fatal: ", "error: "]
    let chosen =
      marks.lazy.compactMap { mark in useful.last { $0.hasPrefix(mark) } }.first ?? useful.last ?? lines.first ?? ""
    let mark = marks.dropFirst().first { chosen.hasPrefix($0) } ?? ""
    return withoutPassword(String(chosen.dropFirst(mark.count)))
  }
}

/// A URL, or a text with URLs, in which no password is shown: `https://ada:secret@host` becomes `https://ada@host`.
package func withoutPassword(_ text: String) -> String {
  text.replacing(/([a-z+]+:\/\/[^\/\s:@]*):[^\/\s@]*@/) { "\($0.1)@" }
}
