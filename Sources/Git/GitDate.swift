import Glibc

extension Moment {
  /// Reads the date formats that git documents for `GIT_AUTHOR_DATE`: `@SECONDS ZONE` and `SECONDS ZONE`, RFC 2822
  /// (`Thu, 7 Apr 2005 22:13:13 +0200`), ISO 8601 (`2005-04-07T22:13:13+02:00`, a space for the `T`) and the day as
  /// `2005.04.07`, `04/07/2005` or `07.04.2005`. Without a zone it is local time. Nil for anything else.
  package init?(gitDate text: String) {
    let text = text.hasPrefix("@") ? text.dropFirst() : text[...]
    var words = text.split { $0 == " " || $0 == "," || $0 == "\t" }[...]
    guard let first = words.first else { return nil }
    if let seconds = Int64(first), words.count == 1 || first.utf8.count > 4, words.count <= 2 {
      guard words.count == 1 || Zone(words.last ?? "") != nil else { return nil }
      let offset = words.last.flatMap { words.count == 2 ? Zone($0)?.minutes : 0 } ?? 0
      self.init(seconds: seconds, offset: offset)
      return
    }
    if first.count == 3 || first.count > 5, first.allSatisfy(\.isLetter) { words = words.dropFirst() }
    guard let day = Self.day(&words) else { return nil }
    var time = (hour: 0, minute: 0, second: 0)
    var zone: Zone?
    if let clock = words.popFirst() {
      let end = clock.firstIndex { !($0.isNumber || $0 == ":" || $0 == ".") } ?? clock.endIndex
      guard let read = Self.clock(clock[..<end]) else { return nil }
      time = read
      if end < clock.endIndex { zone = Zone(clock[end...]) } else { zone = words.popFirst().flatMap { Zone($0) } }
      if end < clock.endIndex, zone == nil { return nil }
    }
    guard words.isEmpty else { return nil }
    self.init(day: day, time: time, zone: zone)
  }

  private init(
    day: (year: Int, month: Int, day: Int), time: (hour: Int, minute: Int, second: Int), zone: Zone?
  ) {
    var parts = unsafe tm()
    unsafe parts.tm_year = Int32(day.year - 1900)
    unsafe parts.tm_mon = Int32(day.month - 1)
    unsafe parts.tm_mday = Int32(day.day)
    unsafe parts.tm_hour = Int32(time.hour)
    unsafe parts.tm_min = Int32(time.minute)
    unsafe parts.tm_sec = Int32(time.second)
    unsafe parts.tm_isdst = -1
    if let zone {
      self.init(seconds: Int64(unsafe timegm(&parts)) - Int64(zone.minutes) * 60, offset: zone.minutes)
    } else {
      let seconds = Int64(unsafe mktime(&parts))
      self.init(seconds: seconds, offset: Self.localOffset(at: seconds))
    }
  }

  /// Takes a day off the front of `words`; what follows a `T` goes back to them.
  private static func day(_ words: inout ArraySlice<Substring>) -> (year: Int, month: Int, day: Int)? {
    guard var word = words.popFirst() else { return nil }
    if let letter = word.firstIndex(of: "T"), letter > word.startIndex {
      words.insert(word[word.index(after: letter)...], at: words.startIndex)
      word = word[..<letter]
    }
    if let day = Int(word), let name = words.popFirst(), let month = month(name),
      let year = words.popFirst().flatMap({ Int($0) })
    {
      return valid(year, month, day)
    }
    if let month = month(word), let day = words.popFirst().flatMap({ Int($0) }) {
      let clock = words.popFirst()
      guard let year = words.popFirst().flatMap({ Int($0) }) else { return nil }
      if let clock { words.insert(clock, at: words.startIndex) }
      return valid(year, month, day)
    }
    for separator: Character in ["-", ".", "/"] {
      let numbers = word.split(separator: separator).compactMap { Int($0) }
      guard numbers.count == 3 else { continue }
      if numbers[0] > 31 { return valid(numbers[0], numbers[1], numbers[2]) }
      return separator == "/" ? valid(numbers[2], numbers[0], numbers[1]) : valid(numbers[2], numbers[1], numbers[0])
    }
    return nil
  }

  private static func valid(_ year: Int, _ month: Int, _ day: Int) -> (year: Int, month: Int, day: Int)? {
    (1900...9999).contains(year) && (1...12).contains(month) && (1...31).contains(day) ? (year, month, day) : nil
  }

  private static func month(_ name: some StringProtocol) -> Int? {
    let names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    return names.firstIndex(of: String(name.prefix(3)).lowercased()).map { $0 + 1 }
  }

  private static func clock(_ text: some StringProtocol) -> (hour: Int, minute: Int, second: Int)? {
    let parts = text.split(separator: ".", maxSplits: 1)
    let numbers = parts.first?.split(separator: ":").compactMap { Int($0) } ?? []
    guard numbers.count == 2 || numbers.count == 3, numbers[0] < 24, numbers[1] < 60, (numbers.last ?? 0) < 61 else {
      return nil
    }
    return (numbers[0], numbers[1], numbers.count == 3 ? numbers[2] : 0)
  }

  /// An offset from UTC: `Z`, `+02:00`, `-0330`, `+02`, `UTC`, `GMT`.
  private struct Zone {
    let minutes: Int

    init?(_ text: some StringProtocol) {
      if ["Z", "UTC", "GMT"].contains(text.uppercased()) {
        minutes = 0
        return
      }
      guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
      let digits = String(text.dropFirst().filter { $0 != ":" })
      guard digits.count == 2 || digits.count == 4, let number = Int(digits) else { return nil }
      let (hours, rest) = digits.count == 2 ? (number, 0) : number.quotientAndRemainder(dividingBy: 100)
      guard hours < 15, rest < 60 else { return nil }
      minutes = (sign == "-" ? -1 : 1) * (hours * 60 + rest)
    }
  }
}
