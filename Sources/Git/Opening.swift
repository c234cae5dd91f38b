import CGit
import Glibc

extension Repository {
  /// Finds out why `path` did not open: libgit2 1.5 hides somebody else's repository and unknown extensions behind
  /// codes that say something else.
  static func explain(_ error: GitError, opening path: String) -> GitError {
    guard let root = repositoryRoot(above: path) else {
      if case .notFound = error { return .notARepository(path: path) }
      return error
    }
    switch error {
    case .other(_, Int(GIT_EOWNER.rawValue), _), .notFound:
      if let owner = owner(of: root), owner != geteuid() {
        return .foreignOwner(path: root, owner: name(ofUser: owner))
      }
      if case .notFound = error { return .notARepository(path: path) }
      return error
    case .other(_, _, let reason), .invalid(_, let reason):
      guard let feature = quoted(after: "unsupported extension name ", in: reason) else {
        let isVersion = reason.hasPrefix("unsupported repository version")
        return isVersion ? .unsupported(subject: root, feature: "core.repositoryFormatVersion") : error
      }
      return .unsupported(subject: root, feature: feature)
    default:
      return error
    }
  }

  /// The nearest folder, from `path` upwards, that holds a `.git` or is a bare repository.
  private static func repositoryRoot(above path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    var folder = unsafe String(cString: resolved)
    unsafe free(resolved)
    while true {
      let prefix = folder == "/" ? "" : folder
      if exists(prefix + "/.git") || (exists(prefix + "/HEAD") && exists(prefix + "/objects")) { return folder }
      guard folder != "/", let slash = folder.lastIndex(of: "/") else { return nil }
      folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
    }
  }

  private static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  private static func owner(of path: String) -> uid_t? {
    var information = stat()
    return unsafe lstat(path, &information) == 0 ? information.st_uid : nil
  }

  private static func name(ofUser id: uid_t) -> String {
    guard let user = unsafe getpwuid(id), let name = unsafe user.pointee.pw_name else { return "user \(id)" }
    return unsafe String(cString: name)
  }

  /// The word between quotes that follows `prefix` in one of libgit2's messages.
  static func quoted(after prefix: String, in reason: String) -> String? {
    guard reason.hasPrefix(prefix) else { return nil }
    return reason.dropFirst(prefix.count).split(separator: "'").first.map(String.init)
  }
}
