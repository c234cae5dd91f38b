import CanonicalJSON
import ValueStreams

/// The lists that explain a map's picture to a stranger.
struct MapLegend {
  let map: ValueStreamMap
  let metrics: Metrics
  let teams: TeamColours
  let actions: NumberedActions

  var blocks: [FooterBlock] {
    [teamBlock, symbols, improvements, glossary].compactMap { $0 }
  }

  private var teamBlock: FooterBlock? {
    let names = Names(map)
    return teams.legend(figures: metrics.teams) { names.team($0).shown(or: $0) }
  }

  private var symbols: FooterBlock {
    let left = Point(0, 9)
    let right = Point(32, 9)
    var entries = [
      FooterBlock.Entry(
        symbol: WaitTriangle.shapes(
          x: 16, base: 19, size: 0.5, paint: Paint(fill: .wait, stroke: .ink, width: 1.2), letter: false),
        text: "Work waiting, with its time and queue")
    ]
    let arrivals = Set(map.steps.map { $0.arrives ?? .push })
    if arrivals.contains(.push) {
      entries.append(
        .init(
          symbol: ArrivalSymbol.shapes(.push, from: left, to: right, tone: .ink), text: "Pushed on as it gets ready"))
    }
    if arrivals.contains(.pull) {
      entries.append(
        .init(symbol: Self.large(.pull), symbolHeight: 36, text: "Pulled by the next step when it has room"))
    }
    if arrivals.contains(.fifo) {
      entries.append(.init(symbol: Self.large(.fifo), symbolHeight: 30, text: "First in, first out"))
    }
    entries.append(
      .init(
        symbol: [.path([left, right], corner: 0, Paint(stroke: .accent, width: 3))],
        text: "Longest branch: it makes the lead time"))
    if metrics.figures.handoffs > 0 {
      entries.append(
        .init(symbol: HandoffMark.shapes(at: Point(16, 9), from: 0, to: 1), text: "Handoff from one team to another"))
    }
    if !(map.rework ?? []).isEmpty {
      entries.append(
        .init(
          symbol: [
            .path([left, right], corner: 0, Paint(stroke: .rework, width: 1.6, dash: [7, 4]))
          ], text: "Rework: the share that goes back, and its extra wait"))
    }
    if map.steps.contains(where: \.holdsGuess) {
      entries.append(.init(symbol: [Self.sign("≈")], text: "A guess, not yet measured"))
    }
    if MapCards.Shown(map).accuracy {
      let meaning = "Complete and accurate: how often the next step can use the work as it comes"
      entries.append(.init(symbol: [Self.sign("%C&A")], text: meaning))
    }
    return FooterBlock(heading: "Legend", entries: entries)
  }

  private static func sign(_ text: String) -> Shape {
    .text(TextLine(text, at: Point(16, 13), alignment: .middle, font: .label))
  }

  private static func large(_ arrival: Step.Arrival) -> [Shape] {
    let middle = arrival == .pull ? 18.0 : 15.0
    return ArrivalSymbol.shapes(
      arrival, from: Point(-4, middle), to: Point(arrival == .pull ? 40 : 44, middle), tone: .ink)
  }

  private var improvements: FooterBlock? {
    guard !actions.actions.isEmpty else { return nil }
    return FooterBlock(
      heading: "Improvements",
      entries: actions.actions.map { number, action in
        let facts = [
          action.status?.rawValue, action.owner?.string, action.due.map { "due \(Dates.text($0))" },
        ].compactMap { $0 }
        return FooterBlock.Entry(
          symbol: Burst.shapes(number, at: Point(16, 12)), term: action.title.string,
          text: facts.joined(separator: " · "))
      })
  }

  private var glossary: FooterBlock? {
    guard let terms = map.glossary, !terms.isEmpty else { return nil }
    return FooterBlock(
      heading: "Glossary", entries: terms.map { FooterBlock.Entry(term: $0.string, text: $1.string) })
  }
}

extension Step {
  /// Whether any of its figures is stated to be a guess.
  var holdsGuess: Bool {
    switch basis {
    case .step(let kind): kind == .guess
    case .figures(let kinds): kinds.values.contains(.guess)
    case nil: false
    }
  }
}
