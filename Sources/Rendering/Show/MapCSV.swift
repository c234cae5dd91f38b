import CanonicalJSON
package import ValueStreams

/// A map as a spreadsheet: one row a step, with the figures as stated, which `new --from` reads back.
///
/// It holds what belongs to one step, and the loops that leave it. What it does not hold: title, trigger, calendar, demand,
/// people and teams beyond their ids, work types and the loops that are only theirs, actions, `x-` members, empty texts.
/// Times are in days where a day has 8 hours, and else in hours, since a spreadsheet knows no calendar.
package struct MapCSV {
  /// The titles of the columns, in order.
  package static let columns = [
    "id", "step", "team", "after", "arrives", "wait", "wait range", "process", "process range", "%C&A", "queue",
    "value",
    "basis", "source", "rework to", "rework %", "rework wait", "replaces", "notes",
  ]

  private let map: ValueStreamMap
  private let durations: DurationText

  package init(_ map: ValueStreamMap) {
    self.map = map
    let durations = DurationText(map.calendar)
    self.durations = durations.day == DurationText.standardDay ? durations : .clock
  }

  package func render() -> String {
    CSV.document([Self.columns.map { .text($0) }] + map.steps.map(row))
  }

  private func row(_ step: Step) -> [CSV.Cell] {
    func time(_ time: WorkingTime?) -> String? { time.map(durations.write) }
    func range(_ range: WorkingTimeRange?) -> String? {
      range.map { "\(durations.write($0.low)) to \(durations.write($0.high))" }
    }
    func number(_ number: Double?) -> CSV.Cell { number.map { .number($0) } ?? .empty }
    func text(_ text: String?) -> CSV.Cell { text.map { .text($0) } ?? .empty }
    let loops = (map.rework ?? []).filter { $0.from == step.id && $0.workTypes == nil }.sorted { $0.to < $1.to }
    func several(_ part: (Rework) -> String) -> CSV.Cell {
      loops.isEmpty ? .empty : .text(loops.map(part).joined(separator: "; "))
    }
    let percents: CSV.Cell = loops.count == 1 ? .number(loops[0].percent) : several { CSV.field(.number($0.percent)) }
    let waits: CSV.Cell = loops.contains { $0.waitTime != nil } ? several { time($0.waitTime) ?? "" } : .empty
    return [
      .text(step.id.string), .text(step.name.string), text(step.team?.string), text(step.after.map(after)),
      text(step.arrives?.rawValue), text(time(step.waitTime)), text(range(step.waitRange)),
      text(time(step.processTime)),
      text(range(step.processRange)), number(step.percentCompleteAccurate), number(step.queue),
      text(step.value?.rawValue), text(step.basis.map(basis)), text(step.source?.string), several(\.to.string),
      percents,
      waits, text(step.replaces.map { $0.map(\.string).joined(separator: " ") }), text(step.notes?.string),
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
