import CanonicalJSON
import Testing
import ValueStreams

@Suite("Metrics: work types")
struct MetricsWorkTypeTests {
  private let steps = [
    step("a", wait: 10, process: 10, team: "x"), step("b", wait: 100, process: 20, team: "y", accuracy: 50),
    step("c", wait: 30, process: 10, team: "x", accuracy: 80),
  ]
  private let types: Members<WorkType> = [
    "big": WorkType(share: 3),
    "small": WorkType(steps: ["a", "c"], times: ["c": StepTimes(processTime: WorkingTime(seconds: 2))]),
  ]

  @Test("a type takes its own steps with its own times, and shares are normalised")
  func ownFigures() throws {
    let metrics = try Metrics(map(steps, workTypes: types))
    #expect(metrics.workTypes.map(\.value.share) == [0.75, 0.25])
    #expect(metrics.workTypes["big"]?.figures.leadTime == 180)
    #expect(metrics.workTypes["small"]?.figures.leadTime == 52)
    #expect(metrics.workTypes["small"]?.criticalPath == ["a", "c"])
    #expect(metrics.workTypes["small"]?.steps.map(\.id) == ["a", "c"])
    #expect(metrics.workTypes["small"]?.figures.steps == 2)
    #expect(metrics.workTypes["small"]?.figures.rolledPercentCompleteAccurate == 80)
    #expect(metrics.workTypes["small"]?.figures.handoffs == 0)
  }

  @Test("the whole is the share-weighted mean of the types, ratios are ratios of means, and there is no one path")
  func means() throws {
    let metrics = try Metrics(map(steps, workTypes: types))
    #expect(metrics.figures.leadTime == 148)
    #expect(metrics.figures.processTime == 33)
    #expect(metrics.figures.waitTime == 115)
    #expect(metrics.figures.activityRatio == 33.0 / 148)
    #expect(metrics.figures.effort == 33)
    #expect(metrics.figures.handoffs == 1.5)
    #expect(metrics.figures.rolledPercentCompleteAccurate == 50)
    #expect(metrics.figures.steps == 3)
    #expect(metrics.figures.stepsWithAccuracy == 2)
    #expect(metrics.criticalPath == nil)
    #expect(metrics.handoffs.map(\.to) == ["b", "c"])
  }

  @Test(
    "a step that a type leaves out counts there with no visit and no time; its own times are means of those who take it"
  )
  func leftOut() throws {
    let metrics = try Metrics(map(steps, workTypes: types))
    #expect(metrics.step("b")?.visits == 0.75)
    #expect(metrics.step("b")?.waitTime == 100)
    #expect(metrics.step("b")?.expectedTime == 90)
    #expect(metrics.step("c")?.processTime == 8)
    #expect(metrics.step("c")?.expectedTime == 38)
    let unused = try Metrics(map(steps, workTypes: ["small": WorkType(steps: ["a"])]))
    #expect(unused.step("b")?.visits == 0)
    #expect(unused.step("b")?.waitTime == 100)
    #expect(unused.step("b")?.onCriticalPath == false)
    #expect(unused.criticalPath == ["a"])
  }

  @Test("a figure that is null for one type is null for the whole")
  func nulls() throws {
    var partial = map(steps, workTypes: ["big": WorkType(), "tiny": WorkType(steps: ["a"])])
    partial.steps[2].value = .adding
    partial.commitment = "b"
    let metrics = try Metrics(partial)
    #expect(metrics.workTypes["big"]?.figures.valueAddedTime == 10)
    #expect(metrics.workTypes["big"]?.figures.cycleTime == 60)
    #expect(metrics.figures.valueAddedTime == nil)
    #expect(metrics.figures.rolledPercentCompleteAccurate == nil)
    #expect(metrics.figures.cycleTime == nil)
  }

  @Test("demand divides by the shares: takt, work in progress, and the wait that a queue stands for")
  func demand() throws {
    var queued = steps
    queued[1].waitTime = nil
    queued[1].queue = 3
    let metrics = try Metrics(
      map(queued, workTypes: types, demand: Demand(items: 1, per: WorkingTime(seconds: 60))))
    #expect(metrics.figures.takt == 60)
    #expect(metrics.workTypes["big"]?.figures.takt == 80)
    #expect(metrics.workTypes["small"]?.figures.takt == 240)
    #expect(metrics.step("b")?.waitTime == 240)
    let items = metrics.workTypes.compactMap(\.value.figures.workInProgress)
    #expect(isClose(items.reduce(0, +), metrics.figures.workInProgress ?? .nan))
  }

