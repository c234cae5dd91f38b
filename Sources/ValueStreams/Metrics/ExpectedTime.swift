/// How long an item spends at each step, counting what the loops add; by place.
struct ExpectedTimes: Sendable {
  /// Tᵢ = wᵢ + pᵢ + Σ costs of the loops that leave i.
  private(set) var times: [Stretch] = []
  /// The loops' part of ``times``, in seconds.
  private(set) var rework: [Double] = []
  /// By loop of the work: the seconds it adds to an item's lead time on average.
  private(set) var loopCosts: [Double]
  /// Σ Tᵢ over the steps before the place on the longest way to it.
  private(set) var starts: [Stretch] = []
  /// The place before it on that way; nil where the route starts.
  private(set) var before: [Int?] = []

  /// Solved in the order of flow: a loop's way lies before the step that it leaves.
  ///
  /// - Parameters:
  ///   - passes: by place, wᵢ + pᵢ.
  ///   - isOutside: by place, whether the step is outside one's control.
  /// - Throws: ``FlowError/endlessRework(_:)`` as soon as the lead time passes ``Metrics/limit``.
  init(_ work: RoutedWork, passes: [Double], isOutside: [Bool], _ flow: Flow) throws(FlowError) {
    loopCosts = [Double](repeating: 0, count: work.loops.count)
    for place in passes.indices {
      func here(_ time: Double) -> Stretch { Stretch(time: time, outside: isOutside[place] ? time : 0) }
      let previous = work.route.latest(of: work.route.predecessors[place]) { starts[$0].time + times[$0].time }
      let start = previous.map { starts[$0] + times[$0] } ?? .zero
      before.append(previous)
      starts.append(start)
      let returning = work.returning(from: place)
      var added = Stretch.zero
      for number in work.leaving[place] {
        let loop = work.loops[number]
        let way = wayBack(from: loop.to, to: place, work.route) + here(passes[place])
        let cost = loop.chance / (1 - returning) * (here(loop.delay) + way)
        loopCosts[number] = cost.time
        added = added + cost
      }
      let time = here(passes[place]) + added
      guard (start + time).time <= Metrics.limit else { throw .endlessRework(flow.ids[work.route.steps[place]]) }
      times.append(time)
      rework.append(added.time)
    }
  }

  /// The longest way from one place to another, counting Tᵢ before the latter. From neck to neck it is a
  /// difference of starts; only what lies before and behind is walked.
  private func wayBack(from first: Int, to last: Int, _ route: Route) -> Stretch {
    guard let necks = route.necks.between(first, last) else {
      return route.longestWay(from: first, to: last, times)
    }
    return route.longestWay(from: first, to: necks.lowerBound, times)
      + (starts[necks.upperBound] - starts[necks.lowerBound])
      + route.longestWay(from: necks.upperBound, to: last, times)
  }
}
