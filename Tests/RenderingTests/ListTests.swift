import CanonicalJSON
import Rendering
import Testing
import ValueStreams

@Suite("Lists")
struct ListTests {
  private let day = 8.0 * 3600

  private var versions: [LogEntry] {
    [
      LogEntry(
        stream: "content", version: 3, commit: "c3", date: "2026-03-27T17:00:00+01:00", author: "Mira Castell",
        subject: "One brief template, planning every week",
        headline: "Lead time 42d 6h → 39d 4h (−3d 2h, −7.6 %): waits −2d, rework −1d 2h.", leadTime: 39.49 * day,
        change: -3.26 * day, tags: ["before-legal"]),
      LogEntry(
        stream: "content", version: 2, commit: "c2", date: "2025-12-15T17:00:00+01:00", author: "Mira Castell",
        subject: "Measurements instead of guesses", headline: "Correction: lead time 23d 4h → 42d 6h (+19d 2h, +82 %).",
        leadTime: 42.75 * day, change: 19.25 * day, isCorrection: true),
      LogEntry(
        stream: "content", version: nil, commit: "0123456789abcdef", date: "2025-10-01T17:00:00+02:00",
        author: "日本語の名前", subject: "A map that cannot be read", headline: nil),
      LogEntry(
        stream: "content", version: 1, commit: "c1", date: "2025-09-26T17:00:00+02:00", author: "Mira Castell",
        subject: "First version: lead time 23d 4h.", headline: "First version: lead time 23d 4h.", leadTime: 23.5 * day),
    ]
  }

  @Test("versions with what each changed; the change is that of the headline", arguments: [80, 140])
  func log(width: Int) {
    expectSnapshot(LogText(versions).render(Terminal(width: width, color: false)), "log-\(width).txt")
    #expect(LogText([]).render(Terminal(width: 80, color: false)) == "No versions.\n")
  }

  @Test("streams with what is not committed and what is overdue", arguments: [80, 140])
  func status(width: Int) throws {
    let today = try #require(Day("2026-09-30"))
    let entries = [
      StatusEntry(
        stream: "content", workingCopy: .changed(headline: "Lead time 31d 5h → 30d 5h (−1d, −3.2 %): waits −1d."),
        version: 5,
        lastReview: Day("2026-09-25"), leadTime: 31.6 * day, cadence: .monthly, nextReview: Day("2026-10-25"),
        overdueActions: [
          .init(title: "One weekly intake with the studio", owner: "Jonas Weil", due: try #require(Day("2026-09-01")))
        ],
        planProgress: 0.62),
      StatusEntry(
        stream: "growth/email", workingCopy: .clean, version: 3, lastReview: Day("2026-08-13"), leadTime: 10.2 * day,
        cadence: .monthly, nextReview: Day("2026-09-13")),
      StatusEntry(stream: "sales", workingCopy: .new),
      StatusEntry(stream: "web", workingCopy: .invalid(errors: 2), version: 1),
      StatusEntry(stream: "events", workingCopy: .missing, version: 4),
    ]
    let status = StatusText(entries, today: today)
    expectSnapshot(status.render(Terminal(width: width, color: false)), "status-\(width).txt")
    if width == 80 { expectSnapshot(String(decoding: status.json.canonicalBytes, as: UTF8.self), "status.json") }
  }

  @Test("problems as compilers print them, one a line however long, with the counts")
  func problems() throws {
    let document = """
      { "format": "vsm-map/1", "title": "T", "steps": [
        { "id": "a", "name": "QA", "waitTime": "3 days" },
        { "id": "a", "name": "B" } ] }
      """
    let problems = MapReader.read(Array(document.utf8), context: CheckContext()).problems
    let text = ProblemText([.init(name: "content/current.json", problems: problems)])
    expectSnapshot(text.render(Terminal(width: 80, color: false)), "check.txt")
    #expect(
      ProblemText([.init(name: "a.json", problems: [])]).render(Terminal(width: 80, color: false))
        == "a.json: nothing to say.\n")
  }

  @Test("findings, templates, experiments")
  func others() {
    let terminal = Terminal(width: 80, color: false)
    let findings = FindingText(
      [
        .init(
          code: "moved-tag", isError: true, place: "content v3", message: "the tag names another commit",
          remedy: "vsmrepo verify --repair moves it"),
        .init(code: "other-number", isError: false, place: "content v4", message: "its message says v3"),
      ], repairs: ["growth/email: tags of v1, v2"], checked: "8 versions of 2 streams")
    let experiments = ExperimentText([
      .init(
        stream: "content", name: "one-approver", hypothesis: "A single approver answers within a day",
        started: "2026-10-02T10:00:00Z", attempts: 2, change: -2 * day),
      .init(
        stream: "content", name: "second-read", hypothesis: "Two editors see more", outcome: .rejected,
        started: "2026-06-02T10:00:00Z", learned: "They see the same"),
    ])
    expectSnapshot(
      findings.render(terminal) + TemplateText().render(terminal) + experiments.render(terminal), "lists-80.txt")
  }
}
