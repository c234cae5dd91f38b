import CanonicalJSON

extension Metrics {
  /// No lead time may pass so many seconds of working time, and no step be visited more often: some 34,000 years.
  package static let limit = 1e12
  /// So many steps and successions, summed over the work types, are measured at most; it bounds time and memory.
  package static let sizeLimit = 2_000_000

  /// Works out every figure of the map; O(n log n) for n steps in chains and branches whose loops are short or run from neck
  /// to neck, and a walk over the stretch between for each other loop.
  ///
  /// - Throws: any ``FlowError``; none for a map that ``MapReader`` gave.
  package init(_ map: ValueStreamMap) throws(FlowError) {
    try self.init(map, Flow(map))
  }

  /// The same for a flow that is at hand.
  package init(_ map: ValueStreamMap, _ flow: Flow) throws(FlowError) {
    let roster = TeamRoster(map)
    let measured = try MeasuredWork.all(of: map, flow, roster)
    let loads = Self.loads(map, measured)
    let teams = Self.teams(map, roster, loads: loads)
    let figures = measured.map(Figures.init)
    self.figures = Figures(map, measured, figures)
    criticalPath = measured.count == 1 ? measured.first.map { $0.criticalPath.map($0.id(at:)) } : nil
    steps = StepFigures.means(map, measured)
    rework = LoopFigures.means(map, measured)
    handoffs = roster.handoffs(HandoffPlace.union(measured.map(\.handoffs)), in: map)
    self.teams = teams
    constraint = Constraint.choose(map, measured, roster, loads: loads, teams: teams)
    workTypes = Members(
      zip(measured, figures).compactMap { item, figures in
        item.work.id.map { (key: $0, value: WorkTypeFigures(item, figures, roster)) }
      })
  }
}

extension MeasuredWork {
  /// One for every work type, or one for all work.
  static func all(of map: ValueStreamMap, _ flow: Flow, _ roster: TeamRoster) throws(FlowError) -> [MeasuredWork] {
    let work = try RoutedWork.all(of: map, flow)
    var visits: [[Double]] = []
    for item in work { visits.append(try item.visits(flow)) }
    let queueWaits = Metrics.queueWaits(map, work, visits: visits)
    var measured: [MeasuredWork] = []
    for (item, visits) in zip(work, visits) {
      measured.append(
        try MeasuredWork(item, visits: visits, queueWaits: queueWaits, roster: roster, map: map, flow: flow))
    }
    return measured
  }
}

extension RoutedWork {
  /// One for every work type, or one for all work. Checks what every formula relies on.
  static func all(of map: ValueStreamMap, _ flow: Flow) throws(FlowError) -> [RoutedWork] {
    if let commitment = map.commitment { _ = try flow.index(of: commitment) }
    try flow.checkLoops(map.rework ?? [])
    var budget = Metrics.sizeLimit
    let whole = Route(flow)
    var work: [RoutedWork] = []
    let types = map.workTypes ?? [:]
    if types.isEmpty {
      work.append(try RoutedWork(nil, id: nil, share: 1, route: whole, map: map, flow: flow))
    }
    for ((id, type), share) in zip(types, types.shares) {
      var route = whole
      if let steps = type.steps {
        var isTaken = [Bool](repeating: false, count: flow.ids.count)
        for step in steps { isTaken[try flow.index(of: step)] = true }
        route = try Route(flow, through: isTaken, budget: &budget)
      }
      budget -= route.count + route.predecessors.joins
      guard budget >= 0 else { throw .tooLarge }
      work.append(try RoutedWork(type, id: id, share: share, route: route, map: map, flow: flow))
    }
    for item in work {
      for place in 0..<item.route.count where item.returning(from: place) >= 1 {
        throw .totalRework(flow.ids[item.route.steps[place]])
      }
    }
    return work
  }
}

extension Flow {
  /// Every loop must go back: to its own step or to one before it.
  fileprivate func checkLoops(_ loops: [Rework]) throws(FlowError) {
    var pairs: [(from: Int, to: Int)] = []
    for loop in loops { pairs.append((from: try index(of: loop.to), to: try index(of: loop.from))) }
    for (loop, (pair, leads)) in zip(loops, zip(pairs, leads(pairs))) where !leads && pair.from != pair.to {
      throw .forwardRework(from: loop.from, to: loop.to)
    }
  }
}

extension Members<WorkType> {
  /// The weights of the types, 1 where none is stated, divided by their sum. Weights are first scaled by the largest, so that
  /// no sum overflows.
  fileprivate var shares: [Double] {
    let largest = map { $0.value.share ?? 1 }.max() ?? 1
    let weights = map { ($0.value.share ?? 1) / largest }
    let sum = weights.reduce(0, +)
    return weights.map { $0 / sum }
  }
}
