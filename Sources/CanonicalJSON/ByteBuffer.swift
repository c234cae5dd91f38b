/// Bytes that grow at their end: what an array does, without asking at each byte who else holds it.
@usableFromInline
package struct ByteBuffer: ~Copyable {
  @usableFromInline var start: UnsafeMutablePointer<UInt8>
  @usableFromInline var capacity: Int
  @usableFromInline package internal(set) var count = 0

  package init(capacity: Int = 256) {
    self.capacity = max(16, capacity)
    start = .allocate(capacity: self.capacity)
  }

  deinit { start.deallocate() }

  @inlinable
  package mutating func append(_ byte: UInt8) {
    reserve(1)
    start[count] = byte
    count += 1
  }

  @inlinable
  package mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    reserve(bytes.count)
    (start + count).update(from: source, count: bytes.count)
    count += bytes.count
  }

  @inlinable
  package mutating func append(_ text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  package mutating func append(_ text: String) {
    if text.utf8.withContiguousStorageIfAvailable({ append($0) }) == nil {
      for byte in text.utf8 { append(byte) }
    }
  }

  package mutating func append(_ byte: UInt8, repeated times: Int) {
    reserve(times)
    (start + count).update(repeating: byte, count: times)
    count += times
  }

  /// Appends a number in decimal digits.
  package mutating func append(decimal number: UInt64) {
    if number >= 10 { append(decimal: number / 10) }
    append(ASCII.zero + UInt8(number % 10))
  }

  @inlinable
  mutating func reserve(_ more: Int) {
    if count + more > capacity { grow(by: more) }
  }

  @usableFromInline
  mutating func grow(by more: Int) {
    capacity = max(2 * capacity, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: start, count: count)
    start.deallocate()
    start = larger
  }

  package var bytes: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }
  package var string: String { String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self) }
}
