import Rendering
import Testing

@Suite("Text for a terminal")
struct TerminalTests {
  @Test(
    "nothing that is written can move the cursor, colour, break the line or turn the reading direction",
    arguments: [
      ("a\u{1B}[31mred", "a␛[31mred"), ("one\ntwo\r\n\tthree", "one two   three"), ("\u{7}\u{8}\u{0}", "␇␈␀"),
      ("abc\u{202E}gpj.exe", "abc<U+202E>gpj.exe"), ("a\u{2066}b\u{2069}", "a<U+2066>b<U+2069>"),
      ("\u{9B}31m", "<U+009B>31m"), ("zero\u{200B}width", "zero<U+200B>width"), ("\u{7F}", "␡"),
      ("\u{E0041}", "<U+E0041>"), ("line\u{2028}sep", "line sep"), ("👩‍💻 نمی‌خواهم", "👩‍💻 نمی‌خواهم"),
    ])
  func hostile(text: String, shown: String) {
    #expect(visible(text) == shown)
    #expect(StyledText(text).plain == shown)
    let interpolated: StyledText = "\(text) end"
    #expect(interpolated.plain == shown + " end")
  }

  @Test("escape sequences come from roles alone, and only with colour")
  func color() {
    let text = StyledText("\u{1B}[2J", .worse) + " plain"
    #expect(text.string(color: true) == "\u{1B}[31m␛[2J\u{1B}[0m plain")
    #expect(text.string(color: false) == "␛[2J plain")
  }

  @Test(
    "width counts columns, not characters",
    arguments: [
      ("plain", 5), ("é", 1), ("e\u{301}", 1), ("日本語", 6), ("한국", 4), ("ﾊﾝ", 2), ("Ａ", 2), ("👍", 2), ("👩‍💻", 2), ("🇩🇪", 2),
      ("❤️", 2), ("❤", 1), ("█▌░", 3), ("→ ▼", 3), ("", 0), ("각", 2),
    ])
  func width(text: String, columns: Int) {
    #expect(StyledText(text).width == columns)
  }

  @Test("cutting never splits a wide character and shows that it cut")
  func truncation() {
    #expect(StyledText("Legal approval").truncated(to: 8).plain == "Legal a…")
    #expect(StyledText("日本語").truncated(to: 4).plain == "日…")
    #expect(StyledText("日本語").truncated(to: 6).plain == "日本語")
    #expect(StyledText("abc").truncated(to: 1).plain == "…")
    #expect(StyledText("日").padded(to: 4, .right).plain == "  日")
  }

  @Test("wrapping breaks between words, cuts words that are too long, and loses nothing but spaces")
  func wrapping() {
    let lines = StyledText("one two three four").wrapped(to: 9, indent: 2).map(\.plain)
    #expect(lines == ["one two", "  three", "  four"])
    #expect(StyledText("abcdefghij").wrapped(to: 4).map(\.plain) == ["abcd", "efgh", "ij"])
    #expect(StyledText("  日本語 日本語").wrapped(to: 8, indent: 2).map(\.plain) == ["  日本語", "  日本語"])
    #expect(StyledText("").wrapped(to: 4).map(\.plain) == [""])
    let long = String(repeating: "wörd ", count: 5000) + String(repeating: "x", count: 100_000)
    let wrapped = StyledText(long).wrapped(to: 80, indent: 2)
    #expect(wrapped.allSatisfy { $0.width <= 80 })
    #expect(wrapped.map { $0.plain.filter { $0 != " " } }.joined() == long.filter { $0 != " " })
  }

  @Test("a table fits: wide columns are cut first, ranked ones go, titles without content go", arguments: [80, 60, 36])
  func table(width: Int) {
    var table = Table([
      .init("step", least: 10), .init("team", least: 8), .init("wait", .right), .init("bar", rank: 1), .init("never"),
    ])
    table.add(["A step with a name that goes on and on and on", "Product marketing and sales", "10d 4h", "██████████"])
    table.add(["日本語のステップの名前です長い", "Web", "3h", "█"])
    let lines = table.lines(width: width)
    #expect(lines.allSatisfy { $0.width <= width })
    #expect(lines.allSatisfy { !$0.plain.contains("never") })
    #expect(lines[1].plain.contains("10d 4h"))
    #expect(lines[0].plain.contains("bar") == (width > 36))
  }

  @Test("bars show everything above zero, and curves mark gaps")
  func bars() {
    #expect(Bars.solid(1, of: 2, width: 5) == "██▌")
    #expect(Bars.solid(1e-9, of: 2, width: 5) == "▏")
    #expect(Bars.solid(0, of: 2, width: 5) == "")
    #expect(Bars.shaded(2, of: 2, width: 3) == "▒▒▒")
    #expect(Bars.timeline(wait: 9, work: 1, of: 10, width: 10) == "░░░░░░░░░█")
    #expect(Bars.timeline(wait: 1e-9, work: 1, of: 1, width: 4) == "░███")
    #expect(Bars.sparkline([0, 7, nil, 3.5, 1]) == "▁█ ▅▂")
    #expect(Bars.sparkline([2, 2]) == "▄▄")
    #expect(Bars.sparkline([nil]) == "")
  }
}
