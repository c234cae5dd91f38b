import CanonicalJSON
import Rendering
import Testing
import ValueStreams

@Suite("Text inside other formats")
struct MarkupTests {
  @Test(
    "Markdown shows what was written and does nothing else",
    arguments: [
      ("a | b", "a \\| b"), ("`rm -rf`", "\\`rm -rf\\`"), ("<img src=x>", "&lt;img src=x\\>"), ("[x](y)", "\\[x\\](y)"),
      ("# no heading", "\\# no heading"), ("- no list", "\\- no list"), ("1. no list", "1\\. no list"),
      ("7.9 %", "7.9 %"),
      ("**bold** _it_", "\\*\\*bold\\*\\* \\_it\\_"), ("@everyone", "@\u{2060}everyone"), ("a\nb", "a b"),
      ("a & b", "a &amp; b"),
      ("$x$", "\\$x\\$"), ("\\|", "\\\\\\|"),
    ])
  func markdown(text: String, shown: String) {
    #expect(Markdown.escaped(text) == shown)
  }

  @Test(
    "CSV quotes by RFC 4180 and no cell is a formula",
    arguments: [
      ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"), ("+1", "'+1"), ("-2", "'-2"), ("@x", "'@x"), (" =1", "' =1"),
      ("\t=1", "' =1"), ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""), ("two\nlines", "\"two\nlines\""),
      ("plain", "plain"), ("a;b", "\"a;b\""), ("＝1", "'＝1"), ("'=1", "''=1"), ("it's", "it's"),
      (" a", "\" a\""), ("esc\u{1B}", "esc␛"),
    ])
  func csv(text: String, cell: String) {
    let written = CSV.document([[.text(text)]])
    #expect(written == cell + "\r\n")
  }

  @Test("a number in CSV is a plain number")
  func numbers() {
    #expect(CSV.document([[.number(-1.5), .empty, .number(3)]]) == "-1.5,,3\r\n")
  }
}
