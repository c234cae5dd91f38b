import CanonicalJSON
import Testing

@testable import ValueStreams

@Suite("Spreadsheets")
struct SheetReadingTests {
  private func read(
    _ document: String, columns: [String: SheetColumn] = [:], calendar: WorkCalendar? = nil
  ) -> SheetReading {
    var options = SheetReading.Options(title: "Content")
    options.columns = columns
    options.calendar = calendar
    return SheetReading.read(Array(document.utf8), options)
  }

  private func map(_ document: String, columns: [String: SheetColumn] = [:]) throws -> ValueStreamMap {
    let reading = read(document, columns: columns)
    #expect(reading.problems == [])
    return try #require(reading.map)
  }

  private func complaints(_ document: String) -> [String] {
    let reading = read(document)
    #expect((reading.map == nil) == !reading.problems.isEmpty)
    return reading.problems.map { "\($0.position) \($0.cell ?? "-"): \($0.message); \($0.remedy)" }
  }

  @Test("Columns are known by many names, in any order, above which a heading may stand")
  func columns() throws {
    let map = try map(
      """
      Our content stream;;;;;;
      ;;;;;;
      Who does it?;Activity;WT (days);Touch time [min];% C & A;WIP;Comments
      Growth marketing;Write the copy;1,5;90;80 %;3;"Two rounds,
      at times three"
      Legal;Approval;3;30;;;
      """)
    let copy = map.steps[0]
    #expect(map.steps.map(\.id) == ["write-the-copy", "approval"])
    #expect(copy.name == "Write the copy")
    #expect(copy.waitTime?.seconds == 12 * 3600)
    #expect(copy.processTime?.seconds == 90 * 60)
    #expect(copy.percentCompleteAccurate == 80)
    #expect(copy.queue == 3)
    #expect(copy.notes == "Two rounds,\nat times three")
    #expect(map.teams == ["growth-marketing": Team(name: "Growth marketing"), "legal": Team(name: "Legal")])
    #expect(map.steps.map(\.team) == ["growth-marketing", "legal"])
    #expect(map.steps.allSatisfy { $0.after == nil })
    let bracketed = try self.map("Step,Team [who does it],Wait (before the step),Queue (items)\nCopy,us,1d,3\n").steps[
      0]
    #expect(bracketed.team == "us")
    #expect(bracketed.waitTime?.seconds == 28800)
    #expect(bracketed.queue == 3)
  }

  @Test(
    "Times as people write them",
    arguments: [
      ("2 h", 7200), ("30 min", 1800), ("1.5 days", 43200), ("1,5 d", 43200), ("1d 4h", 43200), ("2h30m", 9000),
      ("1 working day", 28800), ("1 week and 2 days", 201_600), ("90 Min.", 5400), ("2 h, 30 min", 9000), ("0", 0),
      ("1 500 min", 90000), ("1,500 min", 90000), ("0.333 h", 1199), ("45 secs", 45), ("1wk", 144_000),
      ("49:30:00", 178_200),
    ])
  func times(_ text: String, _ seconds: Int) throws {
    #expect(try map("step,wait\nCopy,\"\(text)\"\n").steps[0].waitTime?.seconds == seconds)
  }

  @Test(
    "A bare number has the unit of its title",
    arguments: ["Wait (h)", "wait_hours", "Wait in hrs", "WT [h]", "wait, h"])
  func units(_ title: String) throws {
    #expect(try map("step,\"\(title)\"\nCopy,1.5\n").steps[0].waitTime?.seconds == 5400)
    #expect(try map("step,\"\(title)\"\nCopy,2 d\n").steps[0].waitTime?.seconds == 57600)
  }

  @Test("What says that a figure is not known leaves it out", arguments: ["", " ", "-", "–", "?", "n/a", "N/A", "TBD"])
  func unknown(_ text: String) throws {
    let step = try map("step,wait,PT,queue,team\nCopy,\(text),\(text),\(text),\(text)\n").steps[0]
    #expect(step == Step(id: "copy", name: "Copy"))
  }

