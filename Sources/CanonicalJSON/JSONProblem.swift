/// Something in a file that keeps it from being sound JSON: what it is, where it stands, and how to mend it.
package struct JSONProblem: Error, Hashable, Sendable {
  /// What is wrong.
  package let kind: Kind
  /// The byte at which it stands.
  package let offset: Int
  /// The line and column of `offset`.
  package let position: JSONPosition
  /// The value it concerns.
  package let pointer: JSONPointer

  /// What is wrong, with what there is to say about it. Texts from the file are shortened when they are long.
  package enum Kind: Hashable, Sendable {
    // MARK: The file as a whole

    /// Nothing, or nothing but white space.
    case empty
    /// More than `JSONDocument.largestFile`.
    case tooLarge(bytes: Int)
    /// Bytes that no text has.
    case binary
    /// Text, but not in UTF-8.
    case otherEncoding(name: String)
    /// U+FEFF at the beginning.
    case byteOrderMark
    /// `<<<<<<<`, `=======` or `>>>>>>>`, as Git leaves them behind.
    case conflictMarker

    // MARK: How values are put together

    /// The file ends inside the object or array that began at `at`.
    case unclosed(opening: Character, at: JSONPosition)
    /// A closing bracket of the other kind.
    case mismatched(found: Character, opening: Character, at: JSONPosition)
    /// A closing bracket where nothing is open.
    case closesNothing(Character)
    /// More than `JSONDocument.deepestNesting` levels.
    case tooDeep
    /// A character that begins nothing.
    case unexpected(Unicode.Scalar)
    /// White space that JSON does not know, or a character without ink.
    case invisible(Unicode.Scalar)
    /// Something after the one value that a file holds.
    case textAfterTheEnd
    /// `//`, `/* */` or `#`.
    case comment
    /// `[1, ]`
    case trailingComma(before: Character)
    /// `[1,, 2]`
    case extraComma
    /// `[1 2]`, or with something else in its place: `[1; 2]`.
    case missingComma(found: Unicode.Scalar?)
    /// `{"a" 1}`, or with something else in its place: `{"a" = 1}`.
    case missingColon(key: Text, found: Unicode.Scalar?)
    /// `{"a": }`
    case missingValue(key: Text)
    /// `{: 1}`
    case missingKey
    /// `{a: 1}`
    case unquotedKey(Text)
    /// A key of this object that stood before, at `first`.
    case duplicateKey(Text, first: JSONPosition)

    // MARK: Words and texts

    /// `30m` or `not yet`, where a text was meant.
    case unquoted(Text)
    /// `True`, `None`
    case misspelled(Text, meant: String)
    /// `"he said "hello""`
    case quoteInText
    /// The line or the file ends inside a text.
    case unclosedText
    /// `'a'`
    case singleQuotes
    /// `“a”`, as word processors put them in.
    case typographicQuotes(Unicode.Scalar)
    /// A byte below U+0020 inside a text.
    case controlCharacter(UInt8)
    /// `"C:\campaigns"`
    case unknownEscape(Text)
    /// `"\u12"`
    case brokenUnicodeEscape(Text)
    /// `"\ud83d"` without its other half.
    case loneSurrogate(UInt16)
    /// U+FFFE and the like, which never stand for a character.
    case noncharacter(Unicode.Scalar)
    /// A byte that is not part of well-formed UTF-8.
    case notUTF8(UInt8)

    // MARK: Numbers

    /// `007`, `+5`, `.5`, `1_000`, `3,5`
    case malformedNumber(Text, meant: Text)
    /// `NaN`, `-Infinity`
    case notANumber(Text)
    /// Beyond the largest double.
    case notFinite(Text)
    /// An integer literal that would come back with other digits.
    case notExact(Text, nearest: Double)

    /// How many problems there are besides those that are told.
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
