import CanonicalJSON
import Testing
import ValueStreams

@Suite("Metrics: times and paths")
struct MetricsTimeTests {
  @Test("on a chain lead time is all waits and process times, and what is not stated counts as 0")
  func chain() throws {
    let metrics = try Metrics(
      map([step("a", wait: 100, process: 10), step("b", process: 20), step("c", wait: 300), step("d")]))
    #expect(metrics.figures.leadTime == 430)
    #expect(metrics.figures.waitTime == 400)
    #expect(metrics.figures.processTime == 30)
    #expect(metrics.figures.reworkTime == 0)
    #expect(metrics.figures.activityRatio == 30.0 / 430)
    #expect(metrics.criticalPath == ["a", "b", "c", "d"])
    #expect(metrics.steps.map(\.expectedTime) == [110, 20, 300, 0])
    #expect(metrics.steps.map(\.visits) == [1, 1, 1, 1])
    #expect([.steps, .stepsWithWait, .stepsWithProcess].map { metrics.figures[$0] } == [4, 2, 2])
  }

  @Test("a map without times has lead time 0 and no ratios")
  func empty() throws {
    let figures = try Metrics(map([step("a", value: .adding)])).figures
    #expect(figures.leadTime == 0)
    #expect(figures.activityRatio == nil)
    #expect(figures.processCycleEfficiency == nil)
    #expect(figures.valueAddedTime == 0)
  }

  @Test("of parallel branches the longest counts for lead and process time, all of them for effort")
  func branches() throws {
    let metrics = try Metrics(
      map([
        step("start", process: 10), step("copy", wait: 50, process: 5, after: ["start"]),
        step("design", wait: 20, process: 30, after: ["start"]), step("end", process: 1, after: ["copy", "design"]),
      ]))
    #expect(metrics.criticalPath == ["start", "copy", "end"])
    #expect(metrics.figures.leadTime == 66)
    #expect(metrics.figures.processTime == 16)
    #expect(metrics.figures.effort == 46)
    #expect(metrics.steps.map(\.onCriticalPath) == [true, true, false, true])
  }

  @Test("several starts and ends: the path runs from the start to the end that are farthest apart")
  func starts() throws {
    let metrics = try Metrics(
      map([
        step("rods", wait: 5), step("forgings", wait: 9, after: []),
        step("weld", wait: 1, after: ["rods", "forgings"]),
        step("ship", wait: 2, after: ["weld"]), step("bill", wait: 3, after: ["weld"]),
      ]))
    #expect(metrics.criticalPath == ["forgings", "weld", "bill"])
    #expect(metrics.figures.leadTime == 13)
  }

  @Test("on a tie, going back from the end, the step listed earlier wins, whatever the order of flow")
  func ties() throws {
    let tied = [
      step("join", wait: 1, after: ["x", "y"]), step("y", wait: 7, after: ["s"]), step("x", wait: 7, after: ["s"]),
      step("s", wait: 1, after: []), step("end", after: ["join"]), step("other", after: ["join"]),
    ]
    #expect(try Metrics(map(tied)).criticalPath == ["s", "y", "join", "end"])
    let swapped = [tied[0], tied[2], tied[1], tied[3], tied[5], tied[4]]
    #expect(try Metrics(map(swapped)).criticalPath == ["s", "x", "join", "other"])
  }

  @Test("sums that differ by less than half a microsecond are a tie")
  func rounding() throws {
    let steps = [
      step("a", process: 1), step("b", process: 7, after: ["a"]), step("c", process: 7, after: ["a"]),
      step("d", after: ["b", "c"]),
    ]
    func path(_ percent: Double) throws -> [StepID]? {
      try Metrics(map(steps, rework: [Rework(from: "c", to: "c", percent: percent)])).criticalPath
    }
    #expect(try path(0.000_001) == ["a", "b", "d"])
    #expect(try path(0.000_1) == ["a", "c", "d"])
  }

  @Test("cycle time runs on the critical path from the start of work at the commitment")
  func cycleTime() throws {
    var committed = map([step("a", wait: 100, process: 10), step("b", wait: 30, process: 20), step("c", wait: 5)])
    #expect(try Metrics(committed).figures.cycleTime == nil)
    committed.commitment = "b"
    #expect(try Metrics(committed).figures.cycleTime == 25)
    committed.commitment = "a"
    #expect(try Metrics(committed).figures.cycleTime == 65)
    committed.steps.append(step("aside", wait: 1, after: ["a"]))
    committed.commitment = "aside"
    #expect(try Metrics(committed).figures.cycleTime == nil)
    committed.commitment = "ghost"
    #expect(throws: FlowError.unknownStep("ghost")) { try Metrics(committed) }
  }

  @Test("value-added time counts adding steps on the critical path; null if no step states its value")
  func valueAdded() throws {
    let steps = [
      step("a", wait: 60, process: 20, value: .adding), step("b", process: 10, value: .necessary),
      step("c", process: 5, after: ["a"], value: .adding), step("d", process: 10, after: ["b", "c"]),
    ]
    let figures = try Metrics(map(steps)).figures
    #expect(figures.valueAddedTime == 20)
    #expect(figures.processCycleEfficiency == 0.2)
    #expect(figures.activityRatio == 0.4)
    let silent = try Metrics(map([step("a", wait: 1)])).figures
    #expect(silent.valueAddedTime == nil)
    #expect(silent.processCycleEfficiency == nil)
  }

  @Test("rolled %C&A multiplies what is stated and says how many state it; null if none does")
  func accuracy() throws {
    let some = try Metrics(map([step("a", accuracy: 50), step("b"), step("c", accuracy: 80, value: .adding)])).figures
    #expect(some.rolledPercentCompleteAccurate == 40)
    #expect(some.stepsWithAccuracy == 2)
    #expect(some.steps == 3)
    #expect(try Metrics(map([step("a")])).figures.rolledPercentCompleteAccurate == nil)
    #expect(try Metrics(map([step("a", accuracy: 0)])).figures.rolledPercentCompleteAccurate == 0)
  }
}
