import Glibc

/// What tells a file from the one that took its place.
package struct FileStamp: Equatable, Sendable {
  private let inode: UInt
  private let device: UInt
  private let size: Int
  private let seconds: Int
  private let nanoseconds: Int

  /// Nil where there is no file.
  package init?(at path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    inode = status.st_ino
    device = status.st_dev
    size = status.st_size
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
  }
}
