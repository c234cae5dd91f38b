import CanonicalJSON

/// How a place on a map is merged.
enum MergeShape {
  /// As a whole.
  case unit
  /// Member by member.
  case members
  /// As a set of strings.
  case set
  /// By identity, in any order.
  case elements
  /// By identity, and the order apart from the content.
  case orderedElements

  init(at path: [Text]) {
    guard let first = path.first, let last = path.last else {
      self = .members
      return
    }
    switch (first, path.count) {
    case _ where last.string.hasPrefix("x-"): self = .unit
    case ("steps", 1), ("participants", 1): self = .orderedElements
    case ("rework", 1): self = .elements
    case ("sources", 1), ("customers", 1): self = .set
    case ("teams", 1), ("glossary", 1), ("workTypes", 1), ("actions", 1): self = .members
    case ("steps", 2), ("participants", 2), ("teams", 2), ("workTypes", 2), ("actions", 2): self = .members
    // A loop is known by its two ends.
    case ("rework", 3): self = .members
    case ("rework", 4) where last == "workTypes": self = .set
    case ("steps", 3) where last == "after" || last == "replaces": self = .set
    case ("steps", 3) where last == "basis": self = .members
    case ("workTypes", 3) where last == "steps": self = .set
    case ("workTypes", 3) where last == "times": self = .members
    case ("workTypes", 4) where path[2] == "times": self = .members
    default: self = .unit
    }
  }
}
