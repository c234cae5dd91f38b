import CanonicalJSON
import Changes
import Rendering
import Testing
import ValueStreams

@Suite("A map written to do harm")
struct HostileTests {
  private static let harm = "\u{1B}]0;owned\u{7}\u{202E}|`=1`\n# x <script> \u{9B}2J"

  /// Every free text says `harm`, in two maps that differ everywhere.
  private func maps() throws -> Sides<Example> {
    func document(_ harm: String, wait: String) -> [UInt8] {
      let text = JSON.string(Text(harm))
      let json: JSON = [
        "format": "vsm-map/1", "title": text, "trigger": text, "doneWhen": text, "team": "a", "sources": [text],
        "teams": ["a": ["name": text], "b": ["name": text]], "glossary": .object([Text(harm): text]),
        "participants": [["name": text, "role": text]],
        "steps": [
          ["id": "one", "name": text, "team": "a", "processTime": "1h", "notes": text, "source": text],
          ["id": "two", "name": text, "team": "b", "waitTime": .string(Text(wait)), "x-\(harm)": text],
        ],
        "actions": ["act": ["title": text, "owner": text, "hypothesis": text, "learned": text, "step": "two"]],
        "workTypes": ["w": ["name": text]], "x-\(harm)": text,
      ]
      return json.canonicalBytes
    }
    return try Sides(
      before: Example(document(Self.harm, wait: "3d")), after: Example(document(Self.harm + "!", wait: "1d")))
  }

  @Test("reaches no terminal and no page in any view")
  func views() throws {
    let maps = try maps()
    let terminal = Terminal(width: 80, color: false)
    let after = maps.after
    let provenance = Provenance(stream: Self.harm, label: Self.harm)
    let difference = try Difference(
      from: maps.before.map, to: after.map, provenance: Sides(before: provenance, after: provenance))
    let entry = LogEntry(
      stream: Self.harm, version: 1, commit: "c", date: Self.harm, author: Self.harm, subject: Self.harm,
      headline: Self.harm)
    let comment = ShowText.Comment(author: Self.harm, date: Self.harm, text: Self.harm)
    let pages = [
      ShowText(after.map, after.flow, after.metrics, provenance, comments: [comment]).render(terminal),
      DiffText(difference).render(terminal), DiffStat(difference).render(terminal), difference.headlineText,
      LogText([entry]).render(terminal), ShowMarkdown(after.map, after.flow, after.metrics, provenance).render(),
      DiffMarkdown(difference).render(), MapCSV(after.map).render().replacing("\r\n", with: "\n"),
      firstHeadline(after.map, after.metrics),
    ]
    for page in pages {
      let escaped = page.unicodeScalars.filter { $0 != "\n" && ($0.value < 0x20 || (0x7F...0x9F).contains($0.value)) }
      #expect(escaped.isEmpty, "\(page)")
      #expect(!page.unicodeScalars.contains("\u{202E}"), "\(page)")
      // A quoted cell of a spreadsheet may hold a line break.
      let hasOwnLines = page == pages[7]
      #expect(hasOwnLines || page.split(separator: "\n").allSatisfy { !$0.hasPrefix("# x") }, "\(page)")
    }
    #expect(!difference.headlineText.contains("\n"))
    for page in [pages[5], pages[6].split(separator: "```").first.map(String.init) ?? ""] {
      #expect(!page.contains("<script>"), "\(page)")
      #expect(!page.contains(" `=1`"), "\(page)")
    }
    for line in pages[7].split(separator: "\n").dropFirst() {
      #expect(!line.split(separator: ",").contains { $0.hasPrefix("=") }, "\(line)")
    }
  }

  @Test("keeps every line of text within the terminal", arguments: [40, 80, 140])
  func widths(width: Int) throws {
    let maps = try maps()
    let difference = try Difference(from: maps.before.map, to: maps.after.map)
    let after = maps.after
    let terminal = Terminal(width: width, color: false)
    let text =
      ShowText(after.map, after.flow, after.metrics, Provenance(label: "x")).render(terminal)
      + DiffText(difference).render(terminal) + DiffStat(difference).render(terminal)
    for line in text.split(separator: "\n") { #expect(StyledText(String(line)).width <= width, "\(line)") }
  }
}
