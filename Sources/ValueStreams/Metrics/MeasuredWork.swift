/// The work of one type with everything that its figures are sums of; by place on its route.
struct MeasuredWork: Sendable {
  let map: ValueStreamMap
  let work: RoutedWork
  let visits: [Double]
  /// One pass, in seconds: as stated, else derived from the queue, else 0.
  let wait: [Double]
  let isWaitDerived: [Bool]
  /// By index in the map, alike for all types.
  let queueWaits: [Double?]
  let process: [Double]
  let expected: ExpectedTimes
  /// As places, first step first.
  let criticalPath: [Int]
  let handoffs: [HandoffPlace]

  /// - Parameter queueWaits: by index in the map, as ``Metrics/queueWaits(_:_:visits:)`` gives them.
  init(
    _ work: RoutedWork, visits: [Double], queueWaits: [Double?], roster: TeamRoster, map: ValueStreamMap, flow: Flow
  ) throws(FlowError) {
    let steps = work.route.steps
    let wait = zip(work.wait, steps).map { stated, step in stated ?? queueWaits[step] ?? 0 }
    let process = work.process.map { $0 ?? 0 }
    let expected = try ExpectedTimes(
      work, passes: zip(wait, process).map(+), isOutside: steps.map(roster.isOutside(step:)), flow)
    self.map = map
    self.work = work
    self.visits = visits
    self.queueWaits = queueWaits
    self.wait = wait
    self.process = process
    self.expected = expected
    isWaitDerived = zip(work.wait, steps).map { stated, step in stated == nil && queueWaits[step] != nil }
    criticalPath = work.route.criticalPath(expected)
    handoffs = work.route.handoffs(roster)
  }

  func id(at place: Int) -> StepID {
    map.steps[work.route.steps[place]].id
  }
}
