/// Something in a file that keeps it from being sound JSON: what it is, where it stands, and how to mend it.
package struct JSONProblem: Error, Hashable, Sendable {
  package let kind: Kind
  /// The byte at which it stands.
  package let offset: Int
  package let position: JSONPosition
  /// The value it concerns.
  package let pointer: JSONPointer

  package enum Kind: Hashable, Sendable {
    // The file as a whole.
    case empty
    case tooLarge(bytes: Int)
    case binary
    case otherEncoding(name: String)
    case byteOrderMark
    case conflictMarker

    // How values are put together.
    case unclosed(opening: Character, at: JSONPosition)
    case mismatched(found: Character, opening: Character, at: JSONPosition)
    case closesNothing(Character)
    case tooDeep
    case unexpected(Unicode.Scalar)
    case invisible(Unicode.Scalar)
    case textAfterTheEnd
    case comment
    case trailingComma(before: Character)
    case extraComma
    case missingComma(found: Unicode.Scalar?)
    case missingColon(key: Text, found: Unicode.Scalar?)
    case missingValue(key: Text)
    case missingKey
    case unquotedKey(Text)
    case duplicateKey(Text, first: JSONPosition)

    // Words and texts. What is quoted from the file is shortened when it is long.
    case unquoted(Text)
    case misspelled(Text, meant: String)
    case quoteInText
    case unclosedText
    case singleQuotes
    case typographicQuotes(Unicode.Scalar)
    case controlCharacter(UInt8)
    case unknownEscape(Text)
    case brokenUnicodeEscape(Text)
    case loneSurrogate(UInt16)
    case noncharacter(Unicode.Scalar)
    case notUTF8(UInt8)

    // Numbers.
    case malformedNumber(Text, meant: Text)
    case notANumber(Text)
    case notFinite(Text)
    case notExact(Text, nearest: Double)

    /// Problems past the most that are told in full.
    case further(Int)
  }
}

/// The problems of one file, with a bound on how many are kept, so that a hostile file cannot fill the memory.
struct JSONProblems {
  static let most = 1000
  /// How many bytes all pointers together may take before problems are only counted.
  static let mostPointerBytes = 1 << 20

  private var kept: [JSONProblem] = []
  private var pointerBytes = 0
  private var more = 0

  var isFull: Bool { kept.count >= JSONProblems.most || pointerBytes >= JSONProblems.mostPointerBytes }

  mutating func append(_ problem: JSONProblem) {
    pointerBytes += problem.pointer.text.string.utf8.count
    kept.append(problem)
  }

  /// Counts a problem that is not told.
  mutating func count() {
    more += 1
  }

  /// All problems by place in the file.
  var sorted: [JSONProblem] {
    var result = kept.sorted { $0.offset < $1.offset }
    if more > 0, let last = result.last {
      result.append(
        JSONProblem(kind: .further(more), offset: last.offset, position: last.position, pointer: JSONPointer()))
    }
    return result
  }
}
