import ValueStreams

/// When clocks change year after year, as POSIX writes it: `CET-1CEST,M3.5.0,M10.5.0/3`.
struct ZoneRule: Equatable, Sendable {
  /// A day of any year, and the second of that day by the clocks before the change.
  private struct Change: Equatable, Sendable {
    enum Kind: Equatable, Sendable {
      /// The week-th weekday (Sunday 0) of the month; week 5 is the last.
      case weekday(month: Int, week: Int, day: Int)
      /// 1 to 365, never counting 29 February.
      case julian(Int)
      /// 0 to 365.
      case ordinal(Int)
    }

    let kind: Kind
    let second: Int

    /// Seconds since 1970 by the local clocks.
    func local(in year: Int) -> Int {
      let newYear = Day(year: year, month: 1, day: 1)?.daysSinceEpoch ?? 0
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let day: Int
      switch kind {
      case .julian(let number): day = newYear + number - 1 + (isLeap && number >= 60 ? 1 : 0)
      case .ordinal(let number): day = newYear + number
      case .weekday(let month, let week, let weekday):
        let first = Day(year: year, month: month, day: 1)?.daysSinceEpoch ?? newYear
        let next = Day(year: month == 12 ? year + 1 : year, month: month % 12 + 1, day: 1)?.daysSinceEpoch ?? first + 28
        // 1970-01-01 was a Thursday.
        let lead = (weekday - (first + 4) % 7 + 7) % 7
        let candidate = first + lead + 7 * (week - 1)
        day = candidate < next ? candidate : candidate - 7
      }
      return day * 86_400 + second
    }
  }

  private let standard: Int
  private let summer: (offset: Int, from: Change, to: Change)?

  static func == (left: ZoneRule, right: ZoneRule) -> Bool {
    left.standard == right.standard && left.summer?.offset == right.summer?.offset
      && left.summer?.from == right.summer?.from && left.summer?.to == right.summer?.to
  }

  /// Nil for a text that is no such rule.
  init?(_ text: String) {
    var rest = Substring(text)
    guard Self.skipName(&rest), let west = Self.time(&rest) else { return nil }
    standard = -west
    if rest.isEmpty {
      summer = nil
      return
    }
    guard Self.skipName(&rest) else { return nil }
    var offset = standard + 3600
    if rest.first != "," {
      guard let west = Self.time(&rest) else { return nil }
      offset = -west
    }
    let parts = rest.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].isEmpty, let from = Self.change(parts[1]), let to = Self.change(parts[2]) else {
      return nil
    }
    summer = (offset, from, to)
  }

  func offset(at moment: Int) -> Int {
    guard let summer else { return standard }
    let year = Day(daysSinceEpoch: Int((Double(moment + standard) / 86_400).rounded(.down))).year
    let begin = summer.from.local(in: year) - standard
    let end = summer.to.local(in: year) - summer.offset
    let isSummer = begin < end ? moment >= begin && moment < end : moment >= begin || moment < end
    return isSummer ? summer.offset : standard
  }

  /// `CET` or `<+0330>`.
  private static func skipName(_ rest: inout Substring) -> Bool {
    if rest.first == "<" {
      guard let close = rest.firstIndex(of: ">") else { return false }
      rest = rest[rest.index(after: close)...]
      return true
    }
    let name = rest.prefix { $0.isLetter && $0.isASCII }
    rest = rest.dropFirst(name.count)
    return name.count >= 3
  }

  /// `-1`, `5:30` or `+12:45:00` in seconds.
  private static func time(_ rest: inout Substring) -> Int? {
    let text = rest.prefix { "+-:".contains($0) || $0.isASCII && $0.isNumber }
    rest = rest.dropFirst(text.count)
    let isNegative = text.first == "-"
    let parts = text.drop { "+-".contains($0) }.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard (1...3).contains(parts.count) else { return nil }
    var seconds = 0
    for (part, unit) in zip(parts, [3600, 60, 1]) {
      guard let part, (0..<200).contains(part) else { return nil }
      seconds += part * unit
    }
    return isNegative ? -seconds : seconds
  }

  private static func change(_ text: Substring) -> Change? {
    let halves = text.split(separator: "/", omittingEmptySubsequences: false)
    var second = 2 * 3600
    if halves.count == 2 {
      var rest = halves[1]
      guard let time = time(&rest), rest.isEmpty else { return nil }
      second = time
    }
    guard let day = halves.first, halves.count <= 2 else { return nil }
    if day.hasPrefix("M") {
      let parts = day.dropFirst().split(separator: ".").map { Int($0) ?? -1 }
      guard parts.count == 3, (1...12).contains(parts[0]), (1...5).contains(parts[1]), (0...6).contains(parts[2]) else {
        return nil
      }
      return Change(kind: .weekday(month: parts[0], week: parts[1], day: parts[2]), second: second)
    }
    guard let number = Int(day.hasPrefix("J") ? day.dropFirst() : day), (0...365).contains(number) else { return nil }
    if day.hasPrefix("J") { return number > 0 ? Change(kind: .julian(number), second: second) : nil }
    return Change(kind: .ordinal(number), second: second)
  }
}
