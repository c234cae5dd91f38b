import CanonicalJSON
import TestSupport
import Testing
import ValueStreams

@Suite("Forecast")
struct MetricsForecastTests {
  private let fixed = Forecast.Options(items: 500, waits: .none, processes: .none)

  @Test("without any spread every item takes the lead time of the metrics")
  func withoutSpread() throws {
    let steps = [
      step("a", process: 10), step("b", wait: 50, after: ["a"]), step("c", wait: 70, after: ["a"]),
      step("d", wait: 5, process: 1, after: ["b", "c"]),
    ]
    let forecast = try Forecast(map(steps), fixed)
    #expect(forecast.leadTime.mean == 86)
    #expect(forecast.leadTime.percentile(1) == 86)
    #expect(forecast.leadTime.percentile(100) == 86)
    #expect(forecast.leadTime.standardError == 0)
    #expect(forecast.leadTime.histogram.reduce(0) { $0 + $1.items } == 500)
  }

  @Test("on chains the mean agrees with the metrics within its confidence interval")
  func chains() throws {
    for seed in 0..<UInt64(caseCount(400)) {
      var generator = SeededGenerator(seed: seed)
      var map = RandomMap.make(using: &generator, shape: RandomMap.Shape(steps: 1...10, loops: 3, isChain: true))
      for index in map.steps.indices {
        map.steps[index].waitRange = nil
        map.steps[index].processRange = nil
      }
      let figures = try Metrics(map).figures
      let leadTime = try Forecast(map, Forecast.Options(items: 4_000, seed: seed)).leadTime
      // Five standard errors; a skewed mean needs the margin of one part in a hundred.
      let slack = 5 * leadTime.standardError + 0.01 * figures.leadTime
      #expect(abs(leadTime.mean - figures.leadTime) <= slack, "seed \(seed): \(leadTime.mean), \(figures.leadTime)")
    }
  }

  @Test("with branches and loops the mean is never significantly below the metrics")
  func branches() throws {
    for seed in 0..<UInt64(caseCount(400)) {
      var generator = SeededGenerator(seed: seed)
      var map = RandomMap.make(using: &generator, shape: RandomMap.Shape(steps: 1...10, loops: 3))
      for index in map.steps.indices {
        map.steps[index].waitRange = nil
        map.steps[index].processRange = nil
      }
      let figures = try Metrics(map).figures
      let leadTime = try Forecast(map, Forecast.Options(items: 2_000, seed: seed)).leadTime
      let slack = 5 * leadTime.standardError + 0.01 * figures.leadTime
      #expect(leadTime.mean >= figures.leadTime - slack, "seed \(seed): \(leadTime.mean), \(figures.leadTime)")
    }
  }

  @Test("waits are exponential and process times log-normal with half their mean as deviation, unless told otherwise")
  func defaults() throws {
    let wait = try Forecast(map([step("a", wait: 1_000)])).leadTime
    #expect(isClose(wait.percentile(50) ?? 0, 693, within: 0.02))
    #expect(isClose(wait.percentile(95) ?? 0, 2_996, within: 0.02))
    let process = try Forecast(map([step("a", process: 1_000)])).leadTime
    #expect(isClose(process.percentile(50) ?? 0, 894.4, within: 0.01))
    #expect(isClose(process.standardError * Double(process.items).squareRoot(), 500, within: 0.03))
  }

