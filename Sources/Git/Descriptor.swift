import Glibc

/// The one owner of an open file descriptor.
struct Descriptor: ~Copyable {
  let number: Int32

  /// Opens one name in `folder` (`AT_FDCWD` for a whole path), never through a symbolic link at its end.
  init(_ name: String, in folder: Int32, flags: Int32, mode: mode_t = 0o666, subject: String) throws(GitError) {
    number = unsafe openat(folder, name, flags | O_NOFOLLOW | O_CLOEXEC, mode)
    guard number < 0 else { return }
    let reason = errno
    var information = stat()
    let isLink =
      unsafe fstatat(folder, name, &information, AT_SYMLINK_NOFOLLOW) == 0 && information.st_mode & S_IFMT == S_IFLNK
    throw isLink ? .symbolicLink(path: subject) : GitError(errno: reason, subject: subject)
  }

  var status: stat? {
    var information = stat()
    return unsafe fstat(number, &information) == 0 ? information : nil
  }

  /// Everything from here to the end, at most `limit` bytes: `tooLarge` otherwise.
  func read(limit: Int, subject: String) throws(GitError) -> [UInt8] {
    var bytes: [UInt8] = []
    // No more than is there, nor than may be read; with room for the byte that would be too many, or that tells the end.
    var room = min(limit, max(0, Int(status?.st_size ?? 0))) + 1
    while true {
      var failure: Int32 = 0
      let part = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        let result = unsafe Glibc.read(number, buffer.baseAddress, buffer.count)
        failure = result < 0 ? errno : 0
        count = max(0, result)
      }
      if failure == EINTR { continue }
      if failure != 0 { throw GitError(errno: failure, subject: subject) }
      if part.isEmpty { return bytes }
      if bytes.isEmpty { bytes = part } else { bytes += part }
      guard bytes.count <= limit else {
        throw .tooLarge(subject: subject, bytes: max(bytes.count, Int(status?.st_size ?? 0)))
      }
      room = 1 << 16
    }
  }

  /// Writes everything, and has it on the disk before it returns when `durable`.
  func write(_ bytes: [UInt8], durable: Bool, subject: String) throws(GitError) {
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeBytes {
        unsafe Glibc.write(number, $0.baseAddress?.advanced(by: done), $0.count - done)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw GitError(errno: errno, subject: subject)
      }
      done += count
    }
    if durable { try sync(subject: subject) }
  }

  func sync(subject: String) throws(GitError) {
    // A file system without fsync for folders answers EINVAL; there is nothing to wait for then.
    if fsync(number) < 0, errno != EINVAL { throw GitError(errno: errno, subject: subject) }
  }

  deinit {
    close(number)
  }
}
