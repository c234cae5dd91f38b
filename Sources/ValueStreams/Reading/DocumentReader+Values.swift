import CanonicalJSON

/// Single values of the format, each with the complaint that helps.
extension DocumentReader {
  mutating func text(_ node: JSONPlace, _ what: String) -> Text? {
    guard let text = document.text(node) else {
      complain(.type, at: node, "\(what) is \(document.kind(node).article)", "write text in double quotes")
      return nil
    }
    return text
  }

  mutating func id(_ node: JSONPlace, _ what: String) -> Text? {
    guard let text = text(node, what) else { return nil }
    guard document.withUTF8(node, { Identifier.isValid($0) }) else {
      complain(.range, at: node, Identifier.complaint(text), Identifier.remedy(text))
      return nil
    }
    return text
  }

  mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ node: JSONPlace, _ what: String, _ type: Choice.Type
  ) -> Choice? {
    if let text = document.text(node), let choice = Choice(rawValue: text.string) { return choice }
    let words = Choice.allCases.map(\.rawValue)
    let list = words.map { "\"\($0)\"" }.joined(separator: ", ")
    guard let text = document.text(node) else {
      complain(.type, at: node, "\(what) is \(document.kind(node).article)", "write one of \(list)")
      return nil
    }
    let nearest = NearestWord.to(text.string, among: words).map { "write \"\($0)\" (one of \(list))" }
    complain(.range, at: node, "\(quoted(text)) is no \(what)", nearest ?? "write one of \(list)")
    return nil
  }

  /// A finite number that `accepts`; `rule` says which: "more than 0".
  mutating func number(_ node: JSONPlace, _ what: String, _ rule: String, accepts: (Double) -> Bool) -> Double? {
    guard let number = document.number(node) else {
      let hint = document.text(node).flatMap { Self.plainNumber($0.string) }.map {
        "write \($0) without quotation marks"
      }
      complain(.type, at: node, "\(what) is \(document.kind(node).article)", hint ?? "write a number, \(rule)")
      return nil
    }
    guard accepts(number) else {
      complain(.range, at: node, "\(what) is \(number.shortest)", "write a number, \(rule)")
      return nil
    }
    return number
  }

  mutating func duration(_ node: JSONPlace, _ what: String, clockOnly: Bool = false) -> WorkingTime? {
    if !clockOnly, let time = document.withUTF8(node, { durations.plain($0) }) { return time }
    if let number = document.number(node) {
      let example = clockOnly ? "\(number.shortest)h" : "\(number.shortest)d\" or \"\(number.shortest)h"
      complain(.type, at: node, "\(number.shortest) has no unit", "write it with one, as \"\(example)\"")
      return nil
    }
    guard let text = document.text(node) else {
      complain(
        .type, at: node, "\(what) is \(document.kind(node).article)", "write a duration such as \"3d\" or \"1h 30m\"")
      return nil
    }
    do {
      return try durations.read(text.string, clockOnly: clockOnly)
    } catch {
      complain(.range, at: node, error.complaint(about: text), error.remedy)
      return nil
    }
  }

  mutating func range(_ node: JSONPlace, _ what: String) -> WorkingTimeRange? {
    guard document.kind(node) == .array, document.count(node) == 2 else {
      complain(
        document.kind(node) == .array ? .range : .type, at: node,
        "\(what) is \(document.kind(node) == .array ? "a list of \(document.count(node))" : document.kind(node).article)",
        "write [low, high], such as [\"1d\", \"3d\"]")
      return nil
    }
    guard let ends = list(node, what, { $0.duration($1, "an end of \(what)") }), ends.count == 2 else { return nil }
    guard ends[0] <= ends[1] else {
      complain(.range, at: node, "the low end of \(what) is more than its high end", "write the smaller one first")
      return nil
    }
    return WorkingTimeRange(low: ends[0], high: ends[1])
  }

  mutating func day(_ node: JSONPlace, _ what: String) -> Day? {
    guard let text = text(node, what) else { return nil }
    guard let day = Day(text.string) else {
      complain(
        .range, at: node, "\(quoted(text)) is not a day of the calendar", "write year-month-day, such as \"2026-09-30\""
      )
      return nil
    }
    return day
  }

  /// `40`, `40%` and `0,4` as a person writes them, as JSON wants them.
  private static func plainNumber(_ text: String) -> String? {
    var plain = text.replacing(",", with: ".").replacing(" ", with: "")
    if plain.hasSuffix("%") { plain.removeLast() }
    guard let number = Double(plain), number.isFinite else { return nil }
    return number.shortest
  }
}

extension Double {
  /// As the canonical form prints it: `5`, not `5.0`.
  package var shortest: String {
    var bytes: [UInt8] = []
    ES6Number.write(self, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
