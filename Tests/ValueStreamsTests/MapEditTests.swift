import CanonicalJSON
import TestSupport
import Testing

@testable import ValueStreams

@Suite("Changing a map by words")
struct MapEditTests {
  /// brief → (copy, design) → approval → publish; approval ↺ copy.
  private let map: ValueStreamMap = {
    var steps = ["brief", "copy", "design", "approval", "publish"].map { Step(id: Text($0), name: Text($0)) }
    steps[2].after = ["brief"]
    steps[3].after = ["copy", "design"]
    steps[3].name = "Legal approval"
    steps[3].waitTime = WorkingTime(seconds: 86400)
    steps[3].processTime = WorkingTime(seconds: 3600)
    steps[3].basis = .step(.guess)
    var map = ValueStreamMap(title: "Content", steps: steps)
    map.rework = [Rework(from: "approval", to: "copy", percent: 40)]
    map.extensions = ["x-own": 1]
    return map
  }()

  private func set(_ words: String...) throws(EditError) -> ValueStreamMap {
    try map.applying(EditWords(map).read(words))
  }

  private func edges(_ map: ValueStreamMap) throws -> [String] {
    let flow = try Flow(map)
    return map.steps.indices.flatMap { step in
      flow.predecessors[step].map { "\(flow.ids[$0])>\(flow.ids[step])" }
    }.sorted()
  }

