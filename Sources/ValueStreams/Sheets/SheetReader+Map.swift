import CanonicalJSON

/// The map that the rows make, and what breaks a rule of the format, said at the cell that it comes from.
extension SheetReader {
  /// Teams get ids; where those are not what stands in the file, the map keeps the names.
  mutating func nameTeams() {
    var teams: [(key: Text, value: Team)] = []
    var ids: [Text: TeamID] = [:]
    for index in drafts.indices {
      guard let name = drafts[index].step.team else { continue }
      let id = ids[name] ?? Self.teamID(name, number: ids.count + 1)
      ids[name] = id
      drafts[index].step.team = id
      teams.append((id, Team(name: name == id ? nil : name)))
    }
    guard teams.contains(where: { $0.value.name != nil }) else { return }
    // Of `Legal` and `legal`, which are one team, the one that says more is kept.
    self.teams = Members(teams.sorted { ($0.value.name != nil ? 1 : 0) < ($1.value.name != nil ? 1 : 0) })
  }

  private static func teamID(_ name: Text, number: Int) -> TeamID {
    Identifier.isValid(name) ? name : Text(Identifier.proposal(for: name.string) ?? "team-\(number)")
  }

  /// Keeps the map if it breaks no rule.
  mutating func finish() {
    guard var map = reading.map else { return }
    map.calendar = options.calendar
    map.teams = teams
    let checked = MapReader.read(map.canonicalBytes)
    reading.map = checked.map
    for problem in checked.problems where problem.severity == .error { complain(problem, in: map) }
  }

  private mutating func complain(_ problem: Problem, in map: ValueStreamMap) {
    let path = problem.pointer.text.string.split(separator: "/").map(String.init)
    let number = path.count > 1 ? Int(path[1]) : nil
    let draft: Draft? =
      switch (path.first, number) {
      case ("steps", let number?) where drafts.indices.contains(number): drafts[number]
      case ("rework", let number?):
        map.rework.flatMap { loops in
          loops.indices.contains(number) ? drafts.first { $0.step.id == loops[number].from } : nil
        }
      default: nil
      }
    let column: SheetColumn =
      switch (path.first, path.dropFirst(2).first) {
      case ("rework", "percent"): .reworkPercent
      case ("rework", _): .reworkTo
      case (_, "after"): .after
      default: .step
      }
    guard let draft, let index = index(of: column) ?? index(of: .step) else {
      complain(at: JSONPosition(line: 1, column: 1), nil, problem.message, problem.remedy ?? "mend the rows concerned")
      return
    }
    complain(in: draft.row, index, problem.message, problem.remedy ?? "mend this row")
  }
}
