/// Reads what a time zone database says of a place: TZif, RFC 9636, versions 1 to 4.
extension Zone {
  /// - Throws: ``MeasuringError/damagedZone(_:)`` for bytes that are no such file.
  package init(name: String, file: [UInt8]) throws(MeasuringError) {
    guard let first = ZoneBlock(file, at: 0, wide: false) else { throw .damagedZone(name) }
    guard first.version >= UInt8(ascii: "2") else {
      self.init(name: name, first, rule: nil)
      return
    }
    guard let block = ZoneBlock(file, at: first.end, wide: true) else { throw .damagedZone(name) }
    let footer = file[block.end...].dropFirst().prefix { $0 != UInt8(ascii: "\n") }
    let text = String(decoding: footer, as: UTF8.self)
    guard let rule = ZoneRule(text) else {
      if !text.isEmpty { throw .damagedZone(name) }
      self.init(name: name, block, rule: nil)
      return
    }
    self.init(name: name, block, rule: rule)
  }

  private init(name: String, _ block: ZoneBlock, rule: ZoneRule?) {
    self.init(name: name, moments: block.moments, offsets: block.offsets, first: block.first, rule: rule)
  }
}

/// One of the two blocks of the file: with times of 4 bytes, and from version 2 on again with 8.
private struct ZoneBlock {
  private(set) var version: UInt8 = 0
  private(set) var moments: [Int] = []
  private(set) var offsets: [Int] = []
  /// The offset before the first moment.
  private(set) var first = 0
  /// Where the block ends in the file.
  private(set) var end = 0

  /// Nil where the bytes cannot be such a block.
  init?(_ file: [UInt8], at start: Int, wide: Bool) {
    let headerLength = 44
    guard file.count >= start + headerLength, file[start...].starts(with: Array("TZif".utf8)) else { return nil }
    func number(at offset: Int, bytes: Int = 4) -> Int {
      let bits = file[offset..<(offset + bytes)].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      return bytes == 8 ? Int(Int64(bitPattern: bits)) : Int(Int32(truncatingIfNeeded: bits))
    }
    version = file[start + 4]
    let counts = (0..<6).map { number(at: start + 20 + 4 * $0) }
    guard counts.allSatisfy({ (0...100_000).contains($0) }), counts[4] > 0 else { return nil }
    let (utcMarks, standardMarks, leaps, times, types, letters) = (
      counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]
    )
    let size = wide ? 8 : 4
    let timesStart = start + headerLength
    let indicesStart = timesStart + times * size
    let typesStart = indicesStart + times
    end = typesStart + types * 6 + letters + leaps * (size + 4) + standardMarks + utcMarks
    guard file.count >= end else { return nil }
    let typeOffsets = (0..<types).map { number(at: typesStart + 6 * $0) }
    guard typeOffsets.allSatisfy({ abs($0) < 30 * 3600 }) else { return nil }
    for index in 0..<times {
      let type = Int(file[indicesStart + index])
      guard type < types else { return nil }
      let moment = number(at: timesStart + size * index, bytes: size)
      if let last = moments.last, moment <= last { return nil }
      moments.append(moment)
      offsets.append(typeOffsets[type])
    }
    first = typeOffsets[0]
  }
}
