import Glibc
import ValueStreams

/// Reads a whole file, or standard input for `-`.
package enum InputFile {
  /// Throws ``Failure`` for a file that is not there, is a folder, may not be read, or is larger than any map.
  package static func read(_ path: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try read(path, inChunksOf: 1 << 16) { chunk, _ in
      chunk.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
      guard bytes.count <= MapReader.sizeLimit else { throw Failure.fileTooLarge(path: path) }
    }
    return bytes
  }

  /// Hands out a file of any size piece by piece, each with the size of the whole in bytes; 0 where that is not known.
  package static func read(
    _ path: String, inChunksOf length: Int, _ each: (Span<UInt8>, _ size: Int) throws -> Void
  ) throws {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(path, errno) }
    defer { if path != "-" { close(descriptor) } }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw unreadable(path, errno) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw Failure.isFolder(path: path) }

    var chunk = [UInt8](repeating: 0, count: length)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw unreadable(path, errno)
      }
      if count == 0 { return }
      try each(chunk.span.extracting(first: count), Int(status.st_size))
    }
  }

  package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  private static func unreadable(_ path: String, _ number: Int32) -> Failure {
    switch number {
    case ENOENT, ENOTDIR, ELOOP, ENAMETOOLONG: .noSuchFile(path: path)
    case EACCES, EPERM: .mayNotRead(path: path)
    case EISDIR: .isFolder(path: path)
    default: .cannotRead(path: path, reason: SystemReason.text(number))
    }
  }
}
