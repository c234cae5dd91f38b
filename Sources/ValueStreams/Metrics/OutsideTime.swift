import CanonicalJSON

extension ValueStreamMap {
  /// Whether the team is outside our control: as its `control` states, else unless it owns the stream.
  package func isOutside(_ team: TeamID) -> Bool {
    (teams?[team]?.control ?? (team == self.team ? .own : .outside)) == .outside
  }

  /// Whether the map says whose team we are, without which nothing is inside or outside.
  package var statesControl: Bool {
    team != nil || (teams ?? [:]).contains { $0.value.control != nil }
  }
}

extension MeasuredWork {
  /// The part of the lead time at steps of outside teams, within the ways of loops too: a loop's extra wait belongs to the
  /// step that it leaves, and a step without a team is our own. Nil if the map states no control.
  var outsideTime: Double? {
    guard map.statesControl else { return nil }
    return criticalPath.reduce(0) { $0 + expected.times[$1].outside }
  }
}
