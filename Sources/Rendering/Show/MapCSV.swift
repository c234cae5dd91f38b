import CanonicalJSON
package import ValueStreams

/// A map as a spreadsheet: one row a step, with the figures as stated, which `new --from` reads back.
package struct MapCSV {
  /// The titles of the columns, in order.
  package static let columns = [
    "id", "step", "team", "after", "arrives", "wait", "process", "%C&A", "queue", "value", "basis", "source", "notes",
  ]

  private let map: ValueStreamMap

  package init(_ map: ValueStreamMap) {
    self.map = map
  }

  package func render() -> String {
    CSV.document([Self.columns.map { .text($0) }] + map.steps.map(row))
  }

  private func row(_ step: Step) -> [CSV.Cell] {
    let durations = DurationText(map.calendar)
    func time(_ time: WorkingTime?) -> CSV.Cell { time.map { .text(durations.write($0)) } ?? .empty }
    func number(_ number: Double?) -> CSV.Cell { number.map { .number($0) } ?? .empty }
    func text(_ text: String?) -> CSV.Cell { text.map { .text($0) } ?? .empty }
    return [
      .text(step.id.string), .text(step.name.string), text(step.team?.string), text(step.after.map(after)),
      text(step.arrives?.rawValue), time(step.waitTime), time(step.processTime), number(step.percentCompleteAccurate),
      number(step.queue), text(step.value?.rawValue), text(step.basis.map(basis)), text(step.source?.string),
      text(step.notes?.string),
    ]
  }

  /// Ids with spaces between; `(none)` where a flow starts, since an empty cell means the step above.
  private func after(_ ids: [StepID]) -> String {
    ids.isEmpty ? "(none)" : ids.map(\.string).joined(separator: " ")
  }

  /// `measured`, or `processTime=guess waitTime=measured`.
  private func basis(_ basis: Basis) -> String {
    switch basis {
    case .step(let kind): kind.rawValue
    case .figures(let kinds): kinds.map { "\($0.key)=\($0.value.rawValue)" }.joined(separator: " ")
    }
  }
}
