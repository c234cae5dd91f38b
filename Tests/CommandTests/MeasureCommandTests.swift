import Foundation
import TestSupport
import Testing

/// The words, options and refusals of `vsmrepo measure`; what it computes is tested where it is computed.
@Suite("Measuring") struct MeasureCommandTests {
  private let log = """
    Ticket,Status,Started,Finished
    A-1,Copy,2026-09-21 09:00,2026-09-21 11:00
    A-1,Approval,2026-09-22 09:00,2026-09-22 10:00
    A-2,Copy,2026-09-21 13:00,2026-09-21 15:00
    A-2,Approval,2026-09-22 11:00,2026-09-22 12:00
    """

  private func tool(_ log: String? = nil, named name: String = "log.csv") throws -> Tool {
    var tool = try Tool.archive(Tool.map())
    tool.environment["TZ"] = "UTC"
    try tool.scratch.write(log ?? self.log, to: name)
    return tool
  }

  private func map(_ tool: Tool, _ stream: String = "content") throws -> [String: Any] {
    let text = try tool.run("/bin/cat", ["\(stream)/current.json"]).output
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test("figures and difference are shown, and nothing is written until it is said")
  func showing() throws {
    let tool = try tool()
    let before = try tool.run("/bin/cat", ["content/current.json"]).output
    let shown = try tool("measure", "content", "--events", "log.csv")
    #expect(shown.status == 0, "\(shown)")
    for words in [
      "log.csv: 4 events on 2 items", "working time: Mon–Fri 9:00–17:00, UTC", "content  working copy → measured",
      "Lead time",
    ] {
      #expect(shown.output.contains(words), "\(words)\n\(shown.output)")
    }
    #expect(shown.errors == "Nothing was written. To write it to content/current.json: --write\n")
    #expect(try tool.run("/bin/cat", ["content/current.json"]).output == before)

    let written = try tool("measure", "--events", "log.csv", "--write")
    #expect(written.errors.contains("Wrote content/current.json"))
    let steps = try #require(try map(tool)["steps"] as? [[String: Any]])
    #expect(steps[1]["processTime"] as? String == "1h")
    #expect(steps[1]["waitTime"] as? String == "5h")
    #expect(steps[1]["basis"] as? String == "measured")
    #expect(steps[1]["source"] as? String == "log.csv, 2026-09-21 to 2026-09-22")
    #expect(try tool("measure", "--events", "log.csv").errors == "The working copy says so already.\n")
    #expect(try tool("check", "content/current.json", "--strict").status != 65)
    try tool("commit", "content", "-m", "Measured").expectDone()
  }

  @Test("hours, zone and days off count, and those of the last measuring are taken again")
  func workingTime() throws {
    let tool = try tool()
    try tool.scratch.write("2026-09-22 off\n", to: "off.txt")
    let text = try tool(
      "measure", "--events", "log.csv", "--hours", "mon-fri 8-12,13-17", "--zone", "Europe/Berlin", "--holidays",
      "off.txt", "--write"
    ).expectDone()
    #expect(text.contains("Mon–Fri 8:00–12:00, 13:00–17:00, Europe/Berlin, 1 day off"))
    #expect(try tool("measure", "--events", "log.csv").expectDone().contains("13:00–17:00, Europe/Berlin\n"))
    let json = try tool("measure", "--events", "log.csv", "--hours", "always", "--format", "json").expectDone()
    let document = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(document["format"] as? String == "vsm-measurement/1")
    #expect(document["hours"] as? String == "always")
  }

  @Test("activities go by names, options and a file")
  func names() throws {
    let tool = try tool(log.replacing("Approval", with: "Legal = final"))
    #expect(try tool("measure", "--events", "log.csv").expectDone().contains("Legal = final, 2 events"))
    let mapped = try tool("measure", "--events", "log.csv", "--map", "Legal = final=approval").expectDone()
    #expect(!mapped.contains("No step of the map"))
    try tool.scratch.write("# names\nLegal = final = Approval\n", to: "names.txt")
    #expect(try tool("measure", "--events", "log.csv", "--map-file", "names.txt").expectDone() == mapped)
    #expect(
      try !tool("measure", "--events", "log.csv", "--map", "legal final=").expectDone().contains("No step of the map"))
  }

  @Test("a map is drawn from a log alone")
  func discovering() throws {
    let tool = try tool()
    let shown = try tool("measure", "drawn", "--events", "log.csv", "--discover")
    #expect(shown.status == 0, "\(shown)")
    #expect(!FileManager.default.fileExists(atPath: tool.scratch.path + "/drawn"))
    try tool("measure", "drawn", "--events", "log.csv", "--discover", "--write").expectDone()
    let steps = try #require(try map(tool, "drawn")["steps"] as? [[String: Any]])
    #expect(steps.map { $0["id"] as? String } == ["copy", "approval"])
    #expect(try map(tool, "drawn")["$schema"] as? String == "../.vsmrepo/map.schema.json")
    try tool("commit", "drawn", "-m", "Drawn from tickets").expectDone()
  }

