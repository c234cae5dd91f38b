import CanonicalJSON
package import ValueStreams

/// The totals of a map, each with the sum or the share that explains it, and what holds the stream back most.
package struct FigureLines {
  private let map: ValueStreamMap
  private let metrics: Metrics
  private let figures: Figures
  private let names: Names
  private let durations: Durations

  package init(_ map: ValueStreamMap, _ metrics: Metrics) {
    self.map = map
    self.metrics = metrics
    figures = metrics.figures
    names = Names(map)
    durations = Durations(map.calendar)
  }

  func add(to page: inout Page) {
    page.heading("Figures, per item")
    guard figures.stepsWithWait + figures.stepsWithProcess > 0 || figures.leadTime > 0 else {
      page.wrap("  No step states how long work waits or is worked on, so there is nothing to add up yet.")
      return
    }
    var table = Table([.init(""), .init("", .right), .init("", least: 20)])
    for (label, value, explanation) in lines {
      table.add([StyledText(label), StyledText(value, .strong), StyledText(explanation, .faint)])
    }
    page.add(table.lines(width: page.terminal.width, margin: 2))
    if let constraint { page.wrap("  \(constraint)", indent: 2) }
    addWorkTypes(to: &page)
  }

  package var lines: [Line] { times + qualities + flow }

  package typealias Line = (label: String, value: String, explanation: String)

  private var times: [Line] {
    let total = figures.leadTime
    let sum = LeadTimeSum(figures, durations)
    var lines: [Line] = [("Lead time", sum.total, "wait \(sum.wait) + work \(sum.process) + rework \(sum.rework)")]
    if figures.reworkTime > 0 {
      lines.append(
        (
          "First-pass time", durations.text(figures.waitTime + figures.processTime),
          "wait + work, when nothing comes back"
        ))
    }
    if let cycle = figures.cycleTime {
      lines.append(
        (
          "Cycle time", durations.text(cycle),
          "from the start of \(map.commitment.map { names.step($0).string } ?? "work")"
        ))
    }
    if let outside = figures.outsideTime {
      lines.append(
        (
          "Outside time", durations.text(outside),
          share(outside, total, "of the lead time is outside the team's control")
        ))
    }
    lines.append(("Effort", durations.text(figures.effort), "all work, on every branch and pass"))
    if let adding = figures.valueAddedTime {
      lines.append(("Value-added time", durations.text(adding), share(adding, total, "of the lead time (PCE)")))
    }
    return lines
  }

  private var qualities: [Line] {
    var lines: [Line] = []
    if let ratio = figures.activityRatio {
      lines.append(("Activity ratio", Numbers.percent(ratio * 100), "work ÷ lead time"))
    }
    if let rolled = figures.rolledPercentCompleteAccurate {
      lines.append(
        ("Rolled %C&A", Numbers.percent(rolled), "\(figures.stepsWithAccuracy) of \(figures.steps) steps state theirs"))
    }
    return lines
  }

  private var flow: [Line] {
    var lines: [Line] = [("Handoffs", Numbers.count(figures.handoffs), "between teams")]
    if let takt = figures.takt { lines.append(("Takt", durations.text(takt), "one item is asked for in this time")) }
    if let items = figures.workInProgress {
      lines.append(("Work in progress", Numbers.decimal(items, places: 1), "items in the stream, demand × lead time"))
    }
    return lines
  }

  package var constraint: StyledText? {
    guard let constraint = metrics.constraint else { return nil }
    let team = constraint.team.map { " (\(names.team($0)))" } ?? ""
    switch constraint.by {
    case .wait:
      return "Constraint: \(names.step(constraint.step), .strong)\(team), where work waits longest: "
        + StyledText("\(durations.text(constraint.value)) an item.")
    case .utilisation:
      let load = Numbers.percent(constraint.value * 100)
      return
        "Constraint: \(names.step(constraint.step), .strong)\(team), the largest load of a team that is \(load) busy."
    }
  }

  private func addWorkTypes(to page: inout Page) {
    guard !metrics.workTypes.isEmpty else { return }
    page.heading("Work types")
    var table = Table([
      .init("type", least: 12), .init("share", .right), .init("lead time", .right), .init("waits", .right),
      .init("work", .right), .init("rework", .right), .init("%C&A", .right, rank: 1),
      .init("handoffs", .right, rank: 2),
    ])
    for (id, type) in metrics.workTypes {
      let own = type.figures
      table.add([
        StyledText(names.workType(id)), StyledText(Numbers.percent(type.share * 100)),
        StyledText(durations.text(own.leadTime), .strong),
        StyledText(durations.text(own.waitTime)), StyledText(durations.text(own.processTime)),
        StyledText(durations.text(own.reworkTime)),
        StyledText(own.rolledPercentCompleteAccurate.map(Numbers.percent) ?? "–"),
        StyledText(Numbers.count(own.handoffs)),
      ])
    }
    page.add(table.lines(width: page.terminal.width, margin: 2))
  }

  private func share(_ part: Double, _ whole: Double, _ text: String) -> String {
    whole > 0 ? "\(Numbers.percent(part / whole * 100)) \(text)" : ""
  }
}
