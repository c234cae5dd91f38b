import Glibc

/// The references that `git pack-refs` gathered in one sorted file. One is found in it by halving, where libgit2 first
/// reads all of them: a tenth of a second for the tags of a long history.
struct PackedReferences: ~Copyable {
  enum Entry: Equatable {
    case object(ObjectID)
    case absent
  }

  /// The file is not as it should be, or cannot be read.
  private struct Unreadable: Error {}

  private let file: Descriptor
  private let size: Int

  /// Nil where there is no such file, or it does not say that it is sorted.
  init?(in folder: String) {
    guard let file = try? Descriptor(folder + "packed-refs", in: AT_FDCWD, flags: O_RDONLY, subject: "packed-refs"),
      let size = file.status?.st_size
    else { return nil }
    self.init(file, Int(size))
  }

  private init?(_ file: consuming Descriptor, _ size: Int) {
    self.file = file
    self.size = size
    guard let header = try? line(at: 0), header.starts(with: "# pack-refs with:".utf8),
      header.split(separator: UInt8(ascii: " ")).contains(where: { $0.elementsEqual("sorted".utf8) })
    else { return nil }
  }

  /// What stands there under the full name of a reference; nil where the file is not as it should be.
  func entry(_ name: String) -> Entry? { try? find(name) }

  /// The names that begin with `prefix`, sorted; nil where the file is not as it should be.
  func names(under prefix: String) -> [String]? { try? list(prefix) }

  private func find(_ name: String) throws(Unreadable) -> Entry {
    guard let start = try start(notBefore: Array(name.utf8)) else { return .absent }
    let reference = try reference(at: start)
    return reference.name.elementsEqual(name.utf8) ? .object(reference.id) : .absent
  }

  private func list(_ prefix: String) throws(Unreadable) -> [String] {
    var names: [String] = []
    var next = try start(notBefore: Array(prefix.utf8))
    while let start = next {
      let reference = try reference(at: start)
      guard reference.name.starts(with: prefix.utf8) else { break }
      names.append(String(decoding: reference.name, as: UTF8.self))
      next = try startOfReference(from: reference.end, before: size)
    }
    return names
  }

  /// Where the first reference stands whose name does not sort before `name`.
  private func start(notBefore name: [UInt8]) throws(Unreadable) -> Int? {
    var (low, high) = (0, size)
    var found: Int?
    // A line that begins in low..<high may be the one.
    while low < high {
      let middle = low + (high - low) / 2
      guard let start = try startOfReference(from: middle, before: high) else {
        // Nothing begins in the upper half.
        if middle == low { break }
        high = middle
        continue
      }
      let reference = try reference(at: start)
      if reference.name.lexicographicallyPrecedes(name) {
        low = reference.end
      } else {
        found = start
        high = middle
      }
    }
    return found
  }

  private func reference(at start: Int) throws(Unreadable) -> (id: ObjectID, name: ArraySlice<UInt8>, end: Int) {
    let line = try line(at: start)
    guard line.count > 41, line[40] == UInt8(ascii: " "),
      let id = ObjectID(hex: String(decoding: line[..<40], as: UTF8.self))
    else { throw Unreadable() }
    return (id, line[41...], start + line.count + 1)
  }

  /// Where the first line begins, at `place` or after it, that is a reference, not what one of them peels to.
  private func startOfReference(from place: Int, before end: Int) throws(Unreadable) -> Int? {
    // Unless the line before ends right here, the place lies within a line.
    var start = try place == 0 ? 0 : place + line(at: place - 1).count
    while start < end {
      let line = try line(at: start)
      if line.first != UInt8(ascii: "^"), line.first != UInt8(ascii: "#") { return start }
      start += line.count + 1
    }
    return nil
  }

  /// From `offset` to the end of the line, without it.
  private func line(at offset: Int) throws(Unreadable) -> [UInt8] {
    var line: [UInt8] = []
    while offset + line.count < size {
      let place = offset + line.count
      var chunk = [UInt8](repeating: 0, count: 256)
      let count = unsafe pread(file.number, &chunk, chunk.count, off_t(place))
      chunk.removeLast(chunk.count - max(0, count))
      if let end = chunk.firstIndex(of: UInt8(ascii: "\n")) { return line + chunk[..<end] }
      guard !chunk.isEmpty else { throw Unreadable() }
      line += chunk
    }
    return line
  }
}
