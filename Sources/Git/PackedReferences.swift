import Glibc

/// The references that `git pack-refs` gathered in one sorted file. One is found in it by halving, where libgit2 first
/// reads all of them: a tenth of a second for the tags of a long history.
struct PackedReferences {
  enum Entry: Equatable {
    case object(ObjectID)
    case absent
  }

  /// The file is not as it should be.
  private struct Unreadable: Error {}

  private let file: MappedFile

  static let name = "packed-refs"

  /// Nil where there is no such file, or it does not say that it is sorted.
  init?(in folder: String) {
    // It is replaced by a new one as a whole, by git and libgit2 alike.
    guard let file = try? WorkingTree(root: folder).map(Self.name, limit: .max, isReadWhole: false) else { return nil }
    self.file = file
    let header = file[line(at: 0)]
    guard header.starts(with: "# pack-refs with:".utf8),
      header.split(separator: UInt8(ascii: " ")).contains(where: { $0.elementsEqual("sorted".utf8) })
    else { return nil }
  }

  /// What stands there under the full name of a reference; nil where the file is not as it should be.
  func entry(_ name: String) -> Entry? { try? find(Array(name.utf8)) }

  /// Calls `body` with each name that begins with `prefix`, in their order; false where the file is not as it should be.
  func eachName(under prefix: String, _ body: (ArraySlice<UInt8>) -> Void) -> Bool {
    (try? list(Array(prefix.utf8), body)) != nil
  }

  private func find(_ name: [UInt8]) throws(Unreadable) -> Entry {
    guard let start = try start(notBefore: name) else { return .absent }
    let reference = try reference(line(at: start))
    return reference.name.elementsEqual(name) ? .object(reference.id) : .absent
  }

  private func list(_ prefix: [UInt8], _ body: (ArraySlice<UInt8>) -> Void) throws(Unreadable) {
    var next = try start(notBefore: prefix) ?? file.count
    while next < file.count {
      let line = line(at: next)
      if isReference(at: next) {
        let name = try name(line)
        guard name.starts(with: prefix) else { return }
        body(name)
      }
      next = line.upperBound + 1
    }
  }

  /// Where the first reference stands whose name does not sort before `name`.
  private func start(notBefore name: [UInt8]) throws(Unreadable) -> Int? {
    var (low, high) = (0, file.count)
    var found: Int?
    // A line that begins in low..<high may be the one.
    while low < high {
      let middle = low + (high - low) / 2
      guard let start = startOfReference(from: middle, before: high) else {
        // Nothing begins in the upper half.
        if middle == low { break }
        high = middle
        continue
      }
      let line = line(at: start)
      if try self.name(line).lexicographicallyPrecedes(name) {
        low = line.upperBound + 1
      } else {
        found = start
        high = middle
      }
    }
    return found
  }

  private func reference(_ line: Range<Int>) throws(Unreadable) -> (id: ObjectID, name: ArraySlice<UInt8>) {
    let name = try name(line)
    guard let id = ObjectID(hexDigits: file[line.prefix(Self.digits)]) else { throw Unreadable() }
    return (id, name)
  }

  private func name(_ line: Range<Int>) throws(Unreadable) -> ArraySlice<UInt8> {
    guard line.count > Self.digits + 1 else { throw Unreadable() }
    let rest = file[line.dropFirst(Self.digits)]
    guard rest.first == UInt8(ascii: " ") else { throw Unreadable() }
    return rest.dropFirst()
  }

  private static let digits = 2 * ObjectID.byteCount

  /// Where the first line begins, at `place` or after it, that is a reference, not what one of them peels to.
  private func startOfReference(from place: Int, before end: Int) -> Int? {
    // Unless the line before ends right here, the place lies within a line.
    var start = place == 0 ? 0 : line(at: place - 1).upperBound + 1
    while start < end {
      if isReference(at: start) { return start }
      start = line(at: start).upperBound + 1
    }
    return nil
  }

  /// Whether the line that begins there is neither what the one before peels to nor a remark.
  private func isReference(at start: Int) -> Bool {
    file[start] != UInt8(ascii: "^") && file[start] != UInt8(ascii: "#")
  }

  /// From `start` to the end of the line, without it.
  private func line(at start: Int) -> Range<Int> {
    start..<(file.firstIndex(of: UInt8(ascii: "\n"), from: start) ?? file.count)
  }
}
