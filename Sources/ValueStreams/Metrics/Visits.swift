extension RoutedWork {
  /// Visits: how often an item passes each step on average, by place.
  ///
  /// nᵢ = 1 + Σ over loops k→j with i on a way from j to k of nₖ · r, solved from the end of the flow. For the loops
  /// that leave i itself the term moves to the left side: nᵢ · (1 − R).
  ///
  /// - Throws: ``FlowError/endlessRework(_:)``.
  func visits(_ flow: Flow) throws(FlowError) -> [Double] {
    var visits = [Double](repeating: 1, count: route.count)
    var begins = [Repeats](repeating: Repeats(), count: route.count)
    var ends = begins
    var passing = Repeats()
    for place in visits.indices.reversed() {
      passing += begins[place]
      visits[place] = (visits[place] + passing.amount) / (1 - returning(from: place))
      guard visits[place] <= Metrics.limit else { throw .endlessRework(flow.ids[route.steps[place]]) }
      passing -= ends[place]
      for number in leaving[place] where loops[number].to < place {
        let loop = loops[number]
        let amount = visits[place] * loop.chance
        let necks = route.necks.between(loop.to, place) ?? place...place
        for step in route.places(from: loop.to, to: necks.lowerBound) where step < necks.lowerBound {
          visits[step] += amount
        }
        for step in route.places(from: necks.upperBound, to: place)
        where step > necks.upperBound && step < place {
          visits[step] += amount
        }
        let last = min(necks.upperBound, place - 1)
        guard necks.lowerBound <= last else { continue }
        begins[last] += Repeats(amount: amount, loops: 1)
        ends[necks.lowerBound] += Repeats(amount: amount, loops: 1)
      }
    }
    return visits
  }
}

/// What the loops add that pass every place of a stretch between two necks: noted where the stretch begins and ends.
private struct Repeats {
  var amount = 0.0
  var loops = 0

  static func += (sum: inout Repeats, other: Repeats) {
    sum.amount += other.amount
    sum.loops += other.loops
  }

  /// Without a loop left the amount is zero, not what rounding leaves of it.
  static func -= (sum: inout Repeats, other: Repeats) {
    sum.loops -= other.loops
    sum.amount = sum.loops == 0 ? 0 : sum.amount - other.amount
  }
}
