import Foundation
import TestSupport
import Testing

/// From a spreadsheet to a map and back.
@Suite("Spreadsheets at the command line") struct SpreadsheetTests {
  private func archive(_ name: String, _ bytes: some Sequence<UInt8>) throws -> Tool {
    let tool = try Tool()
    try tool("init").expectDone()
    try Data(bytes).write(to: URL(fileURLWithPath: tool.scratch.path + "/" + name))
    return tool
  }

  @Test("A sheet saved on Windows, with semicolons, decimal commas and a heading, becomes a map")
  func windows() throws {
    // "Anfrage prüfen" with the ü of Windows-1252, and a euro sign in quotation marks over two lines.
    let sheet =
      Array("Kampagnen;;;\r\n;;;\r\nActivity;Owner;Wait (days);PT;Notes\r\nAnfrage pr".utf8) + [0xFC]
      + Array("fen;Vertrieb;1,5;30 min;\r\nFreigabe;Recht;3;1 h;\"".utf8) + [0x80]
      + Array(" 500\r\npauschal\"\r\n".utf8)
    let tool = try archive("steps.csv", sheet)
    let made = try tool("new", "content", "--from", "steps.csv", "--title", "Kampagnen")
    #expect(made.output.contains("(waits 4d 4h, process 2h), 2 steps, 1 handoff."), "\(made)")
    #expect(made.errors.isEmpty)
    let map = try tool.file("content/current.json")
    #expect(map.contains("\"Anfrage prüfen\""))
    #expect(map.contains("\"€ 500\\npauschal\""))
    #expect(map.contains("\"title\": \"Kampagnen\""))
    try tool("commit", "content", "-m", "From the sheet").expectDone()
  }

  @Test("What export writes, new --from reads: the same steps")
  func roundTrip() throws {
    let tool = try Tool.archive(Tool.map())
    let sheet = try tool("export", "latest", "--format", "csv").expectDone()
    let again = try tool("new", "again", "--from", "-", "--title", "Content", input: sheet)
    #expect(again.errors.isEmpty)
    let (left, right) = (try tool.file("content/current.json"), try tool.file("again/current.json"))
    let steps = { (text: String) in text.drop { $0 != "[" } }
    #expect(steps(left) == steps(right))
  }

  @Test("Every cell that makes no sense is named, and nothing is written")
  func problems() throws {
    let tool = try archive("bad.csv", Array("Step,Wait (h),LT,PT\nBrief,soon,,\nCopy,,1h,1d\nLegal,,,?\n".utf8))
    let refused = try tool("new", "content", "--from", "bad.csv")
    #expect(refused.status == 65)
    #expect(refused.output.isEmpty)
    let lines = refused.errors.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("bad.csv:2:7: B2, Wait (h): \"soon\" is not a time; write "))
    #expect(lines[1].hasPrefix("bad.csv:3:7: C3, LT: the lead time 1h is less than the process time 1d; "))
    #expect(lines[2] == "bad.csv: 2 problems. Nothing was written.")
    #expect(!FileManager.default.fileExists(atPath: tool.scratch.path + "/content"))
  }

  @Test("A column that a map does not know is named, and can be told what it is")
  func columns() throws {
    let tool = try archive("steps.csv", Array("Vorgang;Dauer (h);Werkzeug\nTexten;2;Word\n".utf8))
    let unknown = try tool("new", "content", "--from", "steps.csv")
    #expect(unknown.status == 65)
    #expect(unknown.errors.contains("--column \"Vorgang=step\""))
    let told = try tool(
      "new", "content", "--from", "steps.csv", "--column", "Vorgang=step", "--column", "Dauer (h)=process")
    #expect(told.status == 0)
    #expect(told.errors.contains("\"Werkzeug\" is no column that a map knows"))
    #expect(try tool.file("content/current.json").contains("\"processTime\": \"2h\""))
    #expect(try tool.file("content/current.json").contains("\"notes\": \"Werkzeug: Word\""))
  }

  @Test("A length of day, files that are none, a stream that is there already")
  func options() throws {
    let tool = try archive("steps.csv", Array("step,wait\nCopy,1 day\n".utf8))
    try tool("new", "short", "--from", "steps.csv", "--day", "7h30m").expectDone()
    #expect(try tool.file("short/current.json").contains("\"day\": \"7h 30m\""))
    #expect(try tool("new", "short", "--from", "steps.csv").status == 73)
    #expect(try tool("new", "x", "--from", "none.csv").status == 66)
    #expect(try tool("new", "x", "--from", "steps.csv", "--template", "content").status == 64)
    #expect(try tool("new", "x", "--day", "7h").status == 64)
    #expect(try tool("new", "x", "--from", "steps.csv", "--day", "3").status == 64)
    #expect(try tool("new", "x", "--from", "steps.csv", "--column", "Tool=nothing").status == 64)
    let workbook = try archive("steps.xlsx", [0x50, 0x4B, 0x03, 0x04])
    #expect(try workbook("new", "x", "--from", "steps.xlsx").errors.contains("save it in your spreadsheet program"))
  }
}
