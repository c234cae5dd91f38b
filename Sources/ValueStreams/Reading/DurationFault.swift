package import CanonicalJSON

/// What is wrong with a duration, and what to write instead, in words.
extension DurationText.Fault {
  package func complaint(about text: Text) -> String {
    switch self {
    case .notADuration: "\(quoted(text)) is not a duration"
    case .unitNotAllowed(let unit):
      "\(quoted(text)) uses the unit \(unit), but the length of a day cannot be told in days"
    case .unitOrder(let earlier, let later):
      "\(quoted(text)) has \(earlier) before \(later): units stand largest first, each once"
    case .notWholeSeconds: "\(quoted(text)) is not a whole number of seconds"
    case .tooLong: "\(quoted(text)) is too long"
    }
  }

  package var remedy: String {
    switch self {
    case .notADuration(let suggestion?): "write \"\(suggestion)\""
    case .notADuration(nil): "write numbers with w, d, h, m or s, such as \"3d\" or \"1h 30m\""
    case .unitNotAllowed: "use h, m and s, such as \"8h\" or \"7h 30m\""
    case .unitOrder: "order them w, d, h, m, s, such as \"1d 4h\""
    case .notWholeSeconds: "use a smaller unit"
    case .tooLong: "a duration is less than 1,000,000,000 seconds"
    }
  }
}
