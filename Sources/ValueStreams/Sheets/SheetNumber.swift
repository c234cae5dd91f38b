/// Numbers as spreadsheets write them: `1.5`, `1,5`, `1 234.5`, `1.234,5`.
struct SheetNumber: Sendable {
  enum Reading: Equatable { case number(Double), ambiguous, notANumber }

  /// Whether the file comes from a country with decimal commas, as its semicolons tell; nil where nothing tells.
  let hasDecimalComma: Bool?

  init(separator: UInt8?) {
    switch separator {
    case UInt8(ascii: ";"): hasDecimalComma = true
    case UInt8(ascii: ","): hasDecimalComma = false
    default: hasDecimalComma = nil
    }
  }

  /// What cannot be told (`1.500` where commas are decimal) is ambiguous rather than guessed.
  func read(_ text: some StringProtocol) -> Reading {
    var spaced = String(text.map { Self.groupingSpaces.contains($0) ? " " : $0 })
    while spaced.last == " " { spaced.removeLast() }
    let digits = spaced.replacing(" ", with: "")
    if spaced != digits {
      let whole = spaced.prefix { $0 != "." && $0 != "," }
      guard Self.isGrouped(String(whole), by: " "), !spaced.dropFirst(whole.count).contains(" ") else {
        return .notANumber
      }
    }
    guard !digits.isEmpty, digits.allSatisfy({ ("0"..."9").contains($0) || $0 == "." || $0 == "," }) else {
      return .notANumber
    }
    let points = digits.count { $0 == "." }
    let commas = digits.count { $0 == "," }
    switch (points, commas) {
    case (0, 0): return Self.number(digits)
    case (1, 0):
      let isGroup = hasDecimalComma == true && Self.isGrouped(digits, by: ".")
      return isGroup ? .ambiguous : Self.number(digits)
    case (0, 1):
      guard Self.isGrouped(digits, by: ","), hasDecimalComma != true else {
        return Self.number(digits.replacing(",", with: "."))
      }
      return hasDecimalComma == nil ? .ambiguous : Self.number(digits.replacing(",", with: ""))
    case (_, 0): return Self.isGrouped(digits, by: ".") ? Self.number(digits.replacing(".", with: "")) : .notANumber
    case (0, _): return Self.isGrouped(digits, by: ",") ? Self.number(digits.replacing(",", with: "")) : .notANumber
    default:
      // The mark that stands last is the decimal one, and the other groups what is before it.
      guard let last = digits.lastIndex(where: { $0 == "." || $0 == "," }) else { return .notANumber }
      let whole = String(digits[..<last])
      let group: Character = digits[last] == "." ? "," : "."
      guard Self.isGrouped(whole, by: group) else { return .notANumber }
      return Self.number(whole.replacing(String(group), with: "") + "." + digits[digits.index(after: last)...])
    }
  }

  private static let groupingSpaces: Set<Character> = [" ", "\u{A0}", "\u{202F}", "\u{2009}", "'", "’"]

  /// `1,234` and `1,234,567`.
  private static func isGrouped(_ text: String, by mark: Character) -> Bool {
    let groups = text.split(separator: mark, omittingEmptySubsequences: false)
    guard groups.count > 1, let first = groups.first, (1...3).contains(first.count), first != "0" else { return false }
    return groups.dropFirst().allSatisfy { $0.count == 3 && $0.allSatisfy(\.isNumber) }
  }

  private static func number(_ text: String) -> Reading {
    guard let first = text.first, first != ".", text.last != ".", let value = Double(text), value.isFinite else {
      return .notANumber
    }
    return .number(value)
  }
}
