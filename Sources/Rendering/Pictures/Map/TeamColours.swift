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
}