  @Test("Lead time gives what is missing of wait and process time, and may not contradict them")
  func leadTime() throws {
    #expect(try map("step,LT,PT\nCopy,1d,2h\n").steps[0].waitTime?.seconds == 6 * 3600)
    #expect(try map("step,LT,wait\nCopy,1d,2h\n").steps[0].processTime?.seconds == 6 * 3600)
    #expect(try map("step,LT,PT,wait\nCopy,1d,2h,6h\n").steps[0].waitTime?.seconds == 6 * 3600)
    #expect(
      complaints("step,LT,PT\nCopy,2h,1d\nEdit,1d,1h\nAsk,3h,\nGo,,\n") == [
        "2:6 B2, LT: the lead time 2h is less than the process time 1d; it is the time from the end of the step before: "
          + "wait and process together",
        "4:5 B4, LT: a lead time alone does not tell how long work waits; add the process time, or move it to wait",
      ])
    #expect(
      complaints("step,LT,PT,wait\nCopy,1d,2h,1h\n").first?.contains("is not wait 1h and process 2h together") == true)
    #expect(complaints("step,LT,PT\nCopy,1d,soon\n").count == 1)
  }

  @Test("Every cell that makes no sense is named, all in one go")
  func problems() {
    #expect(
      complaints(
        "step,wait,%C&A,value,basis,queue\nCopy,soon,120,addding,mesured,-1\n,1h,,,,\nEdit,5,,,,\nAsk,1:30,,,,,x\n")
        == [
          "2:6 B2, wait: \"soon\" is not a time; write numbers with units, such as \"3d\", \"30 min\" or \"1.5 days\"",
          "2:11 C2, %C&A: \"120\" is not a percent from 0 to 100; write a percent from 0 to 100, or leave the cell empty",
          "2:15 D2, value: \"addding\" is no value; write adding (one of adding, necessary, non-adding)",
          "2:23 E2, basis: \"mesured\" is no basis; write measured (one of guess, observed, measured)",
          "2:31 F2, queue: \"-1\" is not a number of items, 0 or more; write a number of items, 0 or more, "
            + "or leave the cell empty",
          "3:1 row 3: this row names no step; name it, or empty the row",
          "4:6 B4, wait: \"5\" has no unit; write \"5h\", or name the unit in the title of the column: \"wait (h)\"",
          "5:5 B5, wait: \"1:30\" may be hours and minutes, or minutes and seconds; write \"1h 30m\" or \"1m 30s\"",
          "5:14 G5: this cell is to the right of the last title; give its column a title, or put text with a separator in "
            + "it in quotation marks",
        ])
  }

  @Test("A mark that may group or divide is not guessed at")
  func ambiguousNumbers() throws {
    #expect(complaints("step;queue\nCopy;1.500\n").first?.contains("a mark for thousands or for decimals") == true)
    #expect(complaints("step\tqueue\nCopy\t1,500\n").first?.contains("a mark for thousands or for decimals") == true)
    #expect(try map("step;queue\nCopy;1,500\n").steps[0].queue == 1.5)
    #expect(try map("step,queue\nCopy,\"1,500\"\n").steps[0].queue == 1500)
    #expect(try map("step;queue\nCopy;1.234,5\n").steps[0].queue == 1234.5)
  }

  @Test("Steps are told apart by id, else by a name of which an id is made; teams likewise")
  func ids() throws {
    let map = try map("step,team\nReview,R&D\nReview,R&D\n批准,法務\n")
    #expect(map.steps.map(\.id) == ["review", "review-2", "step-3"])
    #expect(map.steps.map(\.team) == ["randd", "randd", "team-2"])
    #expect(map.teams?["team-2"]?.name == "法務")
    #expect(
      complaints("id,step\na,One\na,Two\n") == [
        "3:1 A3, id: row 2 has the id \"a\" too; give each step an id of its own, or leave the cell empty"
      ])
    #expect(try self.map("id\nbrief\n").steps == [Step(id: "brief", name: "brief")])
  }

  @Test("Rows refer to others by id, number or name")
  func references() throws {
    let map = try map(
      """
      #,step,after,rework to,rework %,rework wait
      1,Brief,(none),,,
      2,Write copy,1,,,
      3,Design,brief,,,
      4,Approval,"Write copy; Design","Write copy; design",40 %; 5,1d;
      5,Publish,4,,0,
      """)
    #expect(map.steps.map(\.after) == [[], ["brief"], ["brief"], ["design", "write-copy"], ["approval"]])
    #expect(
      map.rework == [
        Rework(from: "approval", to: "design", percent: 5),
        Rework(from: "approval", to: "write-copy", percent: 40, waitTime: WorkingTime(seconds: 28800)),
      ])
    #expect(
      complaints("step,after\nBrief,Copie\nCopy,\n") == [
        "2:7 B2, after: no row has a step \"Copie\"; did you mean \"Copy\"?"
      ])
    #expect(complaints("step,after\nReview,\nReview,\nGo,Review\n").first?.contains("several steps are called") == true)
  }

  @Test("A broken rule of the format is said at its cell")
  func rules() {
    #expect(complaints("step,after\nBrief,Copy\nCopy,Brief\n").first?.hasPrefix("2:7 B2, after: ") == true)
    #expect(
      complaints("step,rework to,rework %\nBrief,Copy,10\nCopy,,\n").first?.hasPrefix("2:7 B2, rework to: ") == true)
    #expect(
      complaints("step,rework to,rework %\nBrief,,\nCopy,Brief,\nEdit,,5\n")
        == [
          "3:6 B3, rework to: nothing says how much of the work goes back; "
            + "write a percent for each step in \"rework to\", with semicolons between several",
          "4:7 C4, rework %: nothing says where the work goes back to; name a step in \"rework to\"",
        ].map { $0.replacing("3:6 B3, rework to", with: "3:12 C3, rework %") })
  }

  @Test("Columns that a map does not know become notes, and are named")
  func unplaced() throws {
    let document = "step,Tool,Wiat time,Rework %\nCopy,Word,3 d,20\nEdit,,,\n"
    let reading = read(document)
    #expect(reading.unplaced.map(\.title) == ["Tool", "Wiat time"])
    #expect(reading.unplaced.map(\.nearest) == [nil, .wait])
    #expect(reading.map?.steps.map(\.notes) == ["Tool: Word\nWiat time: 3 d\nRework %: 20", nil])
    let told = try map(document, columns: ["Tool": .ignore, "Wiat time": .wait])
    #expect(told.steps[0].waitTime?.seconds == 86400)
    #expect(told.steps[0].notes == "Rework %: 20")
  }

  @Test("What is no table of steps is refused with what to do")
  func refusals() {
    #expect(complaints("") == ["1:1 -: the file is empty; write a row of titles and a row for each step"])
    #expect(
      complaints("Vorgang;Dauer\nText;1\n") == [
        "1:1 -: no column is called \"step\"; call the one with the names of the steps so, or say which it is: "
          + "--column \"Vorgang=step\""
      ])
    #expect(complaints("step,wait\n") == ["1:1 -: no step follows the titles; add a row for each step"])
    #expect(
      complaints("step,name\na,b\n").first?.hasPrefix("1:6 B1, name: \"step\" and \"name\" both say the step") == true)
    #expect(
      complaints("step,wait\nCopy,1d\nTotal,1d\n").first?.hasPrefix("3:1 A3, step: this row looks like the totals")
        == true)
    #expect(complaints("PK\u{3}\u{4}").first?.contains("workbook") == true)
    #expect(complaints("step,wait\nCopy,\"1d\n").first?.hasPrefix("2:6 -: a quotation mark opens") == true)
    #expect(read("step\nCopy\n", columns: ["Tol": .ignore]).problems.first?.message == "no column is called \"Tol\"")
  }

  @Test("A file far too large for steps is refused before it costs time and memory")
  func limits() {
    let rows = read("step\n" + String(repeating: "a\n", count: 10_500))
    #expect(rows.problems.map(\.message) == ["the file has more than 10,000 rows"])
    #expect(rows.problems.first?.position.line == 10_001)
    let columns = read("step" + String(repeating: ",a", count: 1_000) + "\nb\n")
    #expect(columns.problems.map(\.message) == ["row 1 has more than 1,000 cells"])
    let problems = read("step,after\n" + (0..<1_100).map { "s\($0),none such\n" }.joined())
    #expect(problems.problems.count == SheetReading.problemLimit)
    #expect(problems.furtherProblems == 100)
  }

  @Test("A day is as long as the caller says, and the map keeps it")
  func calendar() throws {
    let calendar = WorkCalendar(day: WorkingTime(seconds: 7 * 3600))
    let map = try #require(read("step,wait\nCopy,1 day\n", calendar: calendar).map)
    #expect(map.steps[0].waitTime?.seconds == 25200)
    #expect(map.calendar == calendar)
  }
}
