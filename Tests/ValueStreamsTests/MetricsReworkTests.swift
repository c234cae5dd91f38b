import CanonicalJSON
import Testing
import ValueStreams

@Suite("Metrics: rework")
struct MetricsReworkTests {
  private let chain = [
    step("a", wait: 1, process: 9), step("b", wait: 10, process: 10), step("c", wait: 20, process: 10),
  ]

  @Test("a loop costs r ÷ (1 − r) times its extra wait and the way back")
  func loop() throws {
    let metrics = try Metrics(
      map(chain, rework: [Rework(from: "c", to: "b", percent: 50, waitTime: WorkingTime(seconds: 5))]))
    #expect(metrics.rework.map(\.cost) == [55])
    #expect(metrics.rework.map { [$0.from, $0.to] } == [["c", "b"]])
    #expect(metrics.figures.leadTime == 115)
    #expect(metrics.figures.reworkTime == 55)
    #expect(metrics.steps.map(\.visits) == [1, 2, 2])
    #expect(metrics.steps.map(\.reworkTime) == [0, 0, 55])
    #expect(metrics.figures.effort == 49)
  }

  @Test("a loop to the step itself repeats one pass of it")
  func selfLoop() throws {
    let metrics = try Metrics(map(chain, rework: [Rework(from: "b", to: "b", percent: 20)]))
    #expect(metrics.rework.map(\.cost) == [5])
    #expect(metrics.steps.map(\.visits) == [1, 1.25, 1])
    #expect(metrics.figures.leadTime == 65)
  }

  @Test("two loops that leave one step share the work that goes on: r ÷ (1 − R) each")
  func leavingTogether() throws {
    let loops = [Rework(from: "c", to: "a", percent: 25), Rework(from: "c", to: "c", percent: 25)]
    let metrics = try Metrics(map(chain, rework: loops))
    #expect(metrics.rework.map(\.cost) == [30, 15])
    #expect(metrics.steps.map(\.visits) == [1.5, 1.5, 2])
    #expect(metrics.figures.leadTime == 105)
  }

  @Test("a loop within a loop is repeated with it")
  func nested() throws {
    let loops = [Rework(from: "b", to: "b", percent: 50), Rework(from: "c", to: "a", percent: 50)]
    let metrics = try Metrics(map(chain, rework: loops))
    #expect(metrics.rework.map(\.cost) == [20, 80])
    #expect(metrics.steps.map(\.expectedTime) == [10, 40, 110])
    #expect(metrics.steps.map(\.visits) == [2, 4, 2])
  }

  @Test("loops that overlap multiply where they do")
  func overlapping() throws {
    let loops = [Rework(from: "b", to: "a", percent: 50), Rework(from: "c", to: "b", percent: 50)]
    let metrics = try Metrics(map(chain, rework: loops))
    // b: 1/1·(10 + 20) = 30, so T = 50; c: 1/1·(50 + 30) = 80.
    #expect(metrics.rework.map(\.cost) == [30, 80])
    // c: 2; b: (1 + 2·½) ÷ ½ = 4; a: 1 + 4·½ = 3.
    #expect(metrics.steps.map(\.visits) == [3, 4, 2])
    #expect(metrics.figures.leadTime == 170)
  }

  @Test("a loop over parallel branches costs the longest way, and each branch is visited again")
  func overBranches() throws {
    let steps = [
      step("a", process: 1, after: []), step("b", process: 5, after: ["a"]), step("c", process: 9, after: ["a"]),
      step("aside", process: 100, after: ["a"]), step("d", process: 1, after: ["b", "c"]),
    ]
    let metrics = try Metrics(map(steps, rework: [Rework(from: "d", to: "a", percent: 50)]))
    #expect(metrics.rework.map(\.cost) == [11])
    #expect(metrics.steps.map(\.visits) == [2, 2, 2, 1, 2])
  }

  @Test("a loop back into one branch repeats that branch only")
  func intoBranch() throws {
    let steps = [
      step("a", process: 1, after: []), step("b", process: 5, after: ["a"]), step("c", process: 9, after: ["a"]),
      step("d", process: 1, after: ["b", "c"]), step("e", process: 2, after: ["d"]),
    ]
    let metrics = try Metrics(map(steps, rework: [Rework(from: "e", to: "b", percent: 50)]))
    #expect(metrics.rework.map(\.cost) == [8])
    #expect(metrics.steps.map(\.visits) == [1, 2, 1, 2, 2])
  }

  @Test("rework that never ends is an error at the step where it does, without overflow")
  func endless() {
    let ids = (0..<400).map { Text("s\($0)") }
    let loops = ids.map { Rework(from: $0, to: ids[0], percent: 99) }
    #expect(throws: FlowError.endlessRework("s0")) {
      try Metrics(map(ids.map { step($0, process: 1) }, rework: Array(loops[0...6])))
    }
    #expect(throws: FlowError.endlessRework("b")) {
      try Metrics(
        map(
          [step("a"), step("b", wait: 999_999_999), step("c")], rework: [Rework(from: "b", to: "a", percent: 99.999)]))
    }
    #expect(throws: FlowError.self) { try Metrics(map(ids.map { step($0, wait: 999_999_999) }, rework: loops)) }
    #expect(throws: FlowError.self) { try Metrics(map(ids.map { step($0) }, rework: loops)) }
    let queue = map([step("a", queue: 1e300)], demand: Demand(items: 1e-300, per: WorkingTime(seconds: 1)))
    #expect(throws: FlowError.endlessRework("a")) { try Metrics(queue) }
  }

  @Test("a loop forward, aside or to nowhere, and a step that sends everything back, are errors")
  func broken() {
    let steps = chain + [step("aside", after: ["a"])]
    #expect(throws: FlowError.forwardRework(from: "a", to: "b")) {
      try Metrics(map(steps, rework: [Rework(from: "a", to: "b", percent: 5)]))
    }
    #expect(throws: FlowError.forwardRework(from: "aside", to: "c")) {
      try Metrics(map(steps, rework: [Rework(from: "aside", to: "c", percent: 5)]))
    }
    #expect(throws: FlowError.unknownStep("ghost")) {
      try Metrics(map(steps, rework: [Rework(from: "c", to: "ghost", percent: 5)]))
    }
    #expect(throws: FlowError.totalRework("c")) {
      try Metrics(
        map(steps, rework: [Rework(from: "c", to: "a", percent: 50), Rework(from: "c", to: "b", percent: 50)]))
    }
  }
}
