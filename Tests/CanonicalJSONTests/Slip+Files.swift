extension Slip {
  /// What may be wrong with a file as a whole.
  static let files = [
    Slip(
      "",
      #"1:1: : the file is empty; write a JSON object, { … }"#),
    Slip(
      " \n\n",
      #"1:1: : the file is empty; write a JSON object, { … }"#),
    Slip(
      "\u{FEFF}{}",
      #"1:1: : the file begins with an invisible byte-order mark; save the file as UTF-8 without a byte-order mark (BOM)"#
    ),
    Slip(
      bytes: [0xFF, 0xFE, 0x7B, 0x00, 0x7D, 0x00],
      #"1:1: : the file is saved as UTF-16; save the file as UTF-8"#),
    Slip(
      bytes: [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00],
      #"1:6: : this is not a text file; save it as plain text in UTF-8"#),
    Slip(
      bytes: Array(#"{"a": "caf"#.utf8) + [0xE9] + Array(#""}"#.utf8),
      #"1:11: /a: the byte E9 is not UTF-8; save the file as UTF-8"#),
    Slip(
      bytes: [0xE9],
      #"1:1: : the byte E9 is not UTF-8; save the file as UTF-8"#),
    Slip(
      "{\n<<<<<<< HEAD\n  \"a\": 1\n=======\n  \"a\": 2\n>>>>>>> other\n}",
      #"2:1: : a merge conflict is still open here; keep one side, or both, and delete the lines with <<<<<<<, ======= and >>>>>>>"#
    ),
    Slip(
      "{\n  \"a\": 1,\n<<<<<<< HEAD\n",
      #"3:1: : a merge conflict is still open here; keep one side, or both, and delete the lines with <<<<<<<, ======= and >>>>>>>"#
    ),
    Slip(
      "{\n  \"a\": 1\n=======\n}",
      #"3:1: /a: a merge conflict is still open here; keep one side, or both, and delete the lines with <<<<<<<, ======= and >>>>>>>"#
    ),
    Slip(
      "<html>",
      #"1:1: : the character < has no place here; delete it, or put the text that it belongs to in quotes"#),
  ]
}
