import CanonicalJSON
import Measuring
import Testing

@Suite("Event logs in XES")
struct XESLogTests {
  private let log = """
    <?xml version="1.0" encoding="UTF-8" ?>
    <!-- a < b > c -->
    <log xes.version="1.0">
      <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
      <global scope="event"><string key="concept:name" value="UNKNOWN"/></global>
      <trace>
        <string key="concept:name" value="A &amp; B"/>
        <event>
          <string key="concept:name" value="Copy"><string key="concept:name" value="nested"/></string>
          <string key='lifecycle:transition' value='start'/>
          <date key="time:timestamp" value="2026-09-21T09:00:00.000+00:00"/>
        </event>
        <event>
          <string key="concept:name" value="Copy"/>
          <string key="lifecycle:transition" value="complete"/>
          <date key="time:timestamp" value="2026-09-21T10:00:00.000+00:00"/>
        </event>
        <event>
          <string key="concept:name" value="R&#233;vision &#x3e;"/>
          <date key="time:timestamp" value="2026-09-21T11:00:00.000+00:00"/>
        </event>
      </trace>
      <trace>
        <event><string key="concept:name" value="Copy"/><date key="time:timestamp" value="2026-09-22T09:00:00Z"/></event>
      </trace>
    </log>
    """

  @Test("give traces, names and moments, whatever the chunks they come in; nested attributes say nothing of the event")
  func reads() throws {
    let read = try Logs.xes(log)
    #expect(read.count == 4)
    #expect(read.cases == 2)
    #expect(read.activities == ["Copy", "Révision >"])
    for chunk in [1, 3, 64] { #expect(try Logs.xes(log, chunk: chunk) == read, "chunks of \(chunk)") }
  }

  private func problem(_ text: String) -> LogProblem? {
    do {
      _ = try Logs.xes(text)
      return nil
    } catch {
      guard case .log(let problems, _) = error else { return nil }
      return problems.first
    }
  }

  @Test("never expand an entity")
  func entities() {
    let laughs =
      "<?xml version=\"1.0\"?>\n<!DOCTYPE log [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>\n<log></log>"
    #expect(problem(laughs)?.position == JSONPosition(line: 2, column: 1))
    #expect(problem(laughs)?.message.contains("document type") == true)
    let event = "<log>\n<trace><event><string key=\"concept:name\" value=\"&a;\"/></event></trace></log>"
    #expect(problem(event)?.position.line == 2)
    #expect(problem(event)?.message == "&a; is not a character of XML")
  }

  @Test(
    "that are no XML or no XES are refused with their place",
    arguments: [
      ("", 1), ("plain words", 1), ("<log>", 1), ("<log>\n<trace></log>", 2), ("<log></log><log></log>", 1),
      ("<note></note>", 1), ("<log><trace", 1), ("<log>\n<trace a=b></trace></log>", 2), ("<log>\n<trace <", 2),
      ("<log>\n\n<trace><event><date key=\"time:timestamp\" value=\"soon\"/></event></trace></log>", 3),
      ("<log>\n<trace><event><date key=\"time:timestamp\" value=\"2026-01-01\"/></event></trace></log>", 2),
      ("<log>\n<trace><event><string key=\"concept:name\" value=\"a\"/></event></trace></log>", 2),
    ])
  func refusals(_ text: String, _ line: Int) {
    #expect(problem(text)?.position.line == line, "\(String(describing: problem(text)))")
  }

  @Test("with a bad event are read without it when asked to")
  func skipping() throws {
    let bad = log.replacing("2026-09-22T09:00:00Z", with: "soon")
    #expect(throws: MeasuringError.self) { try Logs.xes(bad) }
    let read = try Logs.xes(bad, skipsInvalid: true)
    #expect(read.count == 3)
    #expect(read.invalid == 1)
  }
}
