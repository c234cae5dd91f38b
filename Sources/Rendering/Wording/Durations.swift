package import ValueStreams

/// Working time in words: `23d 4h` by the map's calendar.
///
/// Two units are enough for people; what must add up is printed to a common ``Grain`` instead.
package struct Durations: Equatable, Sendable {
  /// The unit that figures are rounded to, in seconds.
  package enum Grain: Int, Comparable, Sendable {
    case second = 1, minute = 60, hour = 3600

    package static func < (left: Grain, right: Grain) -> Bool { left.rawValue < right.rawValue }
  }

  /// Seconds in a working day; nil prints hours and never days, for changes between different calendars.
  let day: Int?

  package init(_ calendar: WorkCalendar?) {
    day = max(1, calendar?.day?.seconds ?? 8 * 3600)
  }

  /// Seconds in a working day; an hour where days are not counted.
  var dayLength: Int { day ?? 3600 }

  private init(day: Int?) {
    self.day = day
  }

  /// Hours, minutes and seconds only.
  package static let hours = Durations(day: nil)

  /// The two largest units: `23d 4h`, `1h 30m`, `3m 8s`, `12s`, below ten seconds `2.5s`; zero is `0`.
  package func text(_ seconds: Double) -> String {
    let magnitude = abs(seconds)
    if magnitude < 9.95 {
      let digits = Numbers.decimal(seconds, places: 1)
      return digits == "0" ? digits : digits + "s"
    }
    return text(seconds, grain: grain(for: magnitude))
  }

  package func text(_ time: WorkingTime) -> String {
    text(Double(time.seconds))
  }

  /// `+1d 4h`, `−4h`, `±0`.
  package func signed(_ seconds: Double) -> String {
    Numbers.signed(seconds, text)
  }

  /// The unit that leaves two units of a time of this size.
  package func grain(for seconds: Double) -> Grain {
    let magnitude = abs(seconds)
    if let day, magnitude >= Double(day) - 0.5 { return dayGrain(day) }
    return magnitude >= 3600 - 0.5 ? .minute : .second
  }

  /// Rounded to `grain`, with as many units as that takes.
  package func text(_ seconds: Double, grain: Grain) -> String {
    let size = Double(grain.rawValue)
    let rounded = (abs(seconds) / size).rounded() * size
    guard rounded > 0, rounded < 9e15 else { return rounded > 0 ? "\(seconds)s" : "0" }
    var rest = Int(rounded)
    var text = ""
    func add(_ count: Int, _ unit: Unicode.Scalar) {
      if count == 0 { return }
      if !text.isEmpty { text += " " }
      text += String(count)
      text.unicodeScalars.append(unit)
    }
    if let day {
      add(rest / day, "d")
      rest %= day
    }
    add(rest / 3600, "h")
    add(rest % 3600 / 60, "m")
    add(rest % 60, "s")
    return seconds < 0 ? Numbers.minus + text : text
  }

  /// Hours, unless the day is no whole number of them: then whole days would not come out.
  private func dayGrain(_ day: Int) -> Grain {
    if day % 3600 == 0 { return .hour }
    return day % 60 == 0 ? .minute : .second
  }
}
