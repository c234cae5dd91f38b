import Git

/// Big-endian numbers at places of a buffer whose bounds were checked.
struct BigEndian {
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
struct BigEndianWriter {
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
  mutating func append(_ bytes: some Collection<UInt8>) {
    UnsafeMutableRawBufferPointer(rebasing: buffer[end...]).copyBytes(from: bytes)
    end += bytes.count
  }
}
