import ValueStreams

/// Reads the date and time of an event as programs write them.
package struct TimestampText: Sendable {
  /// What `03/04/2026` means.
  package enum Order: String, CaseIterable, Sendable { case dayFirst = "dmy", monthFirst = "mdy" }

  package enum Fault: Error, Equatable, Sendable {
    case notATimestamp
    /// 03/04/2026 without an ``Order``.
    case orderNeeded
    case impossible
    /// Before 1970 or after 2199, as what stands in for a time that is not known.
    case placeholder
  }

  private let order: Order?
  private let zone: Zone

  /// - Parameter zone: of timestamps that do not say theirs.
  package init(zone: Zone, order: Order? = nil) {
    self.zone = zone
    self.order = order
  }

  /// Milliseconds since 1970: of `2026-09-30T14:05:09.250+02:00`, `2026-09-30 14:05`, `2026-09-30`, `30.09.2026 14:05`,
  /// and with an order `30/09/2026 2:05 PM`. Finer fractions are cut off.
  package func read(_ bytes: ArraySlice<UInt8>) throws(Fault) -> Int {
    try bytes.withUnsafeBufferPointer { (buffer) throws(Fault) in try read(Scanner(buffer)) }
  }

  private func read(_ text: Scanner) throws(Fault) -> Int {
    var rest = text
    let day = try day(&rest)
    var second = 0
    var millisecond = 0
    var offset: Int?
    rest.skip(UInt8(ascii: ","))
    let isJoined = rest.skip(UInt8(ascii: "T")) || rest.skip(UInt8(ascii: "t"))
    let isApart = rest.skipSpaces()
    if isJoined || !rest.isAtEnd {
      guard isJoined || isApart, let hour = rest.number(1...2), rest.skip(UInt8(ascii: ":")),
        let minute = rest.number(2...2)
      else {
        throw .notATimestamp
      }
      var seconds = 0
      if rest.skip(UInt8(ascii: ":")) {
        guard let number = rest.number(2...2) else { throw .notATimestamp }
        seconds = number
        if rest.skip(UInt8(ascii: ".")) || rest.skip(UInt8(ascii: ",")) {
          guard let fraction = rest.milliseconds() else { throw .notATimestamp }
          millisecond = fraction
        }
      }
      let clock = try Self.hour(hour, half: rest.half())
      guard minute < 60, seconds <= 60, clock * 3600 + minute * 60 <= 86_400 else { throw .impossible }
      second = clock * 3600 + minute * 60 + min(seconds, 59)
      offset = try rest.offset()
    }
    guard rest.isAtEnd else { throw .notATimestamp }
    let local = day * 86_400 + second
    let moment = offset.map { local - $0 } ?? zone.moment(ofLocal: local)
    guard (0..<7_258_118_400).contains(moment) else { throw .placeholder }
    return moment * 1000 + millisecond
  }

  private func day(_ rest: inout Scanner) throws(Fault) -> Int {
    rest.skipSpaces()
    guard let first = rest.number(1...4), let mark = rest.mark(), let second = rest.number(1...2), rest.skip(mark),
      let third = rest.number(1...4)
    else { throw .notATimestamp }
    let parts: (year: Int, month: Int, day: Int)
    if first > 31 || rest.firstWidth == 4 {
      parts = (first, second, third)
    } else if mark == UInt8(ascii: ".") {
      parts = (third, second, first)
    } else if let order {
      parts = order == .dayFirst ? (third, second, first) : (third, first, second)
    } else if mark == UInt8(ascii: "/"), third > 31 {
      throw .orderNeeded
    } else {
      throw .notATimestamp
    }
    guard let day = Day(year: parts.year, month: parts.month, day: parts.day) else { throw .impossible }
    return day.daysSinceEpoch
  }

  private static func hour(_ hour: Int, half: Int?) throws(Fault) -> Int {
    guard let half else { return hour }
    guard (1...12).contains(hour) else { throw .impossible }
    return hour % 12 + half
  }
}

/// Goes through the bytes of one timestamp.
private struct Scanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0
  private let end: Int
  /// How many digits the first number had.
  private(set) var firstWidth: Int?

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    var end = bytes.count
    while end > 0, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    self.end = end
  }

  var isAtEnd: Bool { place == end }

  private var next: UInt8? { place < end ? bytes[place] : nil }

  private mutating func digit() -> Int? {
    guard place < end, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place]) else { return nil }
    place += 1
    return Int(bytes[place - 1] - UInt8(ascii: "0"))
  }

  @discardableResult
  mutating func skip(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    place += 1
    return true
  }

  @discardableResult
  mutating func skipSpaces() -> Bool {
    let start = place
    while skip(UInt8(ascii: " ")) {}
    return place > start
  }

  mutating func number(_ width: ClosedRange<Int>) -> Int? {
    var value = 0
    var count = 0
    while count < width.upperBound, let digit = digit() {
      value = value * 10 + digit
      count += 1
    }
    if firstWidth == nil { firstWidth = count }
    return count >= width.lowerBound ? value : nil
  }

  /// What stands between the parts of a date.
  mutating func mark() -> UInt8? {
    switch next {
    case UInt8(ascii: "-")?, UInt8(ascii: ".")?, UInt8(ascii: "/")?:
      place += 1
      return bytes[place - 1]
    default: return nil
    }
  }

  mutating func milliseconds() -> Int? {
    var value = 0
    var count = 0
    while let digit = digit() {
      if count < 3 { value = value * 10 + digit }
      count += 1
    }
    for _ in count..<max(count, 3) { value *= 10 }
    return count > 0 ? value : nil
  }

  /// 0 for AM, 12 for PM, nil where neither stands there.
  mutating func half() -> Int? {
    var first = place
    while first < end, bytes[first] == UInt8(ascii: " ") { first += 1 }
    guard first + 1 < end, bytes[first + 1] | 0x20 == UInt8(ascii: "m") else { return nil }
    let letter = bytes[first] | 0x20
    guard letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p") else { return nil }
    place = first + 2
    return letter == UInt8(ascii: "p") ? 12 : 0
  }

  /// Seconds ahead of UTC; nil where nothing stands there.
  mutating func offset() throws(TimestampText.Fault) -> Int? {
    skipSpaces()
    guard let byte = next else { return nil }
    if end - place == 3, bytes[place...].starts(with: "UTC".utf8) || bytes[place...].starts(with: "GMT".utf8) {
      place = end
      return 0
    }
    if skip(UInt8(ascii: "Z")) || skip(UInt8(ascii: "z")) { return 0 }
    guard skip(UInt8(ascii: "+")) || skip(UInt8(ascii: "-")), let hours = number(2...2) else { throw .notATimestamp }
    skip(UInt8(ascii: ":"))
    let minutes = isAtEnd ? 0 : number(2...2)
    guard let minutes else { throw .notATimestamp }
    guard hours <= 18, minutes < 60 else { throw .impossible }
    return (byte == UInt8(ascii: "-") ? -1 : 1) * (hours * 3600 + minutes * 60)
  }
}
