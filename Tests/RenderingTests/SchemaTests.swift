import CanonicalJSON
import Rendering
import Testing
import ValueStreams

@Suite("What is printed as JSON follows the published schemas")
struct SchemaTests {
  @Test("figures of the examples, the templates and a map without any figure")
  func metrics() throws {
    var documents: [JSON] = []
    for name in ["content/v1", "content/v3", "content/v5", "content/future", "growth/email/v3"] {
      let example = try Example(name)
      let provenance = Provenance(
        stream: "content", version: 3, commit: "a1", date: "2026-07-31T16:20:00+02:00", label: "v3")
      documents.append(MetricsJSON(example.map, example.metrics, provenance).json)
    }
    for template in Templates.all {
      let example = try Example(Array(template.document.utf8))
      documents.append(MetricsJSON(example.map, example.metrics, Provenance(label: "file")).json)
    }
    try expectValid(documents, "metrics")
  }

  @Test("a difference")
  func difference() throws {
    try expectValid([DiffJSON(Fixture.difference).json], "diff")
  }
}
