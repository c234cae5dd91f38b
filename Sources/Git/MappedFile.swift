import Glibc

/// The bytes of a file where the system keeps them. The file may be replaced as long as this lives; who cuts it short in place,
/// which git and this program never do, ends the program, as it would end git.
@safe package final class MappedFile: @unchecked Sendable {
  private let start: UnsafeMutableRawPointer?
  package let count: Int

  /// - Parameter isReadWhole: whether all of it will be looked at, so that the system should fetch it in one go.
  init(_ file: borrowing Descriptor, size: Int, isReadWhole: Bool, subject: String) throws(GitError) {
    count = size
    guard size > 0 else {
      unsafe start = nil
      return
    }
    let flags = MAP_PRIVATE | (isReadWhole ? MAP_POPULATE : 0)
    let place = unsafe mmap(nil, size, PROT_READ, flags, file.number, 0)
    guard unsafe place != MAP_FAILED else { throw GitError(errno: errno, subject: subject) }
    unsafe start = place
  }

  subscript(place: Int) -> UInt8 {
    precondition(place >= 0 && place < count)
    return unsafe start?.load(fromByteOffset: place, as: UInt8.self) ?? 0
  }

  subscript(range: Range<Int>) -> ArraySlice<UInt8> {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe ArraySlice(UnsafeRawBufferPointer(start: start?.advanced(by: range.lowerBound), count: range.count))
  }

  func firstIndex(of byte: UInt8, from place: Int) -> Int? {
    precondition(place >= 0)
    guard place < count, let start = unsafe start,
      let found = unsafe memchr(start.advanced(by: place), Int32(byte), count - place)
    else { return nil }
    return unsafe found - start
  }

  package func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    unsafe body(UnsafeRawBufferPointer(start: start, count: count))
  }

  deinit {
    unsafe munmap(start, count)
  }
}
