import CanonicalJSON

extension Constraint {
  /// Utilisation from which a team counts as the constraint: with less slack than that, queues grow steeply.
  package static let fullUtilisation = 0.85

  /// The team of highest utilisation if that is high enough, with its step of largest load; else the step of largest
  /// Σ share · nᵢ · wᵢ over the types on whose critical path it lies; nil if all are 0. On a tie the earlier step.
  static func choose(
    _ map: ValueStreamMap, _ measured: [MeasuredWork], _ roster: TeamRoster, loads: [Double],
    teams: Members<TeamFigures>
  ) -> Constraint? {
    busiest(map, roster, loads: loads, teams: teams) ?? longestWaiting(map, measured)
  }

  private static func busiest(
    _ map: ValueStreamMap, _ roster: TeamRoster, loads: [Double], teams: Members<TeamFigures>
  ) -> Constraint? {
    var heaviest = [Int?](repeating: nil, count: roster.ids.count)
    for (index, team) in roster.teams.enumerated() {
      guard let team, loads[index] > heaviest[team].map({ loads[$0] }) ?? -1 else { continue }
      heaviest[team] = index
    }
    var best: (step: Int, utilisation: Double)?
    for (team, step) in heaviest.enumerated() {
      guard let step, let utilisation = teams[roster.ids[team]]?.utilisation, utilisation >= fullUtilisation else {
        continue
      }
      if let best, (best.utilisation, step) > (utilisation, best.step) { continue }
      best = (step, utilisation)
    }
    guard let best else { return nil }
    let step = map.steps[best.step]
    return Constraint(step: step.id, team: step.team, by: .utilisation, value: best.utilisation)
  }

  private static func longestWaiting(_ map: ValueStreamMap, _ measured: [MeasuredWork]) -> Constraint? {
    var waits = [Double](repeating: 0, count: map.steps.count)
    for item in measured {
      for place in item.criticalPath {
        waits[item.work.route.steps[place]] += item.work.share * item.visits[place] * item.wait[place]
      }
    }
    func microseconds(_ index: Int) -> Double { (waits[index] * 1e6).rounded() }
    var best: Int?
    for index in waits.indices where waits[index] > 0 {
      if let best, microseconds(index) <= microseconds(best) { continue }
      best = index
    }
    return best.map { Constraint(step: map.steps[$0].id, team: map.steps[$0].team, by: .wait, value: waits[$0]) }
  }
}
