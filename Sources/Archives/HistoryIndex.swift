import Git

/// The history as bytes: a disposable file under `.git/vsmrepo/`, keyed by the tip, so that a number is looked up
/// without a walk. Whatever is odd about it makes it absent.
///
/// `VSMHIST4`; counts of streams, of records, of tagged records, and the bytes of the names (4 bytes each); tip (20); the records
/// (``History/Records``); for each stream the length of its name (4) and the name; a checksum of it all (8). Numbers are big-endian.
enum HistoryIndex {
  static let path = "vsmrepo/history"
  private static let magic = UInt64(0x5653_4D48_4953_5434)
  private static let headerSize = 44

  /// What was decoded last, and of which file. A class so that all copies of an archive share it; used, as the repository is,
  /// from one thread at a time.
  final class Memory {
    fileprivate var history: History?
    fileprivate var file: FileStamp?
  }

  static func encode(_ history: History) -> [UInt8] {
    let names = history.streams.map { Array($0.utf8) }
    let nameSize = names.reduce(0) { $0 + 4 + $1.count }
    let size = headerSize + history.records.count * History.Records.recordSize + nameSize + 8
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      var bytes = BigEndianWriter(UnsafeMutableRawBufferPointer(buffer))
      bytes.append(magic)
      for number in [names.count, history.records.count, history.tagged, nameSize] { bytes.append(UInt32(number)) }
      bytes.append(history.tip)
      history.records.encode(into: &bytes)
      for name in names {
        bytes.append(UInt32(name.count))
        bytes.append(name)
      }
      bytes.append(checksum(UnsafeRawBufferPointer(rebasing: bytes.buffer[..<bytes.end])))
      count = bytes.end
    }
  }

  static func decode(_ file: MappedFile) -> History? {
    file.withBytes { buffer in
      guard buffer.count >= headerSize + 8 else { return nil }
      let bytes = BigEndian(buffer)
      let body = UnsafeRawBufferPointer(rebasing: buffer.dropLast(8))
      guard bytes.word(0) == magic, bytes.word(body.count) == checksum(body) else { return nil }
      let (streams, records, tagged, nameSize) = (bytes.half(8), bytes.half(12), bytes.half(16), bytes.half(20))
      guard body.count == headerSize + records * History.Records.recordSize + nameSize else { return nil }
      var history = History(tip: bytes.objectID(24))
      history.tagged = min(tagged, records)
      var place = headerSize + records * History.Records.recordSize
      for _ in 0..<streams {
        guard place + 4 <= body.count, place + 4 + bytes.half(place) <= body.count else { return nil }
        let name = UnsafeRawBufferPointer(rebasing: body[place + 4..<place + 4 + bytes.half(place)])
        history.streams.append(String(decoding: name, as: UTF8.self))
        place += 4 + name.count
      }
      history.records = History.Records(file: file, start: headerSize, count: records)
      return history.records.areOfStreams(below: streams) ? history : nil
    }
  }

  /// FNV-1a over words of eight bytes in four lanes, which a processor works on side by side; then over the lanes and what is left
  /// over, byte by byte.
  private static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    let basis: UInt64 = 0xCBF2_9CE4_8422_2325
    let prime: UInt64 = 0x100_0000_01B3
    var lanes = SIMD4(basis, basis + 1, basis + 2, basis + 3)
    let rounds = bytes.count / 32
    for round in 0..<rounds {
      for lane in 0..<4 {
        let word = bytes.loadUnaligned(fromByteOffset: 32 * round + 8 * lane, as: UInt64.self).littleEndian
        let product = (lanes[lane] ^ word) &* prime
        lanes[lane] = product ^ product >> 29
      }
    }
    var sum = basis
    for lane in 0..<4 {
      sum = (sum ^ lanes[lane]) &* prime
      sum ^= sum >> 29
    }
    for byte in bytes[(32 * rounds)...] { sum = (sum ^ UInt64(byte)) &* prime }
    return sum
  }
}

extension Archive {
  func loadIndex() -> History? {
    let file = indexFile
    if file == nil || file != index.file {
      let files = WorkingTree(root: repository.commonDirectory)
      index.history = (try? files.map(HistoryIndex.path, limit: 1 << 30)).flatMap(HistoryIndex.decode)
      index.file = file
    }
    return index.history
  }

  private var indexFile: FileStamp? { FileStamp(at: repository.commonDirectory + HistoryIndex.path) }

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
