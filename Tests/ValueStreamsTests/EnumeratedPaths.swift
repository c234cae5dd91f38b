import CanonicalJSON
import ValueStreams

/// The figures of one work type word for word from their definitions, by listing every path: far too slow for use, and without
/// any of the shortcuts under test.
struct EnumeratedPaths {
  private let map: ValueStreamMap
  private let flow: Flow
  private let isTaken: [Bool]
  private let type: WorkType?
  private let loops: [(from: Int, to: Int, chance: Double, delay: Double)]
  /// By step: what it hands to within the type, past steps left out.
  let successors: [[Int]]

  init(_ map: ValueStreamMap, type id: WorkTypeID?) throws {
    let flow = try Flow(map)
    let type = id.flatMap { map.workTypes?[$0] }
    let taken = flow.ids.map { type?.steps?.contains($0) ?? true }
    self.map = map
    self.flow = flow
    self.type = type
    isTaken = taken
    loops = (map.rework ?? []).compactMap { loop in
      guard let from = flow[loop.from], let to = flow[loop.to], taken[from], taken[to] else { return nil }
      if let id, let allowed = loop.workTypes, !allowed.contains(id) { return nil }
      return (from, to, loop.percent / 100, Double(loop.waitTime?.seconds ?? 0))
    }
    let all = (0..<flow.ids.count).map { Array(flow.successors[$0]) }
    successors = all.indices.map { start in
      guard taken[start] else { return [] }
      return all.indices.filter { end in
        guard taken[end], end != start else { return false }
        let inner = Self.paths(all, from: start, to: end).map { $0.dropFirst().dropLast() }
        return inner.contains { $0.isEmpty }
          || (inner.contains { path in !path.contains { taken[$0] } }
            && !inner.contains { path in path.contains { taken[$0] } })
      }
    }
  }

  private static func paths(_ successors: [[Int]], from start: Int, to end: Int) -> [[Int]] {
    if start == end { return [[end]] }
    return successors[start].flatMap { paths(successors, from: $0, to: end).map { [start] + $0 } }
  }

  private func own(_ step: Int) -> StepTimes? { type?.times?[flow.ids[step]] }

  private func process(_ step: Int) -> Double {
    Double((own(step)?.processTime ?? map.steps[step].processTime)?.seconds ?? 0)
  }

  private func pass(_ step: Int) -> Double {
    Double((own(step)?.waitTime ?? map.steps[step].waitTime)?.seconds ?? 0) + process(step)
  }

  private func returning(_ step: Int) -> Double {
    loops.reduce(0) { $1.from == step ? $0 + $1.chance : $0 }
  }

  /// nᵢ by step; 0 for a step left out.
  var visits: [Double] {
    var visits = [Double](repeating: 0, count: flow.ids.count)
    for step in flow.order.reversed() where isTaken[step] {
      var sum = 1.0
      for loop in loops where loop.from != step {
        let ways = Self.paths(successors, from: loop.to, to: loop.from)
        if ways.contains(where: { $0.contains(step) }) { sum += visits[loop.from] * loop.chance }
      }
      visits[step] = sum / (1 - returning(step))
    }
    return visits
  }

  var effort: Double {
    zip(flow.order.indices, visits).reduce(0) { $0 + $1.1 * process($1.0) }
  }

  /// Tᵢ by step, and the part of it outside; nil for the part where two longest ways differ in it.
  private var expected: [(time: Double, outside: Double?)] {
    var expected = flow.ids.map { _ in (time: 0.0, outside: Optional(0.0)) }
    for step in flow.order where isTaken[step] {
      let isOutside = map.steps[step].team.map(map.isOutside) ?? false
      var time = pass(step)
      var outside: Double? = isOutside ? time : 0
      for loop in loops where loop.from == step {
        let ways = Self.paths(successors, from: loop.to, to: step).map { $0.dropLast() }
        let way = longest(ways.map(Array.init), expected)
        let factor = loop.chance / (1 - returning(step))
        time += factor * (loop.delay + way.time + pass(step))
        outside = outside.flatMap { sum in
          way.outside.map { sum + factor * ($0 + (isOutside ? loop.delay + pass(step) : 0)) }
        }
      }
      expected[step] = (time, outside)
    }
    return expected
  }

  private func longest(
    _ paths: [[Int]], _ expected: [(time: Double, outside: Double?)]
  ) -> (time: Double, outside: Double?) {
    let sums = paths.map { path in
      (
        time: path.reduce(0) { $0 + expected[$1].time },
        outside: path.reduce(Optional(0.0)) { sum, step in
          sum.flatMap { sum in expected[step].outside.map { sum + $0 } }
        }
      )
    }
    guard let best = sums.max(by: { $0.time < $1.time }) else { return (0, 0) }
    let rivals = sums.filter { $0.time > best.time - 1e-5 }.map(\.outside)
    let isClear = rivals.allSatisfy { rival in isClose(rival ?? .nan, best.outside ?? .nan, within: 1e-6) }
    return (best.time, isClear ? best.outside : nil)
  }

  /// The lead time, and the part of it outside where that is clear.
  var leadTime: (time: Double, outside: Double?) {
    let steps = flow.ids.indices.filter { isTaken[$0] }
    let starts = steps.filter { start in !steps.contains { successors[$0].contains(start) } }
    let ends = steps.filter { successors[$0].isEmpty }
    let paths = starts.flatMap { start in ends.flatMap { Self.paths(successors, from: start, to: $0) } }
    return longest(paths, expected)
  }
}
