extension Slip {
  /// Commas, colons, brackets, keys and comments.
  static let marks = [
    Slip(
      "{\n  \"a\": [\n    1\n",
      #"3:6: /a: the file ends before the [ of line 2 is closed; add the missing ]"#),
    Slip(
      "{\n  \"a\": [1, 2}\n",
      #"2:13: /a: this } stands where the [ of line 2 has to be closed first; write ] before it, or instead"#),
    Slip(
      "[{\"a\": ]",
      #"1:8: /0: this ] stands where the { of line 1 has to be closed first; write } before it, or instead"#),
    Slip(
      "[1, 2]]",
      #"1:7: : this ] closes nothing; delete it"#),
    Slip(
      "}",
      #"1:1: : this } closes nothing; delete it"#),
    Slip(
      "{\"a\": 1} {}",
      #"1:10: : the document ends before this; delete what follows, or move it inside the last bracket"#),
    Slip(
      "{\"a\": 1; \"b\": 2}",
      #"1:8: : a ; stands where a comma belongs; write a comma"#),
    Slip(
      "{\n  \"a\": 1,\n}",
      #"2:9: : a comma stands before the closing }; delete the comma"#),
    Slip(
      "[1,,2,]",
      #"1:4: : a comma stands here with nothing before it; delete it"#,
      #"1:6: : a comma stands before the closing ]; delete the comma"#),
    Slip(
      "[,]",
      #"1:2: : a comma stands here with nothing before it; delete it"#),
    Slip(
      "{,\"a\": 1}",
      #"1:2: : a comma stands here with nothing before it; delete it"#),
    Slip(
      "{\n  \"a\": 1\n  \"b\": 2\n}",
      #"2:9: : a comma is missing here; add one"#),
    Slip(
      "[[1] [2] -3 'x' true]",
      #"1:5: : a comma is missing here; add one"#,
      #"1:9: : a comma is missing here; add one"#,
      #"1:12: : a comma is missing here; add one"#,
      #"1:13: /3: a text stands in single quotes; write " on both sides"#,
      #"1:16: : a comma is missing here; add one"#),
    Slip(
      "{\"a\" 1, \"b\" = 2, \"c\" => 3, \"d\" {}, \"e\" true}",
      #"1:6: /a: the colon after "a" is missing; write a colon between key and value"#,
      #"1:13: /b: a = stands where the colon after "b" belongs; write a colon between key and value"#,
      #"1:22: /c: a = stands where the colon after "c" belongs; write a colon between key and value"#,
      #"1:32: /d: the colon after "d" is missing; write a colon between key and value"#,
      #"1:40: /e: the colon after "e" is missing; write a colon between key and value"#),
    Slip(
      "{\"a\": , \"b\"}",
      #"1:7: /a: "a" has no value; write one after the colon, or delete the key"#,
      #"1:12: /b: "b" has no value; write one after the colon, or delete the key"#),
    Slip(
      "{\"a\"",
      #"1:5: : the file ends before the { of line 1 is closed; add the missing }"#),
    Slip(
      "{\"a\":",
      #"1:6: : the file ends before the { of line 1 is closed; add the missing }"#),
    Slip(
      "{",
      #"1:2: : the file ends before the { of line 1 is closed; add the missing }"#),
    Slip(
      "[1",
      #"1:3: : the file ends before the [ of line 1 is closed; add the missing ]"#),
    Slip(
      "{\"a\" ! 1}",
      #"1:6: /a: the character ! has no place here; delete it, or put the text that it belongs to in quotes"#),
    Slip(
      "[:]",
      #"1:2: /0: the character : has no place here; delete it, or put the text that it belongs to in quotes"#),
    Slip(
      "{: 1}",
      #"1:2: : a key is missing before this colon; write one, in double quotes"#),
    Slip(
      "{title: 1, 5: 2, 'b': 3}",
      #"1:2: : the key title is not in quotes; write "title""#,
      #"1:12: : the key 5 is not in quotes; write "5""#,
      #"1:18: : a text stands in single quotes; write " on both sides"#),
    Slip(
      "{[1]: 2}",
      #"1:2: : the character [ has no place here; delete it, or put the text that it belongs to in quotes"#),
    Slip(
      "{\"a\": 1,",
      #"1:9: : the file ends before the { of line 1 is closed; add the missing }"#),
    Slip(
      "{\n  \"a\": 1,\n  \"b\": {\"a\": 1, \"a/b~\": 2, \"a/b~\": 3},\n  \"a\": 2\n}",
      #"3:28: /b/a~1b~0: "a/b~" stands twice in this object, first on line 3; delete one of the two"#,
      #"4:3: /a: "a" stands twice in this object, first on line 2; delete one of the two"#),
    Slip(
      "// why\n{\"a\": 1, /* b */ \"b\": 2 # c\n}",
      #"1:1: : JSON has no comments; delete it, or make it the value of a key"#,
      #"2:10: /a: JSON has no comments; delete it, or make it the value of a key"#,
      #"2:25: /b: JSON has no comments; delete it, or make it the value of a key"#),
    Slip(
      "[1] /* open",
      #"1:5: : JSON has no comments; delete it, or make it the value of a key"#),
    Slip(
      "{\"a\":\u{A0}1,\u{200B} \"b\": 2\u{FEFF}}",
      #"1:6: /a: an invisible character (U+00A0) stands here; delete it, or type an ordinary space"#,
      #"1:9: /a: an invisible character (U+200B) stands here; delete it, or type an ordinary space"#,
      #"1:17: /b: an invisible character (U+FEFF) stands here; delete it, or type an ordinary space"#),
  ]
}
