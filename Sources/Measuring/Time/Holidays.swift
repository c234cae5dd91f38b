package import ValueStreams

/// Days on which nobody works, whatever day of the week they are.
package struct Holidays: Equatable, Sendable {
  package let days: Set<Day>

  package static let none = Holidays(days: [])

  package init(days: Set<Day>) {
    self.days = days
  }

  /// A day a line, `2026-12-25`, or from one to another, `2026-12-24..2026-12-31`; what follows on the line is its name.
  /// Empty lines and what begins with `#` are left out.
  ///
  /// - Throws: ``MeasuringError/line(_:text:)`` for the first line that is none of this.
  package init(text: String) throws(MeasuringError) {
    var days: Set<Day> = []
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    for (number, line) in lines.enumerated() {
      guard let word = line.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "," || $0 == ";" }).first,
        !word.hasPrefix("#")
      else { continue }
      let isFirst = number == 0
      let ends = (isFirst && word.hasPrefix("\u{FEFF}") ? word.dropFirst() : word).split(separator: "..").map {
        Day($0)
      }
      guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first <= last,
        last.daysSinceEpoch - first.daysSinceEpoch < 3660
      else { throw .line(number + 1, text: String(line)) }
      for day in first.daysSinceEpoch...last.daysSinceEpoch { days.insert(Day(daysSinceEpoch: day)) }
    }
    self.days = days
  }
}
