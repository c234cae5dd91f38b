import Changes
package import ValueStreams

/// `vsmrepo forecast`: how long items will take, with the others beside it that it is compared with.
package struct ForecastText {
  /// What people plan with, and what it is called.
  static let percentiles: [(percent: Double, name: String)] = [(50, "half"), (85, "85 of 100"), (95, "95 of 100")]

  let scenarios: [ForecastScenario]
  let deadlines: [WorkingTime]
  private let durations: Durations

  /// - Parameters:
  ///   - scenarios: what is compared comes first, what is asked about last.
  ///   - deadlines: times for which to tell the chance to be done within.
  package init(_ scenarios: [ForecastScenario], deadlines: [WorkingTime] = []) {
    self.scenarios = scenarios
    self.deadlines = deadlines
    let days = Set(scenarios.map { DurationText($0.measured.map.calendar).day })
    durations = days.count > 1 ? .hours : Durations(scenarios.last?.measured.map.calendar)
  }

  package func render(_ terminal: Terminal) -> String {
    var page = Page(terminal)
    page.wrap(heading)
    for text in scenarios.last?.whatIfs ?? [] { page.wrap("what if \(text, .strong)", indent: 8) }
    guard let last = scenarios.last, last.leadTime.percentile(100) ?? 0 > 0 else {
      page.wrap("No step states how long work waits or is worked on, so there is nothing to forecast yet.")
      return page.string()
    }
    page.blank()
    page.add(figures.lines(width: terminal.width, margin: 2))
    ForecastHistogram(scenarios.count > 1 ? [scenarios[0], last] : [last], durations).add(to: &page)
    addWorkTypes(to: &page)
    page.blank()
    for note in notes { page.wrap(StyledText(note, .faint)) }
    return page.string()
  }

  /// `content v3 → v5, forecast of the lead time`
  private var heading: StyledText {
    let named = scenarios.filter(\.whatIfs.isEmpty).map(\.provenance)
    let shown = named.isEmpty ? scenarios.map(\.provenance) : named
    let stream = shown.last?.stream.map { StyledText($0, .strong) + "  " } ?? StyledText()
    let labels = shown.map { side in
      StyledText(side.label + (side.state == .future ? " future state" : ""), .identity)
    }
    return stream + labels.dropFirst().reduce(labels.first ?? "") { $0 + " → " + $1 } + ", forecast of the lead time"
  }

  private var figures: Table {
    let isChange = scenarios.count > 1
    var table = Table(
      [.init("", least: 16)] + scenarios.map { .init(StyledText(isChange ? $0.label : ""), .right) }
        + [.init(isChange ? "change" : "", .right)])
    for (percent, name) in Self.percentiles {
      add("\(name == "half" ? "Half of the items" : name) take at most", to: &table) { $0.leadTime.percentile(percent) }
    }
    add("They take on average", to: &table) { $0.leadTime.mean }
    table.add(
      ["  give or take"] + scenarios.map { "\("± " + durations.text(ForecastScenario.margin($0.leadTime)), .faint)" })
    table.add(
      ["  by the metrics"] + scenarios.map { "\(durations.text($0.measured.metrics.figures.leadTime), .faint)" })
    for deadline in deadlines {
      let chances = scenarios.map { (($0.leadTime.chance(within: Double(deadline.seconds)) ?? 0) * 100).rounded() }
      let change = (chances.last ?? 0) - chances[0]
      let points = Numbers.signed(change) { Numbers.decimal($0, places: 0) } + " points"
      table.add(
        ["Done within \(durations.text(deadline))"] + chances.map { "\(Numbers.percent($0), .strong)" }
          + (isChange ? [StyledText(points, Arrow.role(-change))] : []))
    }
    return table
  }

  /// A row whose change is the difference of the figures as they are printed.
  private func add(_ label: String, to table: inout Table, _ figure: (ForecastScenario) -> Double?) {
    let exact = scenarios.map { figure($0) ?? 0 }
    let grain = durations.grain(for: exact.max() ?? 0)
    let unit = Double(grain.rawValue)
    let values = exact.map { ($0 / unit).rounded() * unit }
    var cells = [StyledText(label)] + values.map { StyledText(durations.text($0, grain: grain), .strong) }
    if values.count > 1, let last = values.last {
      let change = last - values[0]
      cells.append(
        StyledText(Numbers.signed(change) { durations.text($0, grain: grain) }, Arrow.role(change)))
    }
    table.add(cells)
  }

  private func addWorkTypes(to page: inout Page) {
    guard scenarios.contains(where: { !$0.workTypes.isEmpty }) else { return }
    page.heading("Work types")
    var table = Table([
      .init("type", least: 12), .init("", least: 8), .init("half", .right), .init("85 of 100", .right),
      .init("95 of 100", .right), .init("on average", .right),
    ])
    var names: [String] = []
    for type in scenarios.flatMap(\.workTypes) where !names.contains(type.name) { names.append(type.name) }
    for name in names {
      var title = StyledText(name)
      for scenario in scenarios {
        guard let times = scenario.workTypes.first(where: { $0.name == name })?.times else { continue }
        let figures = Self.percentiles.map { times.percentile($0.percent) } + [times.mean]
        table.add(
          [title, StyledText(scenarios.count > 1 ? scenario.label : "", .faint)]
            + figures.map { StyledText($0.map { durations.text($0) } ?? "–") })
        title = StyledText()
      }
    }
    page.add(table.lines(width: page.terminal.width, margin: 2))
  }
}
