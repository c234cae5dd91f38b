import CanonicalJSON
import ValueStreams

/// The actions of a map, numbered in its order, and where each aims.
struct NumberedActions {
  /// What an action aims at, as steps of this map by their place.
  enum Aim: Hashable {
    case step(Int)
    case loop(Int)
  }

  let actions: [(number: Int, action: Action)]
  private var aims: [Aim: [Int]] = [:]

  init(_ map: ValueStreamMap) {
    actions = (map.actions ?? [:]).enumerated().map { ($0 + 1, $1.value) }
    var places: [StepID: Int] = [:]
    for (place, step) in map.steps.enumerated() {
      for former in step.replaces ?? [] where places[former] == nil { places[former] = place }
    }
    for (place, step) in map.steps.enumerated() { places[step.id] = place }
    for (number, action) in actions {
      switch action.target {
      case .step(let id), .handoff(_, let id):
        if let place = places[id] { aims[.step(place), default: []].append(number) }
      case .rework(let from, let to):
        let loop = (map.rework ?? []).firstIndex {
          places[$0.from] == places[from] && places[$0.to] == places[to] && places[from] != nil
        }
        if let loop {
          aims[.loop(loop), default: []].append(number)
        } else if let place = places[from] {
          aims[.step(place), default: []].append(number)
        }
      case nil: break
      }
    }
  }

  subscript(aim: Aim) -> [Int] { aims[aim] ?? [] }
}
