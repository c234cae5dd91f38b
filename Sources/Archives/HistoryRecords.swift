import Git

extension History {
  /// Records, oldest first, those of an index as they lie in its file: one is decoded when it is asked for, since of a long history
  /// hardly any is.
  struct Records: RandomAccessCollection, Sendable {
    /// A record's bytes: commit (20), committer time (8), stream (4), number (4), current and future map (20 each: zeros for none,
    /// ones for not looked at). Numbers are big-endian.
    static let recordSize = 76
    private static let unseen = ObjectID(high: .max, middle: .max, low: .max)

    /// A file that holds records from `start` on.
    private var file: MappedFile?
    private var start = 0
    private var filed = 0
    private var added: [Record] = []

    init(_ records: [Record] = []) { added = records }

    /// - Precondition: `file` holds that many records from `start` on.
    init(file: MappedFile, start: Int, count: Int) {
      precondition(start >= 0 && count >= 0 && start + count * Self.recordSize <= file.count)
      self.file = file
      self.start = start
      filed = count
    }

    var startIndex: Int { 0 }
    var endIndex: Int { filed + added.count }

    subscript(place: Int) -> Record {
      guard place < filed, let file else { return added[place - filed] }
      precondition(place >= 0)
      return file.withBytes { Self.decode(BigEndian($0), at: start + place * Self.recordSize) }
    }

    mutating func append(_ record: Record) { added.append(record) }

    /// Whether each of the file's records names one of so many streams.
    func areOfStreams(below count: Int) -> Bool {
      guard let file else { return true }
      return file.withBytes { bytes in
        let bytes = BigEndian(bytes)
        for place in 0..<filed where bytes.half(start + place * Self.recordSize + 28) >= count { return false }
        return true
      }
    }

    private static func decode(_ bytes: BigEndian, at place: Int) -> Record {
      let maps = (current: bytes.objectID(place + 36), future: bytes.objectID(place + 56))
      return Record(
        commit: bytes.objectID(place), seconds: Int64(bitPattern: bytes.word(place + 20)),
        stream: bytes.half(place + 28), number: bytes.half(place + 32),
        maps: maps.current == unseen
          ? nil
          : Maps(
            current: maps.current == .zero ? nil : maps.current, future: maps.future == .zero ? nil : maps.future))
    }

    /// Appends all records as they stand in a file.
    func encode(into bytes: inout BigEndianWriter) {
      file?.withBytes { bytes.append($0[start..<start + filed * Self.recordSize]) }
      for record in added {
        bytes.append(record.commit)
        bytes.append(UInt64(bitPattern: record.seconds))
        bytes.append(UInt32(record.stream))
        bytes.append(UInt32(record.number))
        bytes.append(record.maps.map { $0.current ?? .zero } ?? Self.unseen)
        bytes.append(record.maps.map { $0.future ?? .zero } ?? Self.unseen)
      }
    }
  }
}

extension History.Records: Equatable {
  static func == (one: Self, other: Self) -> Bool { one.elementsEqual(other) }
}
