import CanonicalJSON

/// Reading and writing durations: `"1w 2d 3h 30m 15s"`, where a day and a week are as long as the calendar says.
package struct DurationText: Equatable, Sendable {
  package static let standardDay = 8 * 3600
  package static let standardDaysPerWeek = 5.0

  /// Seconds of working time in a day.
  package let day: Int
  package let daysPerWeek: Double

  package init(_ calendar: WorkCalendar?) {
    day = calendar?.day?.seconds ?? Self.standardDay
    daysPerWeek = calendar?.daysPerWeek ?? Self.standardDaysPerWeek
  }

  /// Why a text is no duration, and what to write instead where that can be guessed.
  package enum Fault: Error, Equatable, Sendable {
    case notADuration(suggestion: String?)
    case unitNotAllowed(Character)
    case unitOrder(earlier: Character, later: Character)
    case notWholeSeconds
    case tooLong
  }

  private static let units: [Character] = ["w", "d", "h", "m", "s"]

  /// Whole seconds, 0 ≤ s < 10⁹. With `clockOnly` days and weeks are refused, as in `calendar.day` itself.
  package func read(_ text: String, clockOnly: Bool = false) throws(Fault) -> WorkingTime {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    var total: Int128 = 0  // in 10⁻¹² s
    var lastUnit: Character?
    for part in parts {
      guard let unit = part.last, Self.units.contains(unit),
        let amount = Self.decimal(part.dropLast())
      else { throw .notADuration(suggestion: suggestion(for: text, clockOnly: clockOnly)) }
      if clockOnly, unit == "d" || unit == "w" { throw .unitNotAllowed(unit) }
      if let lastUnit {
        guard let before = Self.units.firstIndex(of: lastUnit), let now = Self.units.firstIndex(of: unit), before < now
        else { throw .unitOrder(earlier: lastUnit, later: unit) }
      }
      lastUnit = unit
      let (product, overflow) = amount.multipliedReportingOverflow(by: Int128(try seconds(of: unit)))
      let (sum, sumOverflow) = total.addingReportingOverflow(product)
      guard !overflow, !sumOverflow else { throw .tooLong }
      total = sum
    }
    guard total % Self.scale == 0 else { throw .notWholeSeconds }
    let seconds = total / Self.scale
    guard seconds < Int128(WorkingTime.limit) else { throw .tooLong }
    return WorkingTime(seconds: Int(seconds))
  }

  /// The same for whole numbers of units in order, as nearly every file has them: quick, and nil for anything else, be it
  /// right or wrong.
  func plain(_ text: UnsafeBufferPointer<UInt8>) -> WorkingTime? {
    var total = 0
    var amount = 0
    var digits = 0
    var last = -1
    var needsSpace = false
    for byte in text {
      if needsSpace {
        guard byte == UInt8(ascii: " ") else { return nil }
        needsSpace = false
        continue
      }
      if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
        guard digits < 9 else { return nil }
        amount = amount * 10 + Int(byte - UInt8(ascii: "0"))
        digits += 1
        continue
      }
      let (place, length): (Int, Int)
      switch byte {
      case UInt8(ascii: "w"):
        let week = daysPerWeek * Double(day)
        guard week == week.rounded() else { return nil }
        (place, length) = (0, Int(week))
      case UInt8(ascii: "d"): (place, length) = (1, day)
      case UInt8(ascii: "h"): (place, length) = (2, 3600)
      case UInt8(ascii: "m"): (place, length) = (3, 60)
      case UInt8(ascii: "s"): (place, length) = (4, 1)
      default: return nil
      }
      guard digits > 0, place > last else { return nil }
      total += amount * length
      (amount, digits, last, needsSpace) = (0, 0, place, true)
    }
    return needsSpace && total < WorkingTime.limit ? WorkingTime(seconds: total) : nil
  }

  /// The canonical text: days, hours, minutes, seconds, zero parts left out, zero itself `0m`.
  package func write(_ time: WorkingTime) -> String {
    guard time.seconds > 0 else { return "0m" }
    var text = ByteBuffer(capacity: 32)
    var rest = time.seconds
    Self.write(&rest, day, "d", into: &text)
    Self.write(&rest, 3600, "h", into: &text)
    Self.write(&rest, 60, "m", into: &text)
    Self.write(&rest, 1, "s", into: &text)
    return text.string
  }

  /// Takes whole units of that length out of `rest`, if there are any.
  private static func write(_ rest: inout Int, _ length: Int, _ unit: StaticString, into text: inout ByteBuffer) {
    guard rest >= length else { return }
    if text.count > 0 { text.append(" ") }
    text.append(decimal: UInt64(rest / length))
    text.append(unit)
    rest %= length
  }

  private static let scale: Int128 = 1_000_000_000_000

  private func seconds(of unit: Character) throws(Fault) -> Int {
    switch unit {
    case "w":
      let week = daysPerWeek * Double(day)
      guard abs(week - week.rounded()) < 1e-6 else { throw .notWholeSeconds }
      return Int(week.rounded())
    case "d": return day
    case "h": return 3600
    case "m": return 60
    default: return 1
    }
  }

  /// `12` or `1.5` in units of 10⁻¹², nil for anything else. More than 12 decimals cannot give whole seconds.
  private static func decimal(_ text: some StringProtocol) -> Int128? {
    var value: Int128 = 0
    var decimals: Int?
    var digits = 0
    var previousWasDigit = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if let count = decimals {
          if count == 12 {
            if byte != UInt8(ascii: "0") { return value * 10 + 1 }
            continue
          }
          decimals = count + 1
        }
        value = value * 10 + Int128(byte - UInt8(ascii: "0"))
        if value > 0 { digits += 1 }
        if digits > 24 { return Int128(10_000_000_000) * scale }
        previousWasDigit = true
      case UInt8(ascii: ".") where decimals == nil && previousWasDigit:
        decimals = 0
        previousWasDigit = false
      default: return nil
      }
    }
    guard previousWasDigit else { return nil }
    for _ in (decimals ?? 0)..<12 { value *= 10 }
    return value
  }

  /// What somebody who wrote `3 days`, `2h30m` or `1,5d` most likely meant.
  private func suggestion(for text: String, clockOnly: Bool) -> String? {
    let words: [(String, Character)] = [
      ("weeks", "w"), ("week", "w"), ("wks", "w"), ("wk", "w"), ("days", "d"), ("day", "d"), ("hours", "h"),
      ("hour", "h"), ("hrs", "h"), ("hr", "h"), ("minutes", "m"), ("minute", "m"), ("mins", "m"), ("min", "m"),
      ("seconds", "s"), ("second", "s"), ("secs", "s"), ("sec", "s"), ("w", "w"), ("d", "d"), ("h", "h"), ("m", "m"),
      ("s", "s"),
    ]
    var result: [String] = []
    var number = ""
    var rest = Substring(text.lowercased())
    while let first = rest.first {
      if first.isASCII, first.isNumber {
        number.append(first)
        rest.removeFirst()
      } else if first == "." || first == ",", !number.isEmpty, rest.dropFirst().first?.isNumber == true {
        number.append(".")
        rest.removeFirst()
      } else if first == " " || first == "," {
        rest.removeFirst()
      } else if !number.isEmpty, let (word, unit) = words.first(where: { rest.hasPrefix($0.0) }) {
        result.append("\(number)\(unit)")
        number = ""
        rest.removeFirst(word.count)
      } else {
        return nil
      }
    }
    guard number.isEmpty, !result.isEmpty else { return nil }
    let candidate = result.joined(separator: " ")
    return candidate != text && (try? read(candidate, clockOnly: clockOnly)) != nil ? candidate : nil
  }
}
