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

  /// What every team has to do, those of `teams` and those that steps name. Utilisation = demand rate × effort ÷
  /// (people × availability/100); nil without people or demand, or past all bounds.
  static func teams(_ map: ValueStreamMap, loads: [Double]) -> Members<TeamFigures> {
    var figures: [TeamID: TeamFigures] = [:]
    func idle(_ team: TeamID) -> TeamFigures {
      TeamFigures(steps: 0, outside: map.isOutside(team), effort: 0, utilisation: nil)
    }
    for team in (map.teams ?? [:]).keys { figures[team] = idle(team) }
    for (step, load) in zip(map.steps, loads) {
      guard let team = step.team else { continue }
      var sum = figures[team] ?? idle(team)
      sum.steps += 1
      sum.effort += load
      figures[team] = sum
    }
    for (id, team) in map.teams ?? [:] {
      guard let people = team.people, let demand = map.demand else { continue }
      let capacity = people * (team.availability ?? 100) / 100
      let utilisation = demand.rate * (figures[id]?.effort ?? 0) / capacity
      figures[id]?.utilisation = utilisation.isFinite ? utilisation : nil
    }
    return Members(figures.map { (key: $0.key, value: $0.value) })
  }
}