  @Test(
    "of a range one in twenty lies below and one in twenty above, and a mean that goes with it is kept",
    arguments: [nil, 2_600, 2_100, 3_400])
  func ranges(mean: Int?) throws {
    var ranged = step("a", wait: mean)
    ranged.waitRange = WorkingTimeRange(low: WorkingTime(seconds: 1_000), high: WorkingTime(seconds: 5_000))
    let times = try Forecast(map([ranged])).leadTime
    #expect(isClose(times.percentile(5) ?? 0, 1_000, within: 0.03))
    #expect(isClose(times.percentile(95) ?? 0, 5_000, within: 0.03))
    if let mean { #expect(isClose(times.mean, Double(mean), within: 0.02)) }
  }

  @Test("the same seed gives the same forecast, another one another")
  func seeds() throws {
    let map = map([step("a", wait: 10, process: 3), step("b", wait: 7)])
    let options = Forecast.Options(items: 200, seed: 7)
    #expect(try Forecast(map, options) == Forecast(map, options))
    #expect(try Forecast(map, options) != Forecast(map, Forecast.Options(items: 200, seed: 8)))
  }

  @Test("each work type has its own distribution and counts by its share")
  func workTypes() throws {
    let steps = [step("a", wait: 100), step("b", wait: 300)]
    let types: Members<WorkType> = ["long": WorkType(share: 1), "short": WorkType(share: 3, steps: ["a"])]
    let forecast = try Forecast(map(steps, workTypes: types), fixed)
    #expect(forecast.workTypes.map(\.value.items) == [125, 375])
    #expect(forecast.workTypes.map(\.value.mean) == [400, 100])
    #expect(forecast.leadTime.mean == 175)
    #expect(forecast.leadTime.percentile(75) == 100)
    #expect(forecast.leadTime.chance(within: 100) == 0.75)
    #expect(forecast.leadTime.chance(within: 99) == 0)
  }

  @Test("more rework than can be walked is an error that says how many items would do; so is a map without a flow")
  func errors() throws {
    let steps = [step("a"), step("b")]
    let loops = [Rework(from: "b", to: "a", percent: 99.999)]
    #expect(throws: ForecastError.self) { try Forecast(map(steps, rework: loops)) }
    #expect(throws: ForecastError.flow(.unknownStep("ghost"))) { try Forecast(map([step("a", after: ["ghost"])])) }
    #expect(try Forecast(map(steps), Forecast.Options(items: 0)).leadTime.percentile(50) == nil)
  }

  @Test("a what-if changes one figure of the map, for every work type")
  func whatIf() throws {
    let types: Members<WorkType> = ["t": WorkType(times: ["b": StepTimes(waitTime: WorkingTime(seconds: 9))])]
    var before = map([step("a", wait: 100, queue: 4), step("b", wait: 8)], workTypes: types)
    before.steps[0].waitRange = WorkingTimeRange(low: WorkingTime(seconds: 50), high: WorkingTime(seconds: 200))
    before.rework = [Rework(from: "b", to: "a", percent: 10)]
    func after(_ text: String) throws -> ValueStreamMap {
      try before.applying(WhatIf(text, calendar: before.calendar))
    }
    #expect(try after("a.waitTime=50s").steps[0].waitTime?.seconds == 50)
    #expect(try after("a.waitTime=50s").steps[0].waitRange?.high.seconds == 100)
    #expect(try after("b.waitTime=1d").workTypes?["t"]?.times?["b"]?.waitTime == nil)
    #expect(try after("b.processTime=2h").steps[1].processTime?.seconds == 7_200)
    #expect(try after("a.queue=2").steps[0].waitTime == nil)
    #expect(try after("b.a.percent=50").rework?.first?.percent == 50)
    #expect(try after("b.a.percent=0").rework == [])
  }

  @Test("a what-if that makes no sense says why")
  func whatIfFaults() {
    let sketch = map([step("a")])
    func fault(_ text: String) -> WhatIf.Fault? {
      do {
        _ = try sketch.applying(WhatIf(text, calendar: nil))
        return nil
      } catch ForecastError.whatIf(text, let fault) {
        return fault
      } catch {
        return nil
      }
    }
    #expect(fault("a") == .form)
    #expect(fault("a.waitTime") == .form)
    #expect(fault(".waitTime=1d") == .form)
    #expect(fault("a.name=1d") == .field("name", nearest: nil))
    #expect(fault("a.waittime=1d") == .field("waittime", nearest: "waitTime"))
    #expect(fault("a.waitTime=soon") == .duration(.notADuration(suggestion: nil), of: "soon"))
    #expect(fault("a.queue=-1") == .number("-1"))
    #expect(fault("a.a.percent=100") == .number("100"))
    #expect(fault("b.waitTime=1d") == .unknownStep("b", nearest: "a"))
    #expect(fault("a.b.percent=5") == .unknownLoop(from: "a", to: "b"))
  }
}
