import CGit
import Glibc

/// A moment as Git records it: seconds since 1970 UTC, and how far local time was ahead of UTC.
package struct Moment: Hashable, Sendable {
  package var seconds: Int64
  /// Minutes east of Greenwich.
  package var offset: Int

  package init(seconds: Int64, offset: Int) {
    self.seconds = seconds
    self.offset = offset
  }

  /// Now, in the local time zone.
  package static func now() -> Moment {
    let seconds = Int64(time(nil))
    return Moment(seconds: seconds, offset: localOffset(at: seconds))
  }

  /// How many minutes local time is ahead of UTC at that second.
  package static func localOffset(at seconds: Int64) -> Int {
    var clock = time_t(seconds)
    var local = unsafe tm()
    guard unsafe localtime_r(&clock, &local) != nil else { return 0 }
    return unsafe local.tm_gmtoff / 60
  }
}

/// Who did something, and when.
package struct Signature: Hashable, Sendable {
  package var name: String
  package var email: String
  package var when: Moment

  package init(name: String, email: String, when: Moment) {
    self.name = name
    self.email = email
    self.when = when
  }
}

extension Signature {
  init(_ raw: git_signature) {
    name = unsafe raw.name.map { unsafe String(cString: $0) } ?? ""
    email = unsafe raw.email.map { unsafe String(cString: $0) } ?? ""
    when = unsafe Moment(seconds: raw.when.time, offset: Int(raw.when.offset))
  }

  /// A copy in libgit2's own form.
  func allocated() throws(GitError) -> SignatureHandle {
    var made: UnsafeMutablePointer<git_signature>?
    let code = unsafe git_signature_new(&made, name, email, when.seconds, Int32(clamping: when.offset))
    guard code >= 0, let made = unsafe made else { throw GitError.last(code: code, subject: "\(name) <\(email)>") }
    return unsafe SignatureHandle(made)
  }
}

/// The owner of a signature that libgit2 allocated.
@safe struct SignatureHandle: ~Copyable {
  private let pointer: UnsafeMutablePointer<git_signature>

  init(_ pointer: UnsafeMutablePointer<git_signature>) {
    unsafe self.pointer = pointer
  }

  var signature: UnsafePointer<git_signature> { unsafe UnsafePointer(pointer) }

  deinit {
    unsafe git_signature_free(pointer)
  }
}