  @Test("a type's own wait replaces the queue for that type alone")
  func ownWait() throws {
    let queued = [step("a", queue: 4)]
    let types: Members<WorkType> = [
      "p": WorkType(), "q": WorkType(times: ["a": StepTimes(waitTime: WorkingTime(seconds: 10))]),
    ]
    let metrics = try Metrics(map(queued, workTypes: types, demand: Demand(items: 1, per: WorkingTime(seconds: 10))))
    #expect(metrics.workTypes["p"]?.figures.leadTime == 40)
    #expect(metrics.workTypes["q"]?.figures.leadTime == 10)
    #expect(metrics.step("a")?.waitTime == 25)
  }

  @Test("a loop applies where the type takes both ends and the loop allows it; the whole weighs it by the shares")
  func loops() throws {
    let loops = [
      Rework(from: "c", to: "b", percent: 50), Rework(from: "a", to: "a", percent: 50, workTypes: ["small"]),
    ]
    let metrics = try Metrics(map(steps, rework: loops, workTypes: types))
    #expect(metrics.workTypes["big"]?.rework.map(\.cost) == [160])
    #expect(metrics.workTypes["small"]?.rework.map(\.from) == ["a"])
    #expect(metrics.workTypes["small"]?.figures.leadTime == 72)
    #expect(metrics.rework.map(\.cost) == [120, 5])
    #expect(metrics.step("c")?.reworkTime == 120)
    #expect(metrics.step("a")?.visits == 1.25)
  }

  @Test("left-out steps are bypassed, but not where another way through the type's own steps joins the two")
  func bypass() throws {
    func handoffs(_ own: [StepID], _ steps: [Step]) throws -> [[StepID]] {
      try Metrics(map(steps, workTypes: ["t": WorkType(steps: own)])).handoffs.map { [$0.from, $0.to] }
    }
    let chain = ["a", "b", "c", "d", "e"].map { step($0, team: $0) }
    #expect(try handoffs(["a", "e"], chain) == [["a", "e"]])
    #expect(try handoffs(["b", "d", "e"], chain) == [["b", "d"], ["d", "e"]])
    let diamond = [
      step("in", team: "1"), step("copy", team: "2", after: ["in"]), step("design", team: "3", after: ["in"]),
      step("out", team: "4", after: ["copy", "design"]),
    ]
    #expect(try handoffs(["copy", "in", "out"], diamond) == [["in", "copy"], ["copy", "out"]])
    #expect(try handoffs(["in", "out"], diamond) == [["in", "out"]])
    let cross = [
      step("a", team: "1"), step("b", team: "2", after: []), step("x", after: ["a", "b"]),
      step("c", team: "3", after: ["x"]), step("d", team: "4", after: ["x"]),
    ]
    #expect(try handoffs(["a", "b", "c", "d"], cross) == [["a", "c"], ["b", "c"], ["a", "d"], ["b", "d"]])
    let shortcut = chain[0..<4] + [step("e", team: "e", after: ["a", "d"])]
    #expect(try handoffs(["a", "c", "e"], Array(shortcut)) == [["a", "c"], ["a", "e"], ["c", "e"]])
  }

  @Test("a map without types is the one type that takes every step")
  func withoutTypes() throws {
    let plain = try Metrics(map(steps, rework: [Rework(from: "c", to: "a", percent: 10)]))
    let typed = try Metrics(
      map(steps, rework: [Rework(from: "c", to: "a", percent: 10)], workTypes: ["all": WorkType(share: 17)]))
    #expect(typed.figures == plain.figures)
    #expect(typed.steps == plain.steps)
    #expect(typed.rework == plain.rework)
    #expect(typed.criticalPath == plain.criticalPath)
    #expect(plain.workTypes.isEmpty)
  }

  @Test("shares of any size are normalised without overflow", arguments: [1e-300, 1, 1e308])
  func shares(weight: Double) throws {
    let metrics = try Metrics(
      map(steps, workTypes: ["p": WorkType(share: weight), "q": WorkType(share: weight, steps: ["a"])]))
    #expect(metrics.workTypes.map(\.value.share) == [0.5, 0.5])
    #expect(metrics.figures.leadTime == 100)
  }

  @Test("a work type that names a step that is not there is an error; more figures than can be held are one, too")
  func broken() {
    #expect(throws: FlowError.unknownStep("ghost")) {
      try Metrics(map(steps, workTypes: ["t": WorkType(steps: ["ghost"])]))
    }
    #expect(throws: FlowError.unknownStep("ghost")) {
      try Metrics(map(steps, workTypes: ["t": WorkType(times: ["ghost": StepTimes()])]))
    }
    let many = (0..<2_000).map { step(Text("s\($0)")) }
    let types = (0..<501).map { (key: Text("t\($0)"), value: WorkType()) }
    #expect(throws: FlowError.tooLarge) { try Metrics(map(many, workTypes: Members(types))) }
  }
}
