/// Durations as people write them in spreadsheets: `2 h`, `30 min`, `1.5 days`, `1d 4h`, or a bare number under a title
/// with a unit. A day and a week are as long as the calendar says; what is not a whole second is rounded to one.
struct SheetTime: Sendable {
  enum Unit: String, Sendable { case w, d, h, m, s }

  enum Fault: Error, Equatable {
    case notATime
    /// A number, and nothing says of what; as it would be written in the map.
    case noUnit(Double)
    /// A clock time such as `1:30`.
    case clock(hours: Int, minutes: Int)
    /// A month or a year, which has no fixed length.
    case noFixedLength(String)
    case ambiguousNumber
    case negative
    case tooLong
  }

  let durations: DurationText
  let numbers: SheetNumber

  /// `unit` is that of the column's title.
  func read(_ text: String, unit: Unit?) throws(Fault) -> WorkingTime {
    let words = try Self.words(text)
    var seconds = 0.0
    var index = 0
    while index < words.count {
      let amount: Double
      switch numbers.read(words[index]) {
      case .number(let number): amount = number
      case .ambiguous: throw .ambiguousNumber
      case .notANumber: return try Self.clockTime(text)
      }
      index += 1
      if index < words.count, ["working", "work", "business", "calendar"].contains(words[index]) { index += 1 }
      if index < words.count {
        let word = words[index]
        guard let found = Unit(word) else {
          throw Self.unfixed.contains(word) ? .noFixedLength(word) : .notATime
        }
        seconds += amount * length(of: found)
        index += 1
        if index < words.count, words[index] == "and" { index += 1 }
      } else {
        guard words.count == 1 else { throw .notATime }
        guard let unit = amount == 0 ? .h : unit else { throw .noUnit(amount) }
        seconds = amount * length(of: unit)
      }
    }
    guard seconds.rounded() < Double(WorkingTime.limit) else { throw .tooLong }
    return WorkingTime(seconds: Int(seconds.rounded()))
  }

  private func length(of unit: Unit) -> Double {
    switch unit {
    case .w: durations.daysPerWeek * Double(durations.day)
    case .d: Double(durations.day)
    case .h: 3600
    case .m: 60
    case .s: 1
    }
  }

  private static let unfixed: Set<String> = ["mo", "month", "months", "q", "quarter", "quarters", "y", "year", "years"]

  /// Numbers and words one by one, in small letters: `1,5days` gives `1,5` and `days`.
  private static func words(_ text: String) throws(Fault) -> [String] {
    var words: [String] = []
    var wasNumber: Bool?
    for character in text.lowercased() {
      if character == "-" || character == "−", words.isEmpty { throw .negative }
      let isNumber = ("0"..."9").contains(character) || (wasNumber == true && ".,':’".contains(character))
      let isSpace = character.isWhitespace
      if !isNumber, !isSpace, !character.isLetter {
        // `2 h, 30 min`, `30 min.`
        guard ".,".contains(character), wasNumber == false else { throw .notATime }
        wasNumber = nil
        continue
      }
      if isSpace {
        // It may group digits: `1 500 min`.
        if wasNumber == true { words[words.count - 1] += " " } else { wasNumber = nil }
        continue
      }
      if wasNumber == isNumber, let last = words.indices.last {
        words[last].append(character)
      } else {
        words.append(String(character))
      }
      wasNumber = isNumber
    }
    guard !words.isEmpty else { throw .notATime }
    return words
  }

  /// `1:30:00` as spreadsheet programs write a length of time. What `1:30` means is anybody's guess.
  private static func clockTime(_ text: String) throws(Fault) -> WorkingTime {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) ?? -1 }
    guard (2...3).contains(parts.count), parts.allSatisfy({ $0 >= 0 }), parts.dropFirst().allSatisfy({ $0 < 60 }) else {
      throw .notATime
    }
    guard parts.count == 3 else { throw .clock(hours: parts[0], minutes: parts[1]) }
    guard parts[0] < WorkingTime.limit / 3600 else { throw .tooLong }
    return WorkingTime(seconds: parts[0] * 3600 + parts[1] * 60 + parts[2])
  }
}

extension SheetTime.Unit {
  /// In small letters: `h`, `hrs`, `hours`.
  init?(_ word: String) {
    switch word {
    case "w", "wk", "wks", "week", "weeks": self = .w
    case "d", "day", "days": self = .d
    case "h", "hr", "hrs", "hour", "hours": self = .h
    case "m", "min", "mins", "minute", "minutes": self = .m
    case "s", "sec", "secs", "second", "seconds": self = .s
    default: return nil
    }
  }
}
