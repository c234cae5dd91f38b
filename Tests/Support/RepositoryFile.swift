import Glibc

/// A file of this repository, named by its path from the top folder.
package struct RepositoryFile {
  package let path: String

  package init(_ path: String) {
    let top = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
    self.path = "\(top)/\(path)"
  }

  /// What it holds; nil if it cannot be read.
  package var bytes: [UInt8]? {
    guard let stream = fopen(path, "r") else { return nil }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, stream), count > 0 { bytes += buffer[..<count] }
    return ferror(stream) == 0 ? bytes : nil
  }
}
