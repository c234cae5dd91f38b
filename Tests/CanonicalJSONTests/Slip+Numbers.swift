extension Slip {
  /// Numbers, and nesting without end.
  static let numbers = [
    Slip(
      "[30m, 3 days, 1.5d, 40%, 0x1F]",
      #"1:2: /0: 30m is neither a number nor a text in quotes; write "30m""#,
      #"1:7: /1: 3 days is neither a number nor a text in quotes; write "3 days""#,
      #"1:15: /2: 1.5d is neither a number nor a text in quotes; write "1.5d""#,
      #"1:21: /3: 40% is neither a number nor a text in quotes; write "40%""#,
      #"1:26: /4: 0x1F is neither a number nor a text in quotes; write "0x1F""#),
    Slip(
      "[+5, 007, -007, .5, 5., -.5, 1_000, +.5e3, 00, -]",
      #"1:2: /0: +5 is not how JSON writes a number; write 5"#,
      #"1:6: /1: 007 is not how JSON writes a number; write 7"#,
      #"1:11: /2: -007 is not how JSON writes a number; write -7"#,
      #"1:17: /3: .5 is not how JSON writes a number; write 0.5"#,
      #"1:21: /4: 5. is not how JSON writes a number; write 5"#,
      #"1:25: /5: -.5 is not how JSON writes a number; write -0.5"#,
      #"1:30: /6: 1_000 is not how JSON writes a number; write 1000"#,
      #"1:37: /7: +.5e3 is not how JSON writes a number; write 0.5e3"#,
      #"1:44: /8: 00 is not how JSON writes a number; write 0"#,
      #"1:48: /9: - is neither a number nor a text in quotes; write "-""#),
    Slip(
      "{\"a\": 3,5}",
      #"1:7: /a: 3,5 is not how JSON writes a number; write 3.5"#),
    Slip(
      "{\"a\": 3,5d}",
      #"1:7: /a: 3,5d is not how JSON writes a number; write "3.5d""#),
    Slip(
      "[1.e3, 1e, 1e+, 1..2, 1.2.3, --1]",
      #"1:2: /0: 1.e3 is neither a number nor a text in quotes; write "1.e3""#,
      #"1:8: /1: 1e is neither a number nor a text in quotes; write "1e""#,
      #"1:12: /2: 1e+ is neither a number nor a text in quotes; write "1e+""#,
      #"1:17: /3: 1..2 is neither a number nor a text in quotes; write "1..2""#,
      #"1:23: /4: 1.2.3 is neither a number nor a text in quotes; write "1.2.3""#,
      #"1:30: /5: --1 is neither a number nor a text in quotes; write "--1""#),
    Slip(
      "[1e999, -1e999]",
      #"1:2: /0: 1e999 is larger than any number that can be stored; write a smaller number, or put it in quotes as a text"#,
      #"1:9: /1: -1e999 is larger than any number that can be stored; write a smaller number, or put it in quotes as a text"#
    ),
    Slip(
      "[9007199254740993, 18446744073709551615, -9007199254740993]",
      #"1:2: /0: 9007199254740993 cannot be stored exactly; round it to 9007199254740992, or put it in quotes as a text"#,
      #"1:20: /1: 18446744073709551615 cannot be stored exactly; round it to 18446744073709552000, or put it in quotes as a text"#,
      #"1:42: /2: -9007199254740993 cannot be stored exactly; round it to -9007199254740992, or put it in quotes as a text"#
    ),
    Slip(
      "[123456789012345678901234567890123456789012345678901234567890]",
      #"1:2: /0: 1234567890123456789012345678901234567890… cannot be stored exactly; round it to 1.2345678901234567e+59, or put it in quotes as a text"#
    ),
    Slip(
      String(repeating: "[", count: 129) + String(repeating: "]", count: 129),
      #"1:129: /0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0: more than 128 lists and objects stand inside one another; nest less deeply"#
    ),
  ]
}
