import CanonicalJSON
import Testing

@testable import ValueStreams

@Suite("Interviews")
struct InterviewTests {
  /// Gives one answer after the other, empty ones included.
  private func told(_ answers: String...) throws -> Interview {
    var interview = Interview(title: "How work flows in content")
    for answer in answers { try interview.answer(answer) }
    return interview
  }

  /// Up to the first question about a step: brief, copy, design, approval.
  private let beginning = ["", "", "", "", "", "", "Brief", "Write copy", "Design", "Legal approval", ""]

  private func after(_ answers: [String]) throws -> Interview {
    var interview = Interview(title: "Content")
    for answer in beginning + answers { try interview.answer(answer) }
    return interview
  }

  @Test("A whole conversation becomes the map that was told")
  func whole() throws {
    let interview = try told(
      "Campaigns", "A sales lead files a request", "Sales; Quarterly plan", "Campaign 70, Blog post 30%", "6 a week",
      "Growth marketing",
      "Brief", "Write copy", "Design", "Legal approval", "",
      "growth marketing", "", "30 min", "80 %", "necessary",
      "Growth marketing", "", "2d", "1d", "", "adding",
      "Studio", "1", "3 days", "1d 4h", "90", "a",
      "Legal & Compliance", "2, design", "4d", "2 h", "", "non-adding",
      "guess",
      "Legal approval", "write", "20%", "",
      "", "design",
      "Learnings are shared", "Sales, Prospects")
    #expect(interview.question == .confirm)
    let map = interview.map
    #expect(map.title == "Campaigns")
    #expect(map.trigger == "A sales lead files a request")
    #expect(map.sources == ["Quarterly plan", "Sales"])
    #expect(map.customers == ["Prospects", "Sales"])
    #expect(map.doneWhen == "Learnings are shared")
    #expect(map.team == "growth-marketing")
    #expect(map.teams?["legal-and-compliance"]?.name == "Legal & Compliance")
    #expect(map.demand == Demand(items: 6, per: WorkingTime(seconds: 144_000)))
    #expect(map.steps.map(\.id) == ["brief", "write-copy", "design", "legal-approval"])
    #expect(map.steps.map(\.after) == [nil, nil, ["brief"], ["design", "write-copy"]])
    #expect(map.steps.map(\.team) == ["growth-marketing", "growth-marketing", "studio", "legal-and-compliance"])
    #expect(map.steps.map { $0.waitTime?.seconds } == [nil, 57600, 86400, 115_200])
    #expect(map.steps.map(\.percentCompleteAccurate) == [80, nil, 90, nil])
    #expect(map.steps.map(\.value) == [.necessary, .adding, .adding, .nonAdding])
    #expect(map.steps.allSatisfy { $0.basis == .step(.guess) })
    #expect(map.rework == [Rework(from: "legal-approval", to: "write-copy", percent: 20)])
    #expect(map.workTypes?["campaign"] == WorkType(name: "Campaign", share: 70))
    #expect(
      map.workTypes?["blog-post"]
        == WorkType(name: "Blog post", share: 30, steps: ["brief", "legal-approval", "write-copy"]))
    #expect(MapReader.read(map.canonicalBytes).map == map)

    var finished = interview
    #expect(throws: AnswerFault.unknownWord("ok", known: ["yes", "back", "stop"])) { try finished.answer("ok") }
    try finished.answer("yes")
    #expect(finished.isFinished)
  }

  @Test("All but one step can be skipped, and what is skipped stays unknown")
  func skipping() throws {
    var interview = Interview(title: "How work flows in content")
    for _ in 0..<6 { try interview.answer("") }
    #expect(throws: AnswerFault.needed) { try interview.answer("") }
    try interview.answer("Everything")
    var count = 0
    while interview.question != .confirm, count < 50 {
      try interview.answer("")
      count += 1
    }
    #expect(
      interview.map
        == ValueStreamMap(title: "How work flows in content", steps: [Step(id: "everything", name: "Everything")]))
  }

  @Test("Going back takes answers away one by one, to the first question and no further")
  func back() throws {
    var interview = try after(["Growth", "1d", "2h", "80"])
    let before = interview
    try interview.answer("adding")
    let taken = interview.back()
    #expect(taken == "adding")
    #expect(interview.question == before.question)
    #expect(interview.map == before.map)
    #expect(interview.answers == before.answers)
    var count = 0
    while interview.back() != nil { count += 1 }
    #expect(count == before.answers.count)
    #expect(interview.question == .title)
  }

  @Test("A stopped conversation goes on where it was, out of its answers")
  func record() throws {
    let interview = try after(["Growth", "1d", "2h"])
    let answers = try #require(InterviewRecord.answers(InterviewRecord.bytes(interview)))
    var again = Interview(title: "Content")
    for answer in answers { try again.answer(answer) }
    #expect(again.map == interview.map)
    #expect(again.question == interview.question)
    #expect(InterviewRecord.answers(Array("{}".utf8)) == nil)
    #expect(InterviewRecord.answers(Array("{\"format\":\"vsm-interview/1\",\"answers\":[1]}".utf8)) == nil)
    #expect(InterviewRecord.answers(Array("no".utf8)) == nil)
  }

  @Test("An answer that makes no sense is refused, and the question stands")
  func faults() throws {
    func refused(_ interview: Interview, _ answer: String) -> AnswerFault? {
      var interview = interview
      let before = interview.question
      do {
        try interview.answer(answer)
        return nil
      } catch {
        #expect(interview.question == before)
        return error
      }
    }
    let demand = try told("", "", "", "")
    #expect(refused(demand, "many") == .notADemand("many"))
    #expect(refused(demand, "6 a month") == .notADemand("6 a month"))
    let wait = try after(["Growth"])
    #expect(wait.question == .wait(0))
    #expect(refused(wait, "soon") == .notATime("soon"))
    #expect(refused(wait, "3") == .noUnit("3"))
    let accuracy = try after(["Growth", "1d", "2h"])
    #expect(refused(accuracy, "120") == .notAPercent("120"))
    #expect(
      refused(try after(["", "", "", ""]), "maybe")
        == .unknownWord("maybe", known: ["adding", "necessary", "non-adding"]))
    let order = try after(["", "", "", "", "", ""])
    #expect(order.question == .after(1))
    #expect(refused(order, "Desing") == .unknownStep("Desing", nearest: "Design"))
    #expect(refused(order, "Design") == .notBefore("Design", "Write copy"))
    var loops = try after([])
    while loops.question != .loopFrom(0) { try loops.answer("") }
    try loops.answer("1")
    #expect(loops.loop.from == "Brief")
    try loops.answer("3")
    guard case .breaksRule(let sentence)? = refused(loops, "20") else {
      Issue.record("a loop forward was taken")
      return
    }
    #expect(sentence.contains("does not come before"))
  }

  @Test("A loop of unknown size becomes a note")
  func unknownLoop() throws {
    var interview = try after([])
    while interview.question != .loopFrom(0) { try interview.answer("") }
    for answer in ["4", "2", ""] { try interview.answer(answer) }
    #expect(interview.question == .loopFrom(1))
    #expect(interview.map.rework == nil)
    #expect(interview.map.steps[3].notes == "Work comes back from here to Write copy; how often is not known yet.")
  }
}
