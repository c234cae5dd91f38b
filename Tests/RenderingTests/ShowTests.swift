import CanonicalJSON
import Rendering
import Testing
import ValueStreams

@Suite("One map")
struct ShowTests {
  private let provenance = Provenance(
    stream: "content", version: 3, commit: "a1b2c3", date: "2026-07-31T16:20:00+02:00", label: "v3")

  @Test("as text shows branches, waits, handoffs, loops and what holds the stream back", arguments: [80, 140])
  func text(width: Int) throws {
    let example = try Example("content/v3")
    let comment = ShowText.Comment(
      author: "Ada", date: "2026-08-02T09:00:00Z", text: "Legal now answers in the shared channel.")
    let text = ShowText(example.map, example.flow, example.metrics, provenance, comments: [comment])
    expectSnapshot(text.render(Terminal(width: width, color: false)), "show-\(width).txt")
  }

  @Test("of a template draws three approvals before three builds as one knot")
  func template() throws {
    let campaign = try #require(Templates.named("campaign"))
    let example = try Example(Array(campaign.document.utf8))
    let text = ShowText(example.map, example.flow, example.metrics, Provenance(label: "campaign.json"))
    expectSnapshot(text.render(Terminal(width: 80, color: false)), "show-campaign-80.txt")
  }

  @Test("as Markdown, CSV and JSON")
  func formats() throws {
    let example = try Example("content/v3")
    let markdown = ShowMarkdown(example.map, example.flow, example.metrics, provenance).render()
    expectSnapshot(markdown, "show.md")
    expectSnapshot(MapCSV(example.map).render(), "show.csv")
    let json = MetricsJSON(example.map, example.metrics, provenance).json
    expectSnapshot(String(decoding: json.canonicalBytes, as: UTF8.self), "metrics.json")
  }
}
