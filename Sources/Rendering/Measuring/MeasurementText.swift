import CanonicalJSON
package import Measuring
package import ValueStreams

/// `vsmrepo measure`: what an event log says about the steps of a map.
package struct MeasurementText {
  let measurement: Measurement
  let map: ValueStreamMap
  let source: String
  let leadTime: Double
  let stream: String?
  let discovery: Discovery?
  let names: Names
  let durations: Durations

  /// - Parameters:
  ///   - map: with the measured figures in it, and `leadTime` by its metrics, in seconds.
  ///   - source: what the log is called.
  ///   - discovery: where the map was drawn from the log.
  package init(
    _ measurement: Measurement, in map: ValueStreamMap, leadTime: Double, source: String, stream: String? = nil,
    discovery: Discovery? = nil
  ) {
    self.measurement = measurement
    self.map = map
    self.leadTime = leadTime
    self.source = source
    self.stream = stream
    self.discovery = discovery
    names = Names(map)
    durations = Durations(map.calendar)
  }

  package func render(_ terminal: Terminal) -> String {
    var page = Page(terminal)
    let (first, last) = measurement.period
    page.wrap(
      "\(source, .strong): \(Numbers.grouped(measurement.events)) events on "
        + "\(Numbers.counted(measurement.items, "item")), \(Dates.text(first)) to \(Dates.text(last))")
    let holidays = measurement.holidays > 0 ? ", \(Numbers.counted(measurement.holidays, "day")) off" : ""
    page.wrap(StyledText("working time: \(measurement.hours), \(measurement.zone)\(holidays)", .faint))
    page.blank()
    page.add(steps.lines(width: terminal.width, margin: 2))
    addLoops(to: &page)
    page.blank()
    for line in totals { page.wrap(StyledText(line)) }
    if !notes.isEmpty { page.blank() }
    for note in notes { page.wrap("! \(note, .warning)") }
    addUnknown(to: &page)
    return page.string()
  }

  private var steps: Table {
    let isSplit = measurement.kind == .intervals
    let times: [Table.Column] =
      isSplit
      ? [
        .init("waits", .right), .init("half", .right, rank: 1), .init("85 of 100", .right), .init("worked on", .right),
        .init("half", .right, rank: 1), .init("85 of 100", .right),
      ] : [.init("waits and work", .right), .init("half", .right), .init("85 of 100", .right)]
    var table = Table([.init("step", least: 24), .init("passes", .right)] + times + [.init("%C&A", .right)])
    for (step, measure) in zip(map.steps, measurement.steps) where measure.passes > 0 {
      let samples = isSplit ? [measure.wait, measure.process] : [measure.both]
      let cells = samples.flatMap { sample in
        [
          StyledText(sample.map { durations.text($0.mean) } ?? "?", .strong),
          StyledText(sample.map { durations.text($0.median) } ?? "", .faint),
          StyledText(sample.map { durations.text($0.percentile85) } ?? ""),
        ]
      }
      table.add(
        [StyledText(step.name), StyledText(Numbers.grouped(measure.passes))] + cells
          + [StyledText(measure.returns > 0 ? measure.percentCompleteAccurate.map(Numbers.percent) ?? "" : "")])
    }
    return table
  }

  private func addLoops(to page: inout Page) {
    guard !measurement.loops.isEmpty else { return }
    page.heading("Work that came back")
    for loop in measurement.loops {
      let extra = loop.extraWait.map { ", waiting \(durations.text($0)) longer than other work" } ?? ""
      let isTaken = map.rework?.contains { $0.from == loop.from && $0.to == loop.to } == true
      let target = loop.from == loop.to ? "again" : "→ \(names.step(loop.to))"
      page.wrap(
        "  \(names.step(loop.from).string) \(target), \(Numbers.counted(loop.count, "time")): "
          + "\(Numbers.percent(loop.percent), .strong) of what leaves it\(extra)"
          + StyledText(isTaken ? "" : " (too rare to be drawn)", .faint), indent: 4)
    }
  }

  private var totals: [String] {
    var lines: [String] = []
    if let times = measurement.itemTimes {
      lines.append(
        "Items took \(durations.text(times.mean)) on average from their first event to their last (half of them "
          + "\(durations.text(times.median)), 85 of 100 \(durations.text(times.percentile85))); the lead time of the map with these "
          + "figures is \(durations.text(leadTime)).")
    }
    if let demand = map.demand, measurement.arrivalRate != nil {
      lines.append(
        "\(Numbers.decimal(demand.items, places: 1)) items came in each \(durations.text(demand.per)) of working time; the queues follow "
          + "from that and from the waits (Little's law).")
    }
    return lines
  }

  private func addUnknown(to page: inout Page) {
    guard !measurement.unknown.isEmpty else { return }
    page.heading("No step of the map")
    for stray in measurement.unknown.prefix(12) {
      let place = stray.after.map { ", mostly after \(names.step($0))" } ?? ""
      page.wrap("  \(stray.activity, .strong), \(Numbers.counted(stray.events, "event"))\(place)", indent: 4)
    }
    if measurement.unknown.count > 12 { page.add("  and \(measurement.unknown.count - 12) more") }
    let first = measurement.unknown[0]
    page.wrap(
      "Is it a step by another name: --map \"\(first.activity)=STEP\". Is it to be left out: --map \"\(first.activity)=\". Is it a "
        + "step that the map lacks: \(adding(first)). Until then what it took is part of the wait of the step after it."
    )
  }

  /// The command that adds the activity to the map.
  private func adding(_ stray: Measurement.Stray) -> String {
    let place = stray.after.map { " --after \($0)" } ?? ""
    return "vsmrepo set \(stream ?? "STREAM") --add \"\(stray.activity)\"\(place)"
  }
}
