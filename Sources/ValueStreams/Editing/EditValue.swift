import CanonicalJSON

/// Values as they are typed, turned into what the format wants in their field. What is wrong with them is left to the
/// reader of the format, which has the words for it.
enum EditValue {
  /// The field that is meant: its own name, or one that spreadsheets use for it (`wait`, `PT`, `%C&A`).
  static func field(_ word: String, of target: MapEdit.Target) -> String {
    guard target != .map, !stepFields.contains(word), let column = SheetTitle(word)?.column else { return word }
    return switch column {
    case .wait: "waitTime"
    case .process: "processTime"
    case .accuracy: "percentCompleteAccurate"
    case .waitRange: "waitRange"
    case .processRange: "processRange"
    case .step: "name"
    case .id, .team, .after, .arrives, .queue, .value, .basis, .source, .notes, .replaces: column.rawValue
    case .number, .lead, .reworkTo, .reworkPercent, .reworkWait, .ignore: word
    }
  }

  /// - Throws: ``EditError/Fault/notANumber(_:)`` where only a number makes sense.
  static func json(_ text: String, _ field: String) throws(EditError) -> JSON {
    switch field {
    case "queue", "percentCompleteAccurate", "percent":
      guard let number = number(text) else { throw .word("\(field)=\(text)", .notANumber(text)) }
      return .number(number)
    case "after", "replaces", "workTypes":
      let ids = text == "(none)" || text == "none" ? [] : text.split { $0 == "," || $0 == " " || $0 == ";" }
      return .array(ids.map { .string(Text(String($0))) })
    case "sources", "customers":
      return .array(text.split(separator: ";").map { .string(Text(SheetCell.trimmed($0))) })
    case "waitRange", "processRange":
      let ends = text.replacing(" to ", with: "..").replacing("–", with: "..").split(separator: "..")
      return .array(ends.map { .string(Text(SheetCell.trimmed($0))) })
    case "demand":
      // `6 per 1w`, `6/1w`
      let sides = text.replacing(" per ", with: "/").split(separator: "/", maxSplits: 1).map { SheetCell.trimmed($0) }
      guard let first = sides.first, let items = number(first) else { throw .word("demand=\(text)", .notANumber(text)) }
      var demand: Members<JSON> = ["items": .number(items)]
      if sides.count == 2 { demand["per"] = .string(Text(sides[1])) }
      return .object(demand)
    default: return .string(Text(text))
    }
  }

  /// A finite number, which may have a percent sign behind it.
  static func number(_ text: String) -> Double? {
    let plain = SheetCell.trimmed(text.hasSuffix("%") ? String(text.dropLast()) : text)
    return Double(plain).flatMap { $0.isFinite ? $0 : nil }
  }

  private static let stepFields: Set<String> = [
    "name", "team", "after", "arrives", "waitTime", "queue", "processTime", "waitRange", "processRange",
    "percentCompleteAccurate", "value", "basis", "source", "replaces", "notes",
  ]
}
