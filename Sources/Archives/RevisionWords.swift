package import ValueStreams

/// What a user typed to name a version, split by the rules of naming before any archive is asked.
package enum RevisionWords {
  /// Two revisions in one word, `A..B` or `A...B` (from their merge base); an empty side is the working copy or the latest.
  package struct Pair: Equatable, Sendable {
    package var left: String
    package var right: String
    package var fromMergeBase: Bool
  }

  /// Whether the word names a file: it starts with `./`, `../` or `/`, or ends in `.json`.
  package static func isFile(_ word: String) -> Bool {
    word.hasPrefix("./") || word.hasPrefix("../") || word.hasPrefix("/") || word.hasSuffix(".json")
  }

  /// Splits at the last `...`, else at the last `..`, that no `/` touches; nil for a single revision or a file.
  package static func pair(_ word: String) -> Pair? {
    if isFile(word) { return nil }
    for (separator, fromMergeBase) in [("...", true), ("..", false)] {
      let text = Array(word.utf8)
      let mark = Array(separator.utf8)
      guard text.count >= mark.count else { continue }
      for start in (0...(text.count - mark.count)).reversed()
      where text[start..<(start + mark.count)].elementsEqual(mark) {
        let end = start + mark.count
        let touches =
          (start > 0 && [UInt8(ascii: "/"), UInt8(ascii: ".")].contains(text[start - 1]))
          || (end < text.count && [UInt8(ascii: "/"), UInt8(ascii: ".")].contains(text[end]))
        if touches { continue }
        return Pair(
          left: String(decoding: text[..<start], as: UTF8.self), right: String(decoding: text[end...], as: UTF8.self),
          fromMergeBase: fromMergeBase)
      }
    }
    return nil
  }

  /// Takes `:future` or `:current` off the end.
  package static func state(of word: String) -> (word: String, state: Provenance.State?) {
    for state in Provenance.State.allCases where word.hasSuffix(":" + state.rawValue) {
      return (String(word.dropLast(state.rawValue.utf8.count + 1)), state)
    }
    return (word, nil)
  }
}
