import CanonicalJSON

/// The teams of a map by number, those of `teams` and those that only steps name, so that formulas compare numbers.
struct TeamRoster: Sendable {
  let ids: [TeamID]
  /// By team: whether it is outside our control.
  let isOutside: [Bool]
  /// By index of the step in the map: its team's number.
  let teams: [Int?]

  init(_ map: ValueStreamMap) {
    var ids = (map.teams ?? [:]).keys
    var numbers = [TeamID: Int](uniqueKeysWithValues: zip(ids, ids.indices))
    teams = map.steps.indices.map { step in
      guard let team = map.steps[step].team else { return nil }
      if let number = numbers[team] { return number }
      numbers[team] = ids.count
      ids.append(team)
      return ids.count - 1
    }
    self.ids = ids
    isOutside = ids.map(map.isOutside)
  }

  /// By the index of a step in the map; a step without a team is our own.
  func isOutside(step: Int) -> Bool {
    teams[step].map { isOutside[$0] } ?? false
  }
}
