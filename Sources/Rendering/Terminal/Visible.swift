/// Untrusted text made harmless for one line of output: nothing in it can move the cursor, colour the terminal,
/// start a new line or turn the reading direction of what follows.
///
/// Line breaks and tabs become spaces, other control characters their pictures (`␛`), bidirectional controls and
/// invisible format characters their code point (`<U+202E>`). Joiners stay: emoji and Persian need them.
package func visible(_ text: String) -> String {
  if text.isPlain { return text }
  guard text.unicodeScalars.contains(where: { replacement(for: $0) != nil }) else { return text }
  var result = ""
  for scalar in text.unicodeScalars {
    if let replacement = replacement(for: scalar) {
      result += replacement
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// As ``visible(_:)``, but each line on its own; trailing empty lines are dropped.
package func visibleLines(_ text: String) -> [String] {
  if text.isPlain { return text.utf8.allSatisfy { $0 == UInt8(ascii: " ") } ? [] : [text] }
  var lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }.map { visible(String($0)) }
  while let last = lines.last, last.allSatisfy({ $0 == " " }) { lines.removeLast() }
  return lines
}

extension String {
  /// Nothing but printable ASCII: most texts are, and need no look at each scalar's properties.
  package var isPlain: Bool { utf8.allSatisfy { (0x20..<0x7F).contains($0) } }
}

/// Whether ``visible(_:)`` leaves it as it is.
func isVisible(_ scalar: Unicode.Scalar) -> Bool { replacement(for: scalar) == nil }

private func replacement(for scalar: Unicode.Scalar) -> String? {
  switch scalar.value {
  case 0x09...0x0D, 0x85, 0x2028, 0x2029:
    " "
  case 0x00...0x1F:
    Unicode.Scalar(0x2400 + scalar.value).map { String(Character($0)) }
  case 0x7F:
    "␡"
  case 0x80...0x9F, 0x00AD, 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF,
    0xFFF9...0xFFFB,
    0xE0000...0xE007F:
    codePoint(scalar)
  default:
    nil
  }
}

private func codePoint(_ scalar: Unicode.Scalar) -> String {
  let digits = String(scalar.value, radix: 16, uppercase: true)
  return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
}