  @Test("XES is read, also from standard input")
  func xes() throws {
    let events = [("Copy", "09:00", "10:00"), ("Approval", "11:00", "12:00")].map { name, start, end in
      """
      <event><string key="concept:name" value="\(name)"/><date key="start_timestamp" value="2026-09-21T\(start):00Z"/>
      <date key="time:timestamp" value="2026-09-21T\(end):00Z"/></event>
      """
    }
    let text =
      "<?xml version=\"1.0\"?>\n<log><trace><string key=\"concept:name\" value=\"1\"/>\(events.joined())</trace></log>"
    let tool = try tool(text, named: "log.xes")
    let file = try tool("measure", "--events", "log.xes", "--format", "json").expectDone()
    let input = try tool("measure", "--events", "-", "--format", "json", input: text).expectDone()
    #expect(file.replacing("log.xes", with: "standard input") == input)
  }

  @Test("every bad row is told, with line and column, and nothing is written")
  func badRows() throws {
    let tool = try tool(
      log + "\nA-3,Copy,soon,2026-09-21 11:00\n,Copy,2026-09-21 11:00,\nA-4,Copy,2026-09-22 11:00,2026-09-21 11:00\n")
    let outcome = try tool("measure", "--events", "log.csv", "--write")
    #expect(outcome.status == 65)
    #expect(outcome.output.isEmpty)
    #expect(
      outcome.errors == """
        log.csv:6:10: "soon" is not a date and time; write it as 2026-09-30T14:05:00+02:00 or 2026-09-30 14:05
        log.csv:7:1: the row does not say which case it belongs to
        log.csv:8:27: it ends (2026-09-21 11:00) before it starts (2026-09-22 11:00)
        error: log.csv has 3 problems. Nothing was written.
        Mend them, or leave such rows out with --skip-invalid.

        """)
    let skipped = try tool("measure", "--events", "log.csv", "--skip-invalid").expectDone()
    #expect(skipped.contains("3 rows made no sense and were left out"))
  }

  @Test(
    "what cannot be measured is refused with what to do",
    arguments: [
      ("content --events nowhere.csv", 66, "there is no file nowhere.csv"),
      ("nostream --events log.csv", 66, "there is no stream nostream"),
      ("content --events log.csv --case Tickt", 65, "Did you mean \"Ticket\"?"),
      ("content --events log.csv --start nope", 65, "for --start"),
      ("content --events log.csv --zone Europe/Atlantis", 64, "Name it as Europe/Berlin"),
      ("content --events log.csv --zone ../../etc/passwd", 64, "there is no time zone"),
      ("content --events log.csv --hours 9-17", 64, "days and times are needed"),
      ("content --events log.csv --holidays log.csv", 65, "log.csv:1:"),
      ("content --events log.csv --map Copy", 64, "Write --map"),
      ("content --events log.csv --map Copy=aproval", 66, "Did you mean approval?"),
      ("content --events log.csv --map Coppy=copy", 66, "Did you mean \"Copy\"?"),
      ("content --events log.csv --discover --map a=b", 64, "do not go with it"),
      ("content --events log.csv --case 2 --activity 1", 65, "none of the log's activities is a step"),
      ("content", 64, "--events"),
      ("../x --events log.csv --discover", 64, "cannot be the name of a stream"),
      ("content --events .", 66, "is a folder"),
    ])
  func refusals(_ words: String, _ status: Int32, _ hint: String) throws {
    let tool = try tool()
    let outcome = try tool.run(Tool.program, ["measure"] + words.split(separator: " ").map(String.init))
    #expect(outcome.status == status, "\(outcome)")
    #expect(outcome.errors.contains(hint), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }

  @Test("a compressed log, an empty one and one that is no table are refused")
  func otherFiles() throws {
    let tool = try tool("")
    #expect(try tool("measure", "--events", "log.csv").errors.contains("holds no event"))
    let bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 0]
    try Data(bytes).write(to: URL(fileURLWithPath: tool.scratch.path + "/log.gz"))
    #expect(try tool("measure", "--events", "log.gz").errors.contains("zcat"))
    try Data([0x50, 0x4B, 3, 4, 0, 0]).write(to: URL(fileURLWithPath: tool.scratch.path + "/log.xlsx"))
    let workbook = try tool("measure", "--events", "log.xlsx", "--skip-invalid")
    #expect(workbook.status == 65)
    #expect(workbook.errors.contains("workbook"), "\(workbook.errors)")
  }
}
