import Git

/// The history as bytes: a disposable file under `.git/vsmrepo/`, keyed by the tip, so that a number is looked up
/// without a walk. Whatever is odd about it makes it absent.
///
/// `VSMHIST1`, tip (20 bytes), count of streams, of records, of tagged records (4 bytes each, big-endian); for each stream the length of
/// its name and the name; for each record commit (20), committer time (8), stream (4), number (4); FNV-1a of it all (8).
enum HistoryIndex {
  static let path = "vsmrepo/history"
  private static let magic = Array("VSMHIST1".utf8)
  private static let recordSize = 36

  static func encode(_ history: History) -> [UInt8] {
    var bytes = magic
    bytes.reserveCapacity(64 + history.records.count * recordSize)
    bytes += history.tip.bytes
    append(UInt64(history.streams.count), width: 4, to: &bytes)
    append(UInt64(history.records.count), width: 4, to: &bytes)
    append(UInt64(history.tagged), width: 4, to: &bytes)
    for stream in history.streams {
      append(UInt64(stream.utf8.count), width: 4, to: &bytes)
      bytes += stream.utf8
    }
    for record in history.records {
      bytes += record.commit.bytes
      append(UInt64(bitPattern: record.seconds), width: 8, to: &bytes)
      append(UInt64(record.stream), width: 4, to: &bytes)
      append(UInt64(record.number), width: 4, to: &bytes)
    }
    append(checksum(bytes[...]), width: 8, to: &bytes)
    return bytes
  }

  static func decode(_ bytes: [UInt8]) -> History? {
    guard bytes.count >= 48, bytes.starts(with: magic) else { return nil }
    let body = bytes.dropLast(8)
    var end = bytes.suffix(8)
    guard number(8, from: &end) == checksum(body) else { return nil }
    var rest = body.dropFirst(magic.count)
    guard let tip = ObjectID(bytes: rest.prefix(20)) else { return nil }
    rest = rest.dropFirst(20)
    var history = History(tip: tip)
    let streams = number(4, from: &rest)
    let records = number(4, from: &rest)
    history.tagged = min(Int(number(4, from: &rest)), Int(records))
    for _ in 0..<streams {
      guard rest.count >= 4 else { return nil }
      let length = Int(number(4, from: &rest))
      guard rest.count >= length else { return nil }
      history.streams.append(String(decoding: rest.prefix(length), as: UTF8.self))
      rest = rest.dropFirst(length)
    }
    guard rest.count == Int(records) * recordSize else { return nil }
    history.records.reserveCapacity(Int(records))
    for _ in 0..<records {
      guard let commit = ObjectID(bytes: rest.prefix(20)) else { return nil }
      rest = rest.dropFirst(20)
      let seconds = Int64(bitPattern: number(8, from: &rest))
      let stream = Int(number(4, from: &rest))
      guard stream < history.streams.count else { return nil }
      history.records.append(
        History.Record(commit: commit, seconds: seconds, stream: stream, number: Int(number(4, from: &rest))))
    }
    return history
  }

  private static func append(_ value: UInt64, width: Int, to bytes: inout [UInt8]) {
    for place in (0..<width).reversed() { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * place))) }
  }

  private static func number(_ width: Int, from bytes: inout ArraySlice<UInt8>) -> UInt64 {
    let value = bytes.prefix(width).reduce(0) { $0 << 8 | UInt64($1) }
    bytes = bytes.dropFirst(width)
    return value
  }

  private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}

extension Archive {
  func loadIndex() -> History? {
    let files = WorkingTree(root: repository.commonDirectory)
    return (try? files.read(HistoryIndex.path, limit: 1 << 30)).flatMap(HistoryIndex.decode)
  }

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
