import CGit
import Glibc

/// What can go wrong with a repository, in Git's words. `subject` says about what: a path, a reference, an object.
package enum GitError: Error, Equatable, Sendable {
  case notFound(subject: String)
  case exists(subject: String)
  /// Several objects begin with this abbreviation.
  case ambiguous(subject: String)
  /// Somebody holds the lock file.
  case locked(subject: String)
  /// The reference no longer has the value that was expected.
  case moved(subject: String)
  case invalid(subject: String, reason: String)
  case notARepository(path: String)
  /// The repository belongs to another user and is not listed under `safe.directory`.
  case foreignOwner(path: String, owner: String)
  /// A repository or index extension that libgit2 cannot read.
  case unsupported(subject: String, feature: String)
  /// An object is not what its id says, or cannot be decoded.
  case damaged(subject: String, reason: String)
  case tooLarge(subject: String, bytes: Int)
  case permissionDenied(subject: String)
  case readOnly(subject: String)
  case outOfSpace(subject: String)
  /// A file cannot be renamed from one file system to another.
  case otherFileSystem(subject: String)
  /// A path leads through a symbolic link.
  case symbolicLink(path: String)
  /// Neither environment nor configuration says who writes; `missing` is `name` or `email`.
  case noIdentity(missing: String)
  case badDate(variable: String, text: String)
  case system(subject: String, reason: String)
  case other(subject: String, code: Int, reason: String)
}

extension GitError {
  /// The error that libgit2 left behind on this thread: copied at once, then cleared, so that it cannot be taken for a later one.
  static func last(code: Int32, subject: String) -> GitError {
    var reason = "unknown error"
    var origin = GIT_ERROR_NONE
    if let error = unsafe git_error_last() {
      reason = unsafe String(cString: error.pointee.message)
      origin = unsafe git_error_t(rawValue: git_error_t.RawValue(error.pointee.klass))
    }
    git_error_clear()
    return GitError(code: code, origin: origin, reason: reason, subject: subject)
  }

  private init(code: Int32, origin: git_error_t, reason: String, subject: String) {
    if let known = GitError(reason: reason, subject: subject) {
      self = known
      return
    }
    switch git_error_code(rawValue: code) {
    case GIT_ENOTFOUND: self = .notFound(subject: subject)
    case GIT_EEXISTS: self = .exists(subject: subject)
    case GIT_EAMBIGUOUS: self = .ambiguous(subject: subject)
    case GIT_ELOCKED: self = .locked(subject: subject)
    case GIT_EMODIFIED: self = .moved(subject: subject)
    case GIT_EINVALIDSPEC: self = .invalid(subject: subject, reason: reason)
    case GIT_EMISMATCH: self = .damaged(subject: subject, reason: reason)
    default:
      switch origin {
      case GIT_ERROR_ZLIB, GIT_ERROR_ODB, GIT_ERROR_OBJECT: self = .damaged(subject: subject, reason: reason)
      case GIT_ERROR_OS, GIT_ERROR_FILESYSTEM: self = .system(subject: subject, reason: reason)
      default: self = .other(subject: subject, code: Int(code), reason: reason)
      }
    }
  }

  /// libgit2 ends the message of a failed system call with strerror's text; the number itself is gone by then.
  private init?(reason: String, subject: String) {
    for number in [ENOSPC, EDQUOT, EROFS, EACCES, EPERM] where reason.hasSuffix(Self.text(of: number)) {
      self = GitError(errno: number, subject: subject)
      return
    }
    return nil
  }

  /// The error of a system call that this room made itself.
  init(errno number: Int32, subject: String) {
    switch number {
    case ENOSPC, EDQUOT: self = .outOfSpace(subject: subject)
    case EROFS: self = .readOnly(subject: subject)
    case EACCES, EPERM: self = .permissionDenied(subject: subject)
    case ENOENT: self = .notFound(subject: subject)
    case EEXIST: self = .exists(subject: subject)
    case EXDEV: self = .otherFileSystem(subject: subject)
    case ELOOP: self = .symbolicLink(path: subject)
    default: self = .system(subject: subject, reason: Self.text(of: number))
    }
  }

  private static func text(of number: Int32) -> String {
    guard let text = unsafe strerror(number) else { return "error \(number)" }
    return unsafe String(cString: text)
  }
}
