import CanonicalJSON
import ValueStreams

/// What each step adds to the lead time of a map, or of one of its work types: nothing unless it is on the longest branch.
/// All arrays go by the place of the step in the map.
struct PathFigures {
  private(set) var isOnPath: [Bool]
  private(set) var wait: [Double]
  private(set) var process: [Double]
  /// The costs of the loops that leave the step.
  private(set) var rework: [Double]
  let totals: PathTotals

  init(steps: [StepFigures], loops: [LoopFigures], figures: Figures, flow: Flow) {
    isOnPath = Array(repeating: false, count: flow.ids.count)
    wait = Array(repeating: 0, count: flow.ids.count)
    process = wait
    rework = wait
    totals = PathTotals(wait: figures.waitTime, process: figures.processTime, rework: figures.reworkTime)
    var expected = 0
    for step in steps where step.onCriticalPath {
      guard let place = flow.index(of: step.id, near: expected) else { continue }
      expected = place + 1
      isOnPath[place] = true
      wait[place] = step.waitTime
      process[place] = step.processTime
    }
    for loop in loops {
      guard let place = flow[loop.from], isOnPath[place] else { continue }
      rework[place] += loop.cost
    }
  }

  /// Whether a step adds to its lead time what another one adds to the other's.
  func adds(_ place: Int, sameAs otherPlace: Int, of other: PathFigures) -> Bool {
    isOnPath[place] == other.isOnPath[otherPlace] && wait[place] == other.wait[otherPlace]
      && process[place] == other.process[otherPlace] && rework[place] == other.rework[otherPlace]
  }

  func sum(of members: [Int]) -> PathTotals {
    members.reduce(into: PathTotals()) { totals, member in
      totals.wait += wait[member]
      totals.process += process[member]
      totals.rework += rework[member]
    }
  }
}

/// The three parts of a lead time, in seconds.
struct PathTotals {
  var wait = 0.0
  var process = 0.0
  var rework = 0.0

  static func + (left: PathTotals, right: PathTotals) -> PathTotals {
    PathTotals(wait: left.wait + right.wait, process: left.process + right.process, rework: left.rework + right.rework)
  }

  static func - (left: PathTotals, right: PathTotals) -> PathTotals {
    PathTotals(wait: left.wait - right.wait, process: left.process - right.process, rework: left.rework - right.rework)
  }

  static func * (left: PathTotals, factor: Double) -> PathTotals {
    PathTotals(wait: left.wait * factor, process: left.process * factor, rework: left.rework * factor)
  }

  static func += (left: inout PathTotals, right: PathTotals) { left = left + right }

  var isZero: Bool { wait == 0 && process == 0 && rework == 0 }
}
