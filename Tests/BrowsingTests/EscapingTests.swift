import Archives
import Browsing
import CanonicalJSON
import PageFiles
import TestSupport
import Testing
import ValueStreams

@Suite("Script in a map, a commit or a comment stays text")
struct EscapingTests {
  /// Closes text, attributes and script; a combining accent behind each mark makes one character of both to Swift, and two to a
  /// browser.
  private static let harm =
    "</title></script><script>alert(1)</script>\"\u{301} onfocus=alert(2) x='\u{301}<\u{301}img src=x onerror=alert(3)>"
    + " javascript:alert(4) {{{picture}}} &lt;b&gt; \u{202E}desrever"

  private static func map(wait: String) -> [UInt8] {
    let text = JSON.string(Text(harm))
    let json: JSON = [
      "format": "vsm-map/1", "title": text, "trigger": text, "doneWhen": text, "team": "a", "sources": [text],
      "customers": [text], "teams": ["a": ["name": text], "b": ["name": text, "control": "outside"]],
      "glossary": .object([Text(harm): text]), "participants": [["name": text, "role": text]],
      "demand": ["items": 4, "per": "1w"],
      "steps": [
        ["id": "one", "name": text, "team": "a", "processTime": "1h", "notes": text, "source": text],
        [
          "id": "two", "name": text, "team": "b", "waitTime": .string(Text(wait)), "processTime": "2h",
          "x-\(harm)": text,
        ],
      ],
      "rework": [["from": "two", "to": "one", "percent": 20]],
      "actions": [
        "act": ["title": text, "owner": text, "hypothesis": text, "learned": text, "step": "two", "due": "2026-01-01"]
      ],
      "workTypes": ["w": ["name": text]], "x-\(harm)": text,
    ]
    return json.canonicalBytes
  }

  private static func shelf() throws -> Shelf {
    let shelf = try Shelf()
    try shelf.commit(map(wait: "5d"), subject: harm)
    let version = try shelf.commit(map(wait: "3d"), future: map(wait: "1d"), subject: harm + "!")
    _ = try shelf.archive.comment(harm, on: version, step: "two")
    let name = try shelf.archive.startExperiment("trial", stream: "content", hypothesis: harm).name
    _ = try shelf.archive.commit(
      Draft(
        stream: "content", maps: [.current: try #require(MapReader.read(map(wait: "2d")).map).canonicalBytes],
        base: nil, message: Message(subject: harm)),
      toExperiment: name)
    return shelf
  }

  /// Tags of the page that are none of its templates': their names, and any attribute that runs script.
  private func strangers(_ html: String) -> [String] {
    var found: [String] = []
    for tag in html.split(separator: "<").dropFirst() {
      let content = tag.prefix { $0 != ">" }.lowercased()
      if content.hasPrefix("script"), !content.contains("pages.js\" defer") { found.append(content) }
      if content.hasPrefix("img"), !content.contains("data-image") { found.append(content) }
      if content.hasPrefix("b>") { found.append(content) }
    }
    // Outside of what is escaped there is no quote that a text brought along, so no attribute of its own either.
    for mark in ["\"\u{301}", "'\u{301}", "<\u{301}"] where html.unicodeScalars.contains(mark.unicodeScalars) {
      found.append(mark)
    }
    if html.unicodeScalars.contains("\u{202E}") { found.append("U+202E") }
    if html.contains("href=\"javascript:") { found.append("javascript:") }
    return found
  }

  @Test("on every page, live, published and on its own")
  func pages() throws {
    let shelf = try Self.shelf()
    for form in [Site.Form.server, .files] {
      let pages = try shelf.pages(form)
      for target in [
        "/", "/content", "/content/v1", "/content/v2", "/content/v2/future", "/content/v2/plan", "/content/v1..v2",
        "/-/experiments", "/-/experiments/trial", "/-/improvements", "/content/v2/map.svg",
      ] {
        let page = pages.page(for: try #require(PageRequest(target: target)))
        #expect(page.status == .found, "\(target)")
        let html = page.text
        #expect(strangers(html).isEmpty, "\(target): \(strangers(html))")
        #expect(
          html.contains("alert(1)") || target == "/-/experiments/trial" || target == "/-/improvements", "\(target)")
      }
    }
  }

  @Test("in what was typed into a form, and in an address")
  func typed() throws {
    let shelf = try Self.shelf()
    let query = "%22%CC%81%3E%3Cscript%3Ealert(1)%3C/script%3E"
    for target in ["/-/improvements?text=\(query)", "/-/improvements?kind=\(query)", "/content?from=\(query)&to=v1"] {
      let page = try shelf.page(target)
      #expect(strangers(page.text).isEmpty, "\(target): \(strangers(page.text))")
      #expect(page.text.contains("&lt;script&gt;"), "\(target)")
    }
  }

  @Test("No template puts text in unescaped: only pictures and the stylesheet are markup")
  func templates() throws {
    for (name, bytes) in PageFiles.templates {
      let text = String(decoding: bytes, as: UTF8.self)
      for match in text.matches(of: /\{\{\{\s*(\w+)\s*\}\}\}|\{\{&\s*(\w+)/) {
        let member = String(match.output.1 ?? match.output.2 ?? "")
        #expect(["picture", "bridge", "chart", "spark", "styles"].contains(member), "\(name): \(member)")
      }
      #expect(!text.contains("style=") && text.matches(of: /\son\w+=/).isEmpty, "\(name)")
    }
  }
}
