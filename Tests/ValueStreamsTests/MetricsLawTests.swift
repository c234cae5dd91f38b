import CanonicalJSON
import TestSupport
import Testing
import ValueStreams

@Suite("Metrics: laws")
struct MetricsLawTests {
  @Test("on a chain lead time and effort solve the absorbing Markov chain")
  func markov() throws {
    for seed in 0..<UInt64(caseCount(20_000)) {
      var generator = SeededGenerator(seed: seed)
      var map = RandomMap.make(
        using: &generator, shape: RandomMap.Shape(steps: 1...12, loops: 6, workTypes: 0, isChain: true))
      map.demand = nil
      let figures = try Metrics(map).figures
      let chain = MarkovChain(chain: map)
      #expect(isClose(figures.leadTime, chain.leadTime), "seed \(seed)")
      #expect(isClose(figures.effort, chain.effort), "seed \(seed)")
    }
  }

  @Test("lead time is never significantly above what items take that draw each loop, and on chains equal to it")
  func simulation() throws {
    let items = 4_000
    for seed in 0..<UInt64(caseCount(1_000)) {
      var generator = SeededGenerator(seed: seed)
      let isChain = seed % 4 == 0
      var map = RandomMap.make(
        using: &generator, shape: RandomMap.Shape(steps: 1...7, loops: 3, workTypes: 0, isChain: isChain))
      map.demand = nil
      let leadTime = try Metrics(map).figures.leadTime
      let walk = try ItemWalk(map)
      var (sum, squares) = (0.0, 0.0)
      for _ in 0..<items {
        let time = walk.leadTime(using: &generator)
        sum += time
        squares += time * time
      }
      let mean = sum / Double(items)
      let error = (max(0, squares / Double(items) - mean * mean) / Double(items)).squareRoot()
      // Five standard errors; a skewed mean needs the margin of one part in a hundred.
      let slack = 5 * error + 0.01 * leadTime
      #expect(leadTime <= mean + slack, "seed \(seed): \(leadTime) against \(mean) ± \(error)")
      if isChain { #expect(leadTime >= mean - slack, "seed \(seed): \(leadTime) against \(mean) ± \(error)") }
    }
  }

  @Test("visits, effort, lead time, outside time and successions are those of their definitions, path by path")
  func definitions() throws {
    for seed in 0..<UInt64(caseCount(20_000)) {
      var generator = SeededGenerator(seed: seed)
      var map = RandomMap.make(using: &generator, shape: RandomMap.Shape(steps: 1...9, loops: 4, workTypes: 2))
      map.demand = nil
      let metrics = try Metrics(map)
      let types = metrics.workTypes.map { (Optional($0.key), $0.value.figures, $0.value.steps, $0.value.handoffs) }
      let whole = [(WorkTypeID?.none, metrics.figures, metrics.steps, metrics.handoffs)]
      for (id, figures, steps, handoffs) in types.isEmpty ? whole : types {
        let paths = try EnumeratedPaths(map, type: id)
        let visits = zip(map.steps, paths.visits).filter { $1 > 0 }.map(\.1)
        #expect(visits.count == steps.count && zip(visits, steps).allSatisfy { isClose($0, $1.visits) }, "seed \(seed)")
        #expect(isClose(figures.effort, paths.effort), "seed \(seed)")
        #expect(isClose(figures.leadTime, paths.leadTime.time), "seed \(seed)")
        if let outside = paths.leadTime.outside, let stated = figures.outsideTime {
          #expect(isClose(stated, outside), "seed \(seed)")
        }
        let crossing = paths.successors.enumerated().flatMap { from, row in row.map { (from, $0) } }.filter {
          let teams = (map.steps[$0].team, map.steps[$1].team)
          return teams.0 != nil && teams.1 != nil && teams.0 != teams.1
        }
        #expect(handoffs.count == crossing.count, "seed \(seed)")
      }
    }
  }

  @Test("lead = wait + process + rework and shares sum to 1, for the whole and for each type")
  func sums() throws {
    for seed in 0..<UInt64(caseCount(20_000)) {
      var generator = SeededGenerator(seed: seed)
      let metrics = try Metrics(RandomMap.make(using: &generator))
      for figures in [metrics.figures] + metrics.workTypes.map(\.value.figures) {
        let parts = figures.waitTime + figures.processTime + figures.reworkTime
        #expect(isClose(figures.leadTime, parts), "seed \(seed)")
        #expect(figures.outsideTime.map { $0 >= 0 && $0 <= figures.leadTime * (1 + 1e-12) } ?? true, "seed \(seed)")
        #expect(figures.activityRatio.map { (0...1.000_000_1).contains($0) } ?? true, "seed \(seed)")
      }
      if !metrics.workTypes.isEmpty {
        #expect(isClose(metrics.workTypes.reduce(0) { $0 + $1.value.share }, 1), "seed \(seed)")
      }
      let exceeding = metrics.steps.filter {
        $0.expectedTime > ($0.waitTime + $0.processTime + $0.reworkTime) * (1 + 1e-9) + 1e-6
      }
      #expect(exceeding == [], "seed \(seed)")
      let costs = metrics.rework.reduce(0) { $0 + $1.cost }
      #expect(isClose(costs, metrics.steps.reduce(0) { $0 + $1.reworkTime }), "seed \(seed)")
    }
  }

  @Test("the order in which steps and loops are listed changes no total")
  func listing() throws {
    for seed in 0..<UInt64(caseCount(10_000)) {
      var generator = SeededGenerator(seed: seed)
      let map = RandomMap.make(using: &generator)
      let flow = try Flow(map)
      var shuffled = map
      for index in map.steps.indices { shuffled.steps[index].after = flow.predecessors[index].map { flow.ids[$0] } }
      shuffled.steps.shuffle(using: &generator)
      shuffled.rework?.shuffle(using: &generator)
      let (before, after) = (try Metrics(map), try Metrics(shuffled))
      for metric in [Metric.leadTime, .effort, .handoffs, .rolledPercentCompleteAccurate, .stepsWithWait, .takt] {
        let (left, right) = (before.figures[metric], after.figures[metric])
        #expect(left == right || isClose(left ?? .nan, right ?? .nan, within: 1e-8), "seed \(seed): \(metric)")
      }
      let others = Dictionary(uniqueKeysWithValues: after.steps.map { ($0.id, $0) })
      let differing = before.steps.filter { step in
        guard let other = others[step.id] else { return true }
        return !isClose(step.visits, other.visits) || !isClose(step.expectedTime, other.expectedTime, within: 1e-8)
      }
      #expect(differing == [], "seed \(seed)")
      #expect(Set(before.handoffs) == Set(after.handoffs), "seed \(seed)")
    }
  }

  @Test("the order of members in the document changes nothing")
  func memberOrder() throws {
    for seed in 0..<UInt64(caseCount(2_000)) {
      var generator = SeededGenerator(seed: seed)
      let map = RandomMap.make(using: &generator)
      let straight = try #require(MapReader.read(map.canonicalBytes).map, "seed \(seed)")
      let mixed = try #require(MapReader.read(Array(shuffled(map.json, using: &generator).utf8)).map, "seed \(seed)")
      #expect(try Metrics(mixed) == Metrics(straight), "seed \(seed)")
    }
  }

  /// The document with the members of every object in a random order.
  private func shuffled(_ json: JSON, using generator: inout SeededGenerator) -> String {
    switch json {
    case .object(let members):
      let texts = members.shuffled(using: &generator).map { key, value in
        "\(shuffled(.string(key), using: &generator)):\(shuffled(value, using: &generator))"
      }
      return "{\(texts.joined(separator: ","))}"
    case .array(let elements):
      return "[\(elements.map { shuffled($0, using: &generator) }.joined(separator: ","))]"
    case .null, .bool, .number, .string:
      return String(decoding: json.compactBytes, as: UTF8.self)
    }
  }
}
