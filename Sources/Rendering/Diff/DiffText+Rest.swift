import CanonicalJSON
package import Changes
import ValueStreams

/// What follows the first screen: rework, figures, steps field by field, flow, and the rest of the map.
extension DiffText {
  func addRework(to page: inout Page) {
    let rework = difference.rework
    guard !rework.isEmpty else { return }
    page.heading("Rework")
    let names = difference.names
    for loop in rework.gone { page.wrap("  − " + text(loop, names.before, durations.before) + "  gone", indent: 4) }
    for loop in rework.new { page.wrap("  + " + text(loop, names.after, durations.after) + "  new", indent: 4) }
    for change in rework.changed {
      let role = Arrow.role(change.after.cost - change.before.cost)
      var line: StyledText = "  \(Arrow.of(change.after.cost - change.before.cost), role) "
      line += ends(change.after.rework, names.after) + "  "
      line +=
        "\(Numbers.percent(change.before.rework.percent)) → \(Numbers.percent(change.after.rework.percent)), costs "
      line += "\(durations.before.text(change.before.cost)) → \(durations.after.text(change.after.cost)) an item"
      page.wrap(line, indent: 4)
    }
  }

  private func text(_ loop: Loop, _ names: [StepID: Text], _ durations: Durations) -> StyledText {
    ends(loop.rework, names)
      + StyledText("  \(Numbers.percent(loop.rework.percent)) go back, costs \(durations.text(loop.cost)) an item")
  }

  private func ends(_ rework: Rework, _ names: [StepID: Text]) -> StyledText {
    "\(names[rework.from] ?? rework.from) ↺ \(names[rework.to] ?? rework.to)"
  }

  func addFigures(to page: inout Page) {
    let moved = difference.movedFigures
    guard !moved.isEmpty else { return }
    page.heading("Figures")
    var table = Table([.init("", least: 14), .init("", .right), .init(""), .init("", .right), .init("", .right)])
    for change in moved {
      let texts = MetricWords.texts(change, difference.calendars)
      let role = change.change.flatMap { MetricWords.isBetter(change.metric, $0) }.map { $0 ? Role.better : .worse }
      table.add([
        StyledText(MetricWords.name(change.metric)), StyledText(texts.before), "→ \(texts.after)",
        StyledText(texts.change, role),
        StyledText(change.percent.map { Numbers.signed($0, Numbers.percent) } ?? ""),
      ])
    }
    page.add(table.lines(width: page.terminal.width, margin: 2))
  }

  func addSteps(to page: inout Page) {
    guard !difference.steps.isEmpty else { return }
    page.heading("Steps")
    let words = StepWords(difference: difference)
    for (change, count) in words.common {
      page.wrap("  ~ at \(count) steps  " + StepWords.text(change), indent: 6)
    }
    for step in difference.steps { words.add(step, to: &page) }
  }

  func addFlow(to page: inout Page) {
    guard !difference.flow.isEmpty else { return }
    page.heading("Flow")
    for (mark, list, names) in [
      ("−", difference.flow.gone, difference.names.before), ("+", difference.flow.new, difference.names.after),
    ] {
      for pair in list {
        page.wrap("  \(mark) \(names[pair.from] ?? pair.from) → \(names[pair.to] ?? pair.to)", indent: 4)
      }
    }
  }

  func addMap(to page: inout Page) {
    guard !difference.map.isEmpty else { return }
    page.heading("On the map")
    for change in difference.map {
      let place = StyledText(change.path.map(\.string).joined(separator: " › "), .strong)
      page.wrap("  " + place + "  " + ValueWords.change(change.values), indent: 4)
    }
  }
}

extension Difference {
  /// The figures that differ and are worth telling.
  package var movedFigures: [MetricChange] {
    let steps = self[.steps]?.change
    return metrics.filter { change in
      switch change.metric {
      // How many steps state a figure says something only where it does not follow from how many steps there are.
      case .stepsWithAccuracy, .stepsWithWait, .stepsWithProcess: change.values.differ && change.change != steps
      default: change.values.differ
      }
    }
  }
}
