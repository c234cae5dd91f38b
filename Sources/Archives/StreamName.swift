/// The rules for a stream's name: its folder's path from the repository's root.
package enum StreamName {
  package enum Problem: Equatable, Sendable {
    /// A map at the root itself: a stream needs a folder.
    case root
    /// A component is empty, or `.` or `..`.
    case emptyComponent
    case leadingDot(String)
    /// It reads like a version: `v3`.
    case looksLikeVersion(String)
    case character(Character, in: String)
    /// Git does not allow it in a tag's name.
    case notForTags(String)
  }

  /// What is wrong with `name`; nil when it can be a stream.
  package static func problem(with name: String) -> Problem? {
    guard !name.isEmpty else { return .root }
    for component in name.split(separator: "/", omittingEmptySubsequences: false).map(String.init) {
      if component.isEmpty || component == "." || component == ".." { return .emptyComponent }
      if component.hasPrefix(".") { return .leadingDot(component) }
      if versionNumber(component) != nil { return .looksLikeVersion(component) }
      if let character = component.first(where: { !isAllowed($0) }) { return .character(character, in: component) }
      if component.contains("..") || component.hasSuffix(".") || component.hasSuffix(".lock")
        || component.hasPrefix("-")
      {
        return .notForTags(component)
      }
    }
    return nil
  }

  package static func isValid(_ name: String) -> Bool { problem(with: name) == nil }

  private static func isAllowed(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "-_.".contains(character))
  }

  /// No stream gets there; a tag that says more is nobody's version, and no number of an index overflows.
  static let largestNumber = 2_000_000_000

  /// N for the text `vN` with 1 ≤ N ≤ ``largestNumber`` and no leading zero.
  package static func versionNumber(_ text: some StringProtocol) -> Int? { versionNumber(Array(text.utf8)[...]) }

  /// The same for a text's bytes.
  static func versionNumber(_ text: ArraySlice<UInt8>) -> Int? {
    let digits = text.dropFirst()
    guard text.first == UInt8(ascii: "v"), let first = digits.first, first != UInt8(ascii: "0") else { return nil }
    var number = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      number = number * 10 + Int(digit - UInt8(ascii: "0"))
      if number > largestNumber { return nil }
    }
    return number
  }
}
