import CanonicalJSON
import ValueStreams

/// A step in one line, times in seconds.
func step(
  _ id: StepID, wait: Int? = nil, process: Int? = nil, queue: Double? = nil, team: TeamID? = nil,
  after: [StepID]? = nil, accuracy: Double? = nil, value: Step.Value? = nil
) -> Step {
  var step = Step(id: id, name: id)
  step.waitTime = wait.map(WorkingTime.init(seconds:))
  step.processTime = process.map(WorkingTime.init(seconds:))
  step.queue = queue
  step.team = team
  step.after = after
  step.percentCompleteAccurate = accuracy
  step.value = value
  return step
}

/// A map of such steps.
func map(
  _ steps: [Step], rework: [Rework]? = nil, workTypes: Members<WorkType>? = nil, demand: Demand? = nil,
  team: TeamID? = nil, teams: Members<Team>? = nil
) -> ValueStreamMap {
  var map = ValueStreamMap(title: "Sketch", steps: steps)
  map.rework = rework
  map.workTypes = workTypes
  map.demand = demand
  map.team = team
  map.teams = teams
  return map
}

extension Metrics {
  /// The figures of one step.
  func step(_ id: StepID) -> StepFigures? {
    steps.first { $0.id == id }
  }
}

/// Whether two figures are the same but for rounding.
func isClose(_ left: Double, _ right: Double, within tolerance: Double = 1e-9) -> Bool {
  abs(left - right) <= tolerance * max(1, abs(left), abs(right))
}