  @Test("Fields belong to the step before them, to the one they name, or to the map")
  func fields() throws {
    let changed = try set(
      "asOf=2026-11-30", "demand=6 per 1w", "approval", "waitTime=2d", "%C&A=80%", "copy.PT=3h",
      "Legal approval.queue=4",
      "approval.copy.percent=20", "approval.copy.wait=1d", "approval", "waitRange=1d..4d", "notes=twice a week",
      "review=monthly")
    let approval = changed.steps[3]
    #expect(changed.asOf == Day("2026-11-30"))
    #expect(changed.demand == Demand(items: 6, per: WorkingTime(seconds: 144_000)))
    #expect(approval.waitTime?.seconds == 57600)
    #expect(approval.percentCompleteAccurate == 80)
    #expect(approval.queue == 4)
    #expect(approval.waitRange?.high.seconds == 115_200)
    #expect(approval.notes == "twice a week")
    #expect(changed.steps[1].processTime?.seconds == 10800)
    #expect(
      changed.rework == [Rework(from: "approval", to: "copy", percent: 20, waitTime: WorkingTime(seconds: 28800))])
    #expect(changed.review == .monthly)
    #expect(changed.extensions == map.extensions)
  }

  @Test("An empty value takes a figure away; so does 0 percent a loop")
  func removal() throws {
    #expect(try set("approval", "waitTime=").steps[3].waitTime == nil)
    #expect(try set("approval.copy.percent=0").rework == nil)
    #expect(try set("design", "after=").steps[2].after == nil)
    #expect(try set("design", "after=none").steps[2].after == [])
  }

  @Test("A basis beside figures is theirs alone; the others keep what they had")
  func basis() throws {
    #expect(
      try set("approval", "waitTime=2d", "basis=measured").steps[3].basis
        == .figures(["waitTime": .measured, "processTime": .guess]))
    #expect(
      try set("approval", "waitTime=2d", "processTime=2h", "basis=measured").steps[3].basis == .step(.measured))
    #expect(try set("approval", "basis=measured").steps[3].basis == .step(.measured))
    #expect(
      try set("approval.basis.wait=observed").steps[3].basis
        == .figures(["waitTime": .observed, "processTime": .guess]))
    #expect(try set("copy", "waitTime=1d", "basis=measured").steps[1].basis == .step(.measured))
    #expect(try set("approval", "basis=").steps[3].basis == nil)
  }

  @Test("A step comes between another and all behind it, all before it, or beside it")
  func adding() throws {
    func added(_ place: Place) throws -> [String] { try edges(map.applying([.add(name: "Fact check", place)])) }
    let rest = ["approval>publish", "brief>copy", "brief>design", "copy>approval", "design>approval"]
    func with(_ new: [String], without gone: [String]) -> [String] {
      (rest.filter { !gone.contains($0) } + new).sorted()
    }
    #expect(
      try added(.after(["copy"])) == with(["copy>fact-check", "fact-check>approval"], without: ["copy>approval"]))
    #expect(
      try added(.after(["brief"]))
        == with(
          ["brief>fact-check", "fact-check>copy", "fact-check>design"], without: ["brief>copy", "brief>design"]))
    #expect(
      try added(.after(["copy", "design"]))
        == with(
          ["copy>fact-check", "design>fact-check", "fact-check>approval"],
          without: ["copy>approval", "design>approval"]))
    #expect(
      try added(.before("approval"))
        == with(
          ["copy>fact-check", "design>fact-check", "fact-check>approval"],
          without: ["copy>approval", "design>approval"]))
    #expect(try added(.beside("copy")) == with(["brief>fact-check", "fact-check>approval"], without: []))
    #expect(try added(.end) == with(["publish>fact-check"], without: []))
    #expect(try map.applying([.add(name: "Copy", .end)]).steps.last?.id == "copy-2")
  }

  @Test("A chain that never named its order needs not name it afterwards")
  func defaults() throws {
    let chain = ValueStreamMap(title: "Chain", steps: ["a", "b", "c"].map { Step(id: Text($0), name: Text($0)) })
    let longer = try chain.applying([.add(name: "New", .after(["a"]))])
    #expect(longer.steps.map(\.id) == ["a", "new", "b", "c"])
    #expect(longer.steps.allSatisfy { $0.after == nil })
    #expect(try longer.applying([.remove("new")]) == chain)
    #expect(try chain.applying([.move("c", .before("a"))]).steps.map(\.id) == ["c", "a", "b"])
  }

  @Test("What a step leaves behind is joined; what only made sense with it goes")
  func removing() throws {
    var map = map
    map.commitment = "copy"
    map.workTypes = ["post": WorkType(steps: ["approval", "copy"], times: ["copy": StepTimes()])]
    let less = try map.applying([.remove("copy")])
    #expect(try edges(less) == ["approval>publish", "brief>design", "design>approval"])
    #expect(less.rework == nil)
    #expect(less.commitment == nil)
    #expect(less.workTypes?["post"]?.steps == ["approval"])
    #expect(less.workTypes?["post"]?.times == [:])
    #expect(
      try edges(map.applying([.remove("approval")]))
        == ["brief>copy", "brief>design", "copy>publish", "design>publish"])
  }

  @Test("Whatever is added, moved or removed, the flow stays whole and every other step keeps what it says")
  func law() throws {
    for seed in 0..<UInt64(caseCount(400)) {
      var random = SeededGenerator(seed: seed)
      var map = RandomMap.make(using: &random, shape: RandomMap.Shape(steps: 2...15))
      map.rework = nil
      map.workTypes = nil
      let ids = map.steps.map(\.id)
      let (one, other) = (ids.randomElement(using: &random) ?? "", ids.randomElement(using: &random) ?? "")
      for place in [Place.after([one]), .before(one), .beside(one), .end, .after([one, other])] {
        let longer = try map.applying([.add(name: "Entirely new", place)])
        #expect(longer.steps.map(\.id).filter(ids.contains) == ids, "seed \(seed)")
        let back = try longer.applying([.remove("entirely-new")])
        let (flow, old) = (try Flow(back), try Flow(map))
        let pairs = ids.indices.flatMap { from in ids.indices.map { (from: from, to: $0) } }
        let lost = zip(old.leads(pairs), flow.leads(pairs)).contains { $0 && !$1 }
        #expect(!lost, "seed \(seed): \(place)")
        if one != other, place != .end, place != .after([one, other]) {
          #expect(Set(try map.applying([.move(other, place)]).steps.map(\.id)) == Set(ids), "seed \(seed)")
        }
      }
    }
  }

  @Test("What makes no sense is refused by name")
  func refusals() {
    #expect(throws: EditError.word("aproval", .unknownStep(nearest: "approval"))) { try set("aproval", "waitTime=1d") }
    #expect(throws: EditError.word("approval.design.waitTime=1d", .unknownLoop(from: "approval", to: "design"))) {
      try set("approval.design.waitTime=1d")
    }
    #expect(throws: EditError.word("queue=many", .notANumber("many"))) { try set("copy", "queue=many") }
    #expect(throws: EditError.word("id=x", .identity)) { try set("copy", "id=x") }
    #expect(throws: EditError.word("copy", .besideItself)) { try map.applying([.move("copy", .after(["copy"]))]) }
    func places(_ words: String...) -> [String] {
      do {
        _ = try map.applying(EditWords(map).read(words))
        return []
      } catch {
        guard case .invalid(let problems) = error else { return ["\(error)"] }
        return problems.map { "\($0.place): \($0.problem.sentence)" }
      }
    }
    #expect(
      places("titel=x", "approval", "waitTime=3 days", "wiatTime=1d", "copy.value=addding").sorted()
        == [
          "approval.waitTime: \"3 days\" is not a duration; write \"3d\"",
          "approval.wiatTime: \"wiatTime\" is not a field of the format; did you mean \"waitTime\"? Own fields start with \"x-\"",
          "copy.value: \"addding\" is no value; write \"adding\" (one of \"adding\", \"necessary\", \"non-adding\")",
          "titel: \"titel\" is not a field of the format; did you mean \"title\"? Own fields start with \"x-\"",
        ].sorted())
    #expect(places("copy.approval.percent=5").first?.hasPrefix("copy.approval") == true)
  }
}
