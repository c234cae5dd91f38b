package import CanonicalJSON
package import ValueStreams

/// What the ids of a map are called.
package struct Names {
  private let steps: [StepID: Text]
  private let teams: Members<Team>
  private let workTypes: Members<WorkType>

  package init(_ map: ValueStreamMap) {
    steps = Dictionary(map.steps.map { ($0.id, $0.name) }) { first, _ in first }
    teams = map.teams ?? [:]
    workTypes = map.workTypes ?? [:]
  }

  package func step(_ id: StepID) -> Text { steps[id] ?? id }
  package func team(_ id: TeamID) -> Text { teams[id]?.name ?? id }
  package func workType(_ id: WorkTypeID) -> Text { workTypes[id]?.name ?? id }
}
