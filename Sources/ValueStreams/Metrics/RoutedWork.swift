import CanonicalJSON

/// The work of one type on its route: what the map states for it, by place. Times are seconds; nil is "not stated".
struct RoutedWork: Sendable {
  /// Of the work at place `from`, the part `chance` goes back to place `to`, after `delay` seconds more.
  struct Loop: Sendable {
    /// The index in the map's `rework`.
    let index: Int
    let from: Int
    let to: Int
    let chance: Double
    let delay: Double
  }

  /// Nil if the map has no work types.
  let id: WorkTypeID?
  /// Normalised: the shares of all types sum to 1.
  let share: Double
  let route: Route
  private(set) var wait: [Double?]
  private(set) var process: [Double?]
  /// %C&A, 0–100.
  private(set) var accuracy: [Double?]
  /// In the order of the map.
  let loops: [Loop]
  /// By place: the numbers in ``loops`` of those that leave it.
  let leaving: [[Int]]

  init(_ type: WorkType?, id: WorkTypeID?, share: Double, route: Route, map: ValueStreamMap, flow: Flow)
    throws(FlowError)
  {
    self.id = id
    self.share = share
    self.route = route
    wait = route.steps.map { map.steps[$0].waitTime.map { Double($0.seconds) } }
    process = route.steps.map { map.steps[$0].processTime.map { Double($0.seconds) } }
    accuracy = route.steps.map { map.steps[$0].percentCompleteAccurate }
    for (step, own) in type?.times ?? [:] {
      guard let place = route.place(of: try flow.index(of: step)) else { continue }
      wait[place] = own.waitTime.map { Double($0.seconds) } ?? wait[place]
      process[place] = own.processTime.map { Double($0.seconds) } ?? process[place]
      accuracy[place] = own.percentCompleteAccurate ?? accuracy[place]
    }
    var loops: [Loop] = []
    var leaving = [[Int]](repeating: [], count: route.count)
    for (index, rework) in (map.rework ?? []).enumerated() {
      if let id, let allowed = rework.workTypes, !allowed.contains(id) { continue }
      guard let from = route.place(of: try flow.index(of: rework.from)),
        let to = route.place(of: try flow.index(of: rework.to))
      else { continue }
      let delay = Double(rework.waitTime?.seconds ?? 0)
      leaving[from].append(loops.count)
      loops.append(Loop(index: index, from: from, to: to, chance: rework.percent / 100, delay: delay))
    }
    self.loops = loops
    self.leaving = leaving
  }

  /// The part of the work leaving the place that goes back.
  func returning(from place: Int) -> Double {
    leaving[place].reduce(0) { $0 + loops[$1].chance }
  }
}

extension Flow {
  func index(of id: StepID) throws(FlowError) -> Int {
    guard let index = self[id] else { throw .unknownStep(id) }
    return index
  }
}
