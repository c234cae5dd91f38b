import CanonicalJSON
import Changes
import Rendering
import Testing
import ValueStreams

@Suite("The example's reviews")
struct DiffExampleTests {
  private func difference(_ from: Int, _ to: Int) throws -> Difference {
    try Difference(
      from: Example("content/v\(from)").map, to: Example("content/v\(to)").map,
      provenance: Sides(before: from, after: to).map { version in
        Provenance(
          stream: "content", version: version, commit: "c\(version)", date: "2026-0\(version)-27T17:00:00+02:00",
          label: "v\(version)")
      })
  }

  @Test("v3 to v5 tells its story on the first screen", arguments: [80, 140])
  func text(width: Int) throws {
    let text = try DiffText(difference(3, 5)).render(Terminal(width: width, color: false))
    expectSnapshot(text, "content-v3-v5-\(width).txt")
  }

  @Test("with colour, which repeats what signs say")
  func color() throws {
    let difference = try difference(3, 5)
    let colored = DiffText(difference).render(Terminal(width: 80, color: true))
    expectSnapshot(colored, "content-v3-v5-80-color.txt")
    #expect(withoutEscapes(colored) == DiffText(difference).render(Terminal(width: 80, color: false)))
  }

  @Test("each review has its headline")
  func headlines() throws {
    let headlines = try (1...4).map { try difference($0, $0 + 1).headlineText + "\n" }
    expectSnapshot(headlines.joined(), "content-headlines.txt")
  }

  @Test("as Markdown for a pull request")
  func markdown() throws {
    expectSnapshot(try DiffMarkdown(difference(3, 5)).render(), "content-v3-v5.md")
  }

  @Test("as JSON that follows the schema")
  func json() throws {
    let differences = try [difference(1, 2), difference(2, 3), difference(3, 5), difference(5, 1)].map {
      DiffJSON($0).json
    }
    try expectValid(differences, "diff")
    expectSnapshot(String(decoding: differences[2].canonicalBytes, as: UTF8.self), "content-v3-v5.json")
  }

  private func withoutEscapes(_ text: String) -> String {
    var result = ""
    var isInside = false
    for scalar in text.unicodeScalars {
      if scalar == "\u{1B}" { isInside = true }
      if !isInside { result.unicodeScalars.append(scalar) }
      if scalar == "m" { isInside = false }
    }
    return result
  }
}
