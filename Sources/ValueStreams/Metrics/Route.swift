/// The steps that one work type takes and the order between them. A step goes by its *place*: its number in the order
/// of flow, so that every predecessor has a smaller place.
struct Route: Sendable {
  /// By place: the index of the step in the map.
  let steps: [Int]
  /// By place, as places: who hands work to it, also past steps that the route leaves out.
  let predecessors: FlowNeighbours
  /// The places where the route ends.
  let ends: [Int]
  let necks: RouteNecks
  /// By index in the map: the place, or -1 for a step that the route leaves out.
  private let places: [Int]

  /// - Parameter successions: by place, the predecessors as indices in the map.
  private init(_ flow: Flow, steps: [Int], successions: (Int) -> some Sequence<Int>) {
    var places = [Int](repeating: -1, count: flow.ids.count)
    for (place, step) in steps.enumerated() { places[step] = place }
    var predecessors = FlowNeighbours()
    var isEnd = [Bool](repeating: true, count: steps.count)
    for place in steps.indices {
      for before in successions(place) {
        predecessors.append(places[before])
        isEnd[places[before]] = false
      }
      predecessors.endRow()
    }
    self.steps = steps
    self.predecessors = predecessors
    self.ends = steps.indices.filter { isEnd[$0] }
    self.necks = RouteNecks(predecessors)
    self.places = places
  }

  /// The route through all steps.
  init(_ flow: Flow) {
    self.init(flow, steps: flow.order) { flow.predecessors[flow.order[$0]] }
  }

  /// The route through some of the steps; see ``Flow/bypassing(_:budget:)``.
  init(_ flow: Flow, through isTaken: [Bool], budget: inout Int) throws(FlowError) {
    let steps = flow.order.filter { isTaken[$0] }
    let successions = try flow.bypassing(isTaken, budget: &budget)
    self.init(flow, steps: steps) { successions[steps[$0]] }
  }

  var count: Int { steps.count }

  /// The place of the step with that index in the map, if the route takes it.
  func place(of step: Int) -> Int? {
    places[step] < 0 ? nil : places[step]
  }
}
