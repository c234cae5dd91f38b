import Git

/// Who did something, and when.
package struct Authorship: Hashable, Sendable {
  package var name: String
  package var email: String
  /// Seconds since 1970 UTC.
  package var seconds: Int64
  /// Minutes that local time was ahead of UTC.
  package var offset: Int

  package init(name: String, email: String, seconds: Int64, offset: Int) {
    self.name = name
    self.email = email
    self.seconds = seconds
    self.offset = offset
  }

  init(_ signature: Signature) {
    self.init(
      name: signature.name, email: signature.email, seconds: signature.when.seconds, offset: signature.when.offset)
  }

  var signature: Signature {
    Signature(name: name, email: email, when: Moment(seconds: seconds, offset: offset))
  }

  /// Date and time of day where it was written, RFC 3339: `2026-09-30T14:05:00+02:00`.
  package var timestamp: String {
    let local = seconds + Int64(offset) * 60
    let (day, time) = (Self.floored(local, 86_400), local - Self.floored(local, 86_400) * 86_400)
    func padded(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let clock = [time / 3600, time / 60 % 60, time % 60].map(padded).joined(separator: ":")
    let (hours, minutes) = Int64(abs(offset)).quotientAndRemainder(dividingBy: 60)
    let zone = offset == 0 ? "Z" : "\(offset < 0 ? "-" : "+")\(padded(hours)):\(padded(minutes))"
    return "\(Self.date(daysSinceEpoch: day))T\(clock)\(zone)"
  }

  /// The calendar day where it was written, `2026-09-30`.
  package var day: String { String(timestamp.prefix { $0 != "T" }) }

  private static func floored(_ value: Int64, _ divisor: Int64) -> Int64 {
    value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor)
  }

  /// Civil-from-days arithmetic of the proleptic Gregorian calendar (400 years have 146,097 days; the year starts in March).
  private static func date(daysSinceEpoch: Int64) -> String {
    let shifted = daysSinceEpoch + 719_468
    let era = floored(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    func padded(_ number: Int64, _ width: Int) -> String {
      String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1, 2))"
  }
}
