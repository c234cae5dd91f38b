import CanonicalJSON

extension Metrics {
  /// The load on each step, by index in the map: Σ over types of share · nᵢ · pᵢ, in seconds of work per item.
  static func loads(_ map: ValueStreamMap, _ measured: [MeasuredWork]) -> [Double] {
    var loads = [Double](repeating: 0, count: map.steps.count)
    for item in measured {
      for (place, step) in item.work.route.steps.enumerated() {
        loads[step] += item.work.share * item.visits[place] * item.process[place]
      }
    }
    return loads
  }

  /// What every team has to do. Utilisation = demand rate × effort ÷ (people × availability/100); nil without people or
  /// demand, or past all bounds.
  static func teams(_ map: ValueStreamMap, _ roster: TeamRoster, loads: [Double]) -> Members<TeamFigures> {
    var steps = [Int](repeating: 0, count: roster.ids.count)
    var effort = [Double](repeating: 0, count: roster.ids.count)
    for (team, load) in zip(roster.teams, loads) {
      guard let team else { continue }
      steps[team] += 1
      effort[team] += load
    }
    return Members(
      roster.ids.enumerated().map { number, id in
        var figures = TeamFigures(
          steps: steps[number], outside: roster.isOutside[number], effort: effort[number], utilisation: nil)
        if let team = map.teams?[id], let people = team.people, let demand = map.demand {
          let utilisation = demand.rate * effort[number] / (people * (team.availability ?? 100) / 100)
          figures.utilisation = utilisation.isFinite ? utilisation : nil
        }
        return (key: id, value: figures)
      })
  }
}
