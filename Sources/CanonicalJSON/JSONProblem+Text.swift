extension JSONProblem {
  /// What is wrong.
  package var message: String {
    switch kind {
    case .empty: "the file is empty"
    case .tooLarge(let bytes): "the file has \(bytes) bytes, more than the \(JSONDocument.largestFile) that are read"
    case .binary: "this is not a text file"
    case .otherEncoding(let name): "the file is saved as \(name)"
    case .byteOrderMark: "the file begins with an invisible byte-order mark"
    case .conflictMarker: "a merge conflict is still open here"
    case .unclosed(let opening, let at): "the file ends before the \(opening) of line \(at.line) is closed"
    case .mismatched(let found, let opening, let at):
      "this \(found) stands where the \(opening) of line \(at.line) has to be closed first"
    case .closesNothing(let bracket): "this \(bracket) closes nothing"
    case .tooDeep: "more than \(JSONDocument.deepestNesting) lists and objects stand inside one another"
    case .unexpected(let scalar): "the character \(scalar.plain) has no place here"
    case .invisible(let scalar): "an invisible character (\(scalar.codePoint)) stands here"
    case .textAfterTheEnd: "the document ends before this"
    case .comment: "JSON has no comments"
    case .trailingComma(let closing): "a comma stands before the closing \(closing)"
    case .extraComma: "a comma stands here with nothing before it"
    case .missingComma(let found):
      found.map { "a \($0.plain) stands where a comma belongs" } ?? "a comma is missing here"
    case .missingColon(let key, let found):
      found.map { "a \($0.plain) stands where the colon after \(key.quoted) belongs" }
        ?? "the colon after \(key.quoted) is missing"
    case .missingValue(let key): "\(key.quoted) has no value"
    case .missingKey: "a key is missing before this colon"
    case .unquotedKey(let key): "the key \(key.plain) is not in quotes"
    case .duplicateKey(let key, let first): "\(key.quoted) stands twice in this object, first on line \(first.line)"
    case .unquoted(let text): "\(text.plain) is neither a number nor a text in quotes"
    case .misspelled(let text, _): "JSON has no \(text.plain)"
    case .quoteInText: "a quotation mark in the middle of a text ends the text"
    case .unclosedText: "this text is not closed before its line ends"
    case .singleQuotes: "a text stands in single quotes"
    case .typographicQuotes(let scalar): "\(scalar.plain) is a typographic quote"
    case .controlCharacter(ASCII.tab): "a tab stands inside a text"
    case .controlCharacter(let byte): "a control character (\(Unicode.Scalar(byte).codePoint)) stands inside a text"
    case .unknownEscape(let escape): "\(escape.plain) is not an escape that JSON knows"
    case .brokenUnicodeEscape(let escape): "\(escape.plain) is not a whole escape"
    case .loneSurrogate(let unit): "\\u\(hex(unit)) is half a character (a lone surrogate)"
    case .noncharacter(let scalar): "\(scalar.codePoint) is reserved and never a character"
    case .notUTF8(let byte): "the byte \(hex(byte)) is not UTF-8"
    case .malformedNumber(let literal, _): "\(literal.plain) is not how JSON writes a number"
    case .notANumber(let literal): "\(literal.plain) is not a number that JSON can hold"
    case .notFinite(let literal): "\(literal.plain) is larger than any number that can be stored"
    case .notExact(let literal, _): "\(literal.plain) cannot be stored exactly"
    case .further(let count): "\(count) more problems follow"
    }
  }
}

extension JSONProblem {
  /// How to mend it.
  package var remedy: String {
    switch kind {
    case .empty: "write a JSON object, { … }"
    case .tooLarge: "split it, or move long texts elsewhere"
    case .binary: "save it as plain text in UTF-8"
    case .otherEncoding, .notUTF8: "save the file as UTF-8"
    case .byteOrderMark: "save the file as UTF-8 without a byte-order mark (BOM)"
    case .conflictMarker: "keep one side, or both, and delete the lines with <<<<<<<, ======= and >>>>>>>"
    case .unclosed(let opening, _): "add the missing \(JSONProblem.closing(opening))"
    case .mismatched(_, let opening, _): "write \(JSONProblem.closing(opening)) before it, or instead"
    case .closesNothing, .extraComma: "delete it"
    case .tooDeep: "nest less deeply"
    case .unexpected: "delete it, or put the text that it belongs to in quotes"
    case .invisible: "delete it, or type an ordinary space"
    case .textAfterTheEnd: "delete what follows, or move it inside the last bracket"
    case .comment: "delete it, or make it the value of a key"
    case .trailingComma: "delete the comma"
    case .missingComma(let found): found == nil ? "add one" : "write a comma"
    case .missingColon: "write a colon between key and value"
    case .missingValue: "write one after the colon, or delete the key"
    case .missingKey: "write one, in double quotes"
    case .unquotedKey(let key), .unquoted(let key): "write \(key.quoted)"
    case .duplicateKey: "delete one of the two"
    case .misspelled(_, let meant): "write \(meant)"
    case .quoteInText: "write \\\" for a quotation mark inside a text"
    case .unclosedText: "close it with \", and write \\n for a line break inside a text"
    case .singleQuotes, .typographicQuotes: "write \" on both sides"
    case .controlCharacter(ASCII.tab): "write \\t, or use spaces"
    case .controlCharacter: "delete it"
    case .unknownEscape: "write \\\\ for a backslash"
    case .brokenUnicodeEscape: "write \\u and four hexadecimal digits, or the character itself"
    case .loneSurrogate: "write the character itself, or both halves of it"
    case .noncharacter: "delete it"
    case .malformedNumber(_, let meant): "write \(meant.plain)"
    case .notANumber: "write a number, or delete the member"
    case .notFinite: "write a smaller number, or put it in quotes as a text"
    case .notExact(_, let nearest): "round it to \(ES6Number.text(nearest)), or put it in quotes as a text"
    case .further: "mend the ones above first"
    }
  }

  private static func closing(_ opening: Character) -> Character {
    opening == "{" ? "}" : "]"
  }
}

private func hex(_ value: some FixedWidthInteger & UnsignedInteger) -> String {
  let digits = String(value, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, value.bitWidth / 4 - digits.count)) + digits
}

extension Unicode.Scalar {
  /// As Unicode writes it: U+00A0.
  fileprivate var codePoint: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  fileprivate var plain: String {
    isHarmful ? codePoint : String(self)
  }

  /// Whether it could move the cursor, reverse the line or hide in it.
  fileprivate var isHarmful: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: true
    default: false
    }
  }
}

extension Text {
  /// For a message: itself, with everything that could disturb a terminal as an escape.
  package var plain: String {
    var result = ""
    for scalar in string.unicodeScalars {
      if scalar.isHarmful {
        result += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// `plain` as it would stand in a file, in double quotes.
  package var quoted: String {
    var writer = JSONWriter(isIndented: false)
    writer.write(self)
    return Text(String(decoding: writer.bytes, as: UTF8.self)).plain
  }
}
