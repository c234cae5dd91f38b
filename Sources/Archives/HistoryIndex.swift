import Git
import Glibc

/// The history as bytes: a disposable file under `.git/vsmrepo/`, keyed by the tip, so that a number is looked up
/// without a walk. Whatever is odd about it makes it absent.
///
/// `VSMHIST3`; counts of streams, of records, of tagged records, and the bytes of the names (4 bytes each); tip (20); for each
/// record commit (20), committer time (8), stream (4), number (4), current and future map (20 each: zeros for none, ones for not
/// looked at); for each stream the length of its name (4) and the name;
/// a checksum of it all (8). Numbers are big-endian.
enum HistoryIndex {
  static let path = "vsmrepo/history"
  private static let magic = UInt64(0x5653_4D48_4953_5433)
  private static let headerSize = 44
  private static let recordSize = 76
  private static let unseen = ObjectID(high: .max, middle: .max, low: .max)

  /// What was decoded last, and of which file. A class so that all copies of an archive share it; used, as the repository is,
  /// from one thread at a time.
  final class Memory {
    fileprivate var history: History?
    fileprivate var file: File?
  }

  /// What tells one file from the one that took its place.
  fileprivate struct File: Equatable {
    let inode: UInt
    let size: Int
    let seconds: Int
    let nanoseconds: Int

    init?(at path: String) {
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      inode = status.st_ino
      size = status.st_size
      seconds = status.st_mtim.tv_sec
      nanoseconds = status.st_mtim.tv_nsec
    }
  }

  static func encode(_ history: History) -> [UInt8] {
    let names = history.streams.map { Array($0.utf8) }
    let nameSize = names.reduce(0) { $0 + 4 + $1.count }
    let size = headerSize + history.records.count * recordSize + nameSize + 8
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      var bytes = Bytes(UnsafeMutableRawBufferPointer(buffer))
      bytes.append(magic)
      for number in [names.count, history.records.count, history.tagged, nameSize] { bytes.append(UInt32(number)) }
      bytes.append(history.tip)
      for record in history.records {
        bytes.append(record.commit)
        bytes.append(UInt64(bitPattern: record.seconds))
        bytes.append(UInt32(record.stream))
        bytes.append(UInt32(record.number))
        bytes.append(record.maps.map { $0.current ?? .zero } ?? unseen)
        bytes.append(record.maps.map { $0.future ?? .zero } ?? unseen)
      }
      for name in names {
        bytes.append(UInt32(name.count))
        bytes.append(name)
      }
      bytes.append(checksum(UnsafeRawBufferPointer(rebasing: bytes.buffer[..<bytes.end])))
      count = bytes.end
    }
  }

  static func decode(_ file: [UInt8]) -> History? {
    file.withUnsafeBytes { buffer in
      guard buffer.count >= headerSize + 8 else { return nil }
      let bytes = Words(buffer)
      let body = UnsafeRawBufferPointer(rebasing: buffer.dropLast(8))
      guard bytes.word(0) == magic, bytes.word(body.count) == checksum(body) else { return nil }
      let (streams, records, tagged, nameSize) = (bytes.half(8), bytes.half(12), bytes.half(16), bytes.half(20))
      guard body.count == headerSize + records * recordSize + nameSize else { return nil }
      var history = History(tip: bytes.objectID(24))
      history.tagged = min(tagged, records)
      var place = headerSize + records * recordSize
      for _ in 0..<streams {
        guard place + 4 <= body.count, place + 4 + bytes.half(place) <= body.count else { return nil }
        let name = UnsafeRawBufferPointer(rebasing: body[place + 4..<place + 4 + bytes.half(place)])
        history.streams.append(String(decoding: name, as: UTF8.self))
        place += 4 + name.count
      }
      history.records.reserveCapacity(records)
      for record in 0..<records {
        let start = headerSize + record * recordSize
        let stream = bytes.half(start + 28)
        guard stream < streams else { return nil }
        let maps = (current: bytes.objectID(start + 36), future: bytes.objectID(start + 56))
        history.records.append(
          History.Record(
            commit: bytes.objectID(start), seconds: Int64(bitPattern: bytes.word(start + 20)), stream: stream,
            number: bytes.half(start + 32),
            maps: maps.current == unseen
              ? nil
              : History.Maps(
                current: maps.current == .zero ? nil : maps.current, future: maps.future == .zero ? nil : maps.future)))
      }
      return history
    }
  }

  /// FNV-1a over words of eight bytes, what is left over byte by byte.
  private static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var sum: UInt64 = 0xCBF2_9CE4_8422_2325
    let words = bytes.count / 8
    for word in 0..<words {
      sum = (sum ^ bytes.loadUnaligned(fromByteOffset: 8 * word, as: UInt64.self).littleEndian) &* 0x100_0000_01B3
      sum ^= sum >> 29
    }
    for byte in bytes[(8 * words)...] { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return sum
  }
}

/// Big-endian numbers at places of a buffer whose bounds were checked.
private struct Words {
  private let buffer: UnsafeRawBufferPointer

  init(_ buffer: UnsafeRawBufferPointer) { self.buffer = buffer }

  func word(_ place: Int) -> UInt64 { UInt64(bigEndian: buffer.loadUnaligned(fromByteOffset: place, as: UInt64.self)) }
  func half(_ place: Int) -> Int {
    Int(UInt32(bigEndian: buffer.loadUnaligned(fromByteOffset: place, as: UInt32.self)))
  }
  func objectID(_ place: Int) -> ObjectID {
    ObjectID(high: word(place), middle: word(place + 8), low: UInt32(half(place + 16)))
  }
}

/// Appends big-endian numbers to a buffer that is large enough.
private struct Bytes {
  let buffer: UnsafeMutableRawBufferPointer
  private(set) var end = 0

  init(_ buffer: UnsafeMutableRawBufferPointer) { self.buffer = buffer }

  mutating func append(_ number: some FixedWidthInteger & BitwiseCopyable) {
    buffer.storeBytes(of: number.bigEndian, toByteOffset: end, as: type(of: number))
    end += number.bitWidth / 8
  }
  mutating func append(_ id: ObjectID) {
    append(id.high)
    append(id.middle)
    append(id.low)
  }
  mutating func append(_ bytes: [UInt8]) {
    UnsafeMutableRawBufferPointer(rebasing: buffer[end...]).copyBytes(from: bytes)
    end += bytes.count
  }
}

extension Archive {
  func loadIndex() -> History? {
    let file = indexFile
    if file == nil || file != index.file {
      let files = WorkingTree(root: repository.commonDirectory)
      index.history = (try? files.read(HistoryIndex.path, limit: 1 << 30)).flatMap(HistoryIndex.decode)
      index.file = file
    }
    return index.history
  }

  /// The index's size in bytes; nil where there is none.
  var indexSize: Int? { indexFile?.size }

  private var indexFile: HistoryIndex.File? { HistoryIndex.File(at: repository.commonDirectory + HistoryIndex.path) }

  /// Forgets the index: the next history is counted anew.
  func dropIndex() {
    try? WorkingTree(root: repository.commonDirectory).remove(HistoryIndex.path)
  }

  /// Keeps the history for next time. Where it cannot be written, a walk will find it again: nothing is lost.
  func save(_ history: History) {
    let files = WorkingTree(root: repository.commonDirectory, durable: false)
    try? files.write(HistoryIndex.encode(history), to: HistoryIndex.path)
  }
}
