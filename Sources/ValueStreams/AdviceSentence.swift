import CanonicalJSON

extension Advice {
  /// One sentence in plain words.
  ///
  /// - Parameter duration: writes seconds of working time as the reader of the map knows them.
  package func sentence(in map: ValueStreamMap, duration: (Double) -> String) -> String {
    func name(_ id: StepID) -> String { map.steps.first { $0.id == id }?.name.string ?? id.string }
    func name(team: TeamID) -> String { map.teams?[team]?.name?.string ?? team.string }
    func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
    switch self {
    case .constraint(let constraint, let share):
      let step = name(constraint.step)
      guard constraint.by == .wait else {
        let team = constraint.team.map(name(team:)) ?? step
        return
          "\(team) is busy \(percent(constraint.value)) of its time, most of it with \(step): work queues up there."
      }
      let part = share.map { ", \(percent($0)) of the lead time" } ?? ""
      return "Work waits longest for \(step): \(duration(constraint.value)) per item\(part)."
    case .outside(let time, let share):
      return "\(duration(time)) of the lead time, \(percent(share)), pass in teams outside our control."
    case .silo(let team, let theirs, let ours):
      return "\(name(team: team)): \(duration(theirs)) with them for \(duration(ours)) with us."
    case .costlyLoop(let from, let to, let rate, let cost, let share):
      let way = from == to ? "\(name(from)) again" : "from \(name(from)) back to \(name(to))"
      return "Rework \(way), \(rate.shortest) % of the work, costs \(duration(cost)) per item, "
        + "\(percent(share)) of the lead time."
    case .queueContradicts(let step, let items, let derived, let stated):
      return "\(items.shortest) items in front of \(name(step)) mean a wait of \(duration(derived)) at this demand, "
        + "not the stated \(duration(stated))."
    }
  }
}
