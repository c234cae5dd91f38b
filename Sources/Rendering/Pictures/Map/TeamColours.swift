import CanonicalJSON
import ValueStreams

/// The teams of a picture, each with a colour, in the order in which work meets them.
struct TeamColours {
  let ids: [TeamID]
  private let places: [TeamID: Int]

  init(_ maps: [ValueStreamMap]) {
    var ids: [TeamID] = []
    var places: [TeamID: Int] = [:]
    for map in maps {
      for id in map.steps.compactMap(\.team) where places[id] == nil {
        places[id] = ids.count
        ids.append(id)
      }
    }
    (self.ids, self.places) = (ids, places)
  }

  subscript(id: TeamID?) -> Int? { id.flatMap { places[$0] } }

  /// The list that tells which colour is whose; nil when no step states a team.
  func legend(figures: Members<TeamFigures>, name: (TeamID) -> String) -> FooterBlock? {
    guard !ids.isEmpty else { return nil }
    let entries = ids.enumerated().map { place, id in
      let swatch = Box(x: 0, y: 1, width: 28, height: 16)
      var facts: [String] = []
      if let team = figures[id] { facts.append(team.outside ? "outside the team" : "own") }
      if let load = figures[id]?.utilisation { facts.append("\(Numbers.percent(load * 100)) utilised") }
      return FooterBlock.Entry(
        symbol: [.rectangle(swatch, corner: 0, Paint(fill: .teamTint(place), stroke: .team(place), width: 1.5))],
        text: facts.isEmpty ? name(id) : "\(name(id)) (\(facts.joined(separator: ", ")))")
    }
    return FooterBlock(heading: "Teams", entries: entries)
  }
}
