import Glibc

/// Processes that may be writing to a repository.
package enum Writers {
  /// A running `git` or `vsmrepo`, other than this process, that stands in one of `folders` (absolute); nil when there
  /// is none, or when the system does not tell.
  package static func atWork(in folders: [String]) -> (process: Int, command: String)? {
    let roots = folders.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
    let processes = WorkingTree.entries(in: "/proc").compactMap { Int($0.name) }
      .filter { $0 != Int(getpid()) }
    for process in processes.sorted() {
      guard let command = text(of: "/proc/\(process)/comm"), command.hasPrefix("git") || command.hasPrefix("vsmrepo"),
        let folder = target(of: "/proc/\(process)/cwd")
      else { continue }
      if roots.contains(where: { folder == $0 || folder.hasPrefix($0 + "/") }) { return (process, command) }
    }
    return nil
  }

  private static func text(of path: String) -> String? {
    guard let file = try? Descriptor(path, in: AT_FDCWD, flags: O_RDONLY, subject: path),
      let bytes = try? file.read(limit: 4096, subject: path)
    else { return nil }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").first.map(String.init)
  }

  private static func target(of link: String) -> String? {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = unsafe readlink(link, &buffer, buffer.count)
    return count > 0 ? String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self) : nil
  }
}
