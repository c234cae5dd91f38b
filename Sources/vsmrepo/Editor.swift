import Console
import Glibc

/// Lets the user write a text in the editor of `GIT_EDITOR`, `core.editor`, `VISUAL` or `EDITOR`, else `vi`.
struct Editor {
  /// What Git's configuration says, if it says anything.
  let configured: String?

  private var command: String {
    for candidate in [Environment["GIT_EDITOR"], configured, Environment["VISUAL"], Environment["EDITOR"]] {
      if let candidate, !candidate.isEmpty { return candidate }
    }
    return "vi"
  }

  /// What stands in the file after editing; lines that start with `#` are comments and left out.
  func edit(_ template: String, fileNamed name: String, in folder: String) throws -> String {
    let path = folder + name
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw Failure.cannotWrite(path: path, reason: SystemReason.text(errno)) }
    var text = template
    let written = text.withUTF8 { write(descriptor, $0.baseAddress, $0.count) }
    close(descriptor)
    guard written == template.utf8.count else {
      throw Failure.cannotWrite(path: path, reason: SystemReason.text(errno))
    }
    defer { unlink(path) }

    // As git does: the shell splits the command, the path is a word of its own.
    let status = system(command + " '" + path.replacing("'", with: "'\\''") + "'")
    guard status == 0 else { throw Failure.editor(command: command, status: status >> 8 & 0xff) }
    let edited = String(decoding: try InputFile.read(path), as: UTF8.self)
    return edited.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("#") }
      .joined(separator: "\n").trimmed
  }
}

extension String {
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
      return ""
    }
    return String(self[first...last])
  }
}
