extension Slip {
  /// Words, quotes and escapes.
  static let texts = [
    Slip(
      "[True, FALSE, None, undefined, yes, not yet]",
      #"1:2: /0: JSON has no True; write true"#,
      #"1:8: /1: JSON has no FALSE; write false"#,
      #"1:15: /2: JSON has no None; write null"#,
      #"1:21: /3: JSON has no undefined; write null"#,
      #"1:32: /4: yes is neither a number nor a text in quotes; write "yes""#,
      #"1:37: /5: not yet is neither a number nor a text in quotes; write "not yet""#),
    Slip(
      "[NaN, -Infinity, Infinity, inf]",
      #"1:2: /0: NaN is not a number that JSON can hold; write a number, or delete the member"#,
      #"1:7: /1: -Infinity is not a number that JSON can hold; write a number, or delete the member"#,
      #"1:18: /2: Infinity is not a number that JSON can hold; write a number, or delete the member"#,
      #"1:28: /3: inf is not a number that JSON can hold; write a number, or delete the member"#),
    Slip(
      "{\"a\": Ünder, ö: 2ü}",
      #"1:7: /a: Ünder is neither a number nor a text in quotes; write "Ünder""#,
      #"1:14: : the key ö is not in quotes; write "ö""#,
      #"1:17: /ö: 2ü is neither a number nor a text in quotes; write "2ü""#),
    Slip(
      "['it's']",
      #"1:2: /0: a text stands in single quotes; write " on both sides"#,
      #"1:5: /0: a quotation mark in the middle of a text ends the text; write \" for a quotation mark inside a text"#),
    Slip(
      "[3\u{A0}days, 5 €]",
      #"1:3: /0: an invisible character (U+00A0) stands here; delete it, or type an ordinary space"#,
      #"1:3: : a comma is missing here; add one"#,
      #"1:4: /1: days is neither a number nor a text in quotes; write "days""#,
      #"1:12: /2: the character € has no place here; delete it, or put the text that it belongs to in quotes"#),
    Slip(
      "]",
      #"1:1: : this ] closes nothing; delete it"#),
    Slip(
      "{\"a\": \"He said \"hello\" loudly\"}",
      #"1:16: /a: a quotation mark in the middle of a text ends the text; write \" for a quotation mark inside a text"#),
    Slip(
      "{\n  \"a\": \"open,\n  \"b\": 1\n}",
      #"2:8: /a: this text is not closed before its line ends; close it with ", and write \n for a line break inside a text"#
    ),
    Slip(
      "\"open",
      #"1:1: : this text is not closed before its line ends; close it with ", and write \n for a line break inside a text"#
    ),
    Slip(
      "\"open\\",
      #"1:1: : this text is not closed before its line ends; close it with ", and write \n for a line break inside a text"#
    ),
    Slip(
      "\"open\\\n\"",
      #"1:1: : this text is not closed before its line ends; close it with ", and write \n for a line break inside a text"#
    ),
    Slip(
      "{\"a\": 'it is', \"b\": 'open\n}",
      #"1:7: /a: a text stands in single quotes; write " on both sides"#,
      #"1:21: /b: a text stands in single quotes; write " on both sides"#,
      #"1:21: /b: this text is not closed before its line ends; close it with ", and write \n for a line break inside a text"#
    ),
    Slip(
      "{“a”: „b“, \"c\": ”d",
      #"1:2: : “ is a typographic quote; write " on both sides"#,
      #"1:7: /a: „ is a typographic quote; write " on both sides"#,
      #"1:17: /c: ” is a typographic quote; write " on both sides"#),
    Slip(
      "[\"a\tb\", \"a\u{1}b\"]",
      #"1:4: /0: a tab stands inside a text; write \t, or use spaces"#,
      #"1:11: /1: a control character (U+0001) stands inside a text; delete it"#),
    Slip(
      "[\"C:\\campaigns\", \"\\é\"]",
      #"1:5: /0: \c is not an escape that JSON knows; write \\ for a backslash"#,
      #"1:19: /1: \é is not an escape that JSON knows; write \\ for a backslash"#),
    Slip(
      "[\"\\u12\", \"\\u\", \"\\u12g4\"]",
      #"1:3: /0: \u12 is not a whole escape; write \u and four hexadecimal digits, or the character itself"#,
      #"1:11: /1: \u is not a whole escape; write \u and four hexadecimal digits, or the character itself"#,
      #"1:17: /2: \u12g4 is not a whole escape; write \u and four hexadecimal digits, or the character itself"#),
    Slip(
      "[\"\\ud83d\", \"\\ud83d\\u0041\", \"\\ude00\", \"\\ud83dx\"]",
      #"1:3: /0: \uD83D is half a character (a lone surrogate); write the character itself, or both halves of it"#,
      #"1:13: /1: \uD83D is half a character (a lone surrogate); write the character itself, or both halves of it"#,
      #"1:29: /2: \uDE00 is half a character (a lone surrogate); write the character itself, or both halves of it"#,
      #"1:39: /3: \uD83D is half a character (a lone surrogate); write the character itself, or both halves of it"#),
    Slip(
      "[\"\\uffff\", \"\\ud83f\\udffe\"]",
      #"1:3: /0: U+FFFF is reserved and never a character; delete it"#,
      #"1:13: /1: U+1FFFE is reserved and never a character; delete it"#),
    Slip(
      bytes: [0x22, 0xEF, 0xB7, 0x90, 0xF0, 0x9F, 0xBF, 0xBE, 0x22],
      #"1:2: : U+FDD0 is reserved and never a character; delete it"#,
      #"1:3: : U+1FFFE is reserved and never a character; delete it"#),
    Slip(
      "{\"\u{1B}[2J\": \"\\u001b\", \"\\u001b[2J\": 1e999, \"\\u202e\": nope\u{202E}}",
      #"1:3: : a control character (U+001B) stands inside a text; delete it"#,
      #"1:20: /\u{1b}[2J: "\u001b[2J" stands twice in this object, first on line 1; delete one of the two"#,
      #"1:33: /\u{1b}[2J: 1e999 is larger than any number that can be stored; write a smaller number, or put it in quotes as a text"#,
      #"1:50: /\u{202e}: nope is neither a number nor a text in quotes; write "nope""#,
      #"1:54: /\u{202e}: an invisible character (U+202E) stands here; delete it, or type an ordinary space"#),
  ]
}
