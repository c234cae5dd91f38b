import ValueStreams

/// How many items take how long, in steps of a round width that people count in: hours, days, weeks.
struct ForecastHistogram {
  /// Upper edges, in seconds; the last bin has none.
  let edges: [Double]
  private let scenarios: [ForecastScenario]
  private let durations: Durations

  /// - Parameter scenarios: one, or two to compare.
  init(_ scenarios: [ForecastScenario], _ durations: Durations) {
    self.scenarios = scenarios
    self.durations = durations
    let far = scenarios.compactMap { $0.leadTime.percentile(97) }.max() ?? 0
    let width = Self.width(far: far, day: Double(durations.dayLength), most: scenarios.count > 1 ? 10 : 14)
    edges = far > 0 ? (1...Int((far / width).rounded(.up))).map { Double($0) * width } : []
  }

  /// The narrowest round width that covers `far` with at most so many bins.
  private static func width(far: Double, day: Double, most: Double) -> Double {
    let clock = [1, 5, 10, 30, 60, 300, 600, 1800, 3600, 7200, 14_400].filter { $0 < day }
    var days = [1.0, 2, 5]
    while let last = days.last, last * day * most < far { days += [2 * last, 4 * last, 10 * last] }
    return (clock + days.map { $0 * day }).first { $0 * most >= far } ?? day
  }

  func add(to page: inout Page) {
    guard !edges.isEmpty else { return }
    page.heading("How long items take")
    if scenarios.count > 1 {
      page.add("  \(zip(["█", "▒"], scenarios).map { "\($0) \($1.label)" }.joined(separator: "   "), .faint)")
    }
    let shares = scenarios.map { share(of: $0.leadTime) }
    let most = shares.joined().max() ?? 0
    let labels = labels
    let width = labels.map(\.width).max() ?? 0
    let room = max(10, min(46, page.terminal.width - width - 22))
    let first = (0..<edges.count).first { row in shares.contains { $0[row] > 0 } } ?? 0
    for row in first...edges.count {
      for (number, share) in shares.enumerated() {
        let bar =
          number == 0
          ? Bars.solid(share[row], of: most, width: room) : Bars.shaded(share[row], of: most, width: room)
        let label = number == 0 ? labels[row] : StyledText()
        let mark = scenarios.count == 1 ? mark(row) : ""
        page.add(
          "  \(label.padded(to: width, .right))  \(StyledText(bar).padded(to: room))  "
            + StyledText(Numbers.percent(share[row] * 100)).padded(to: 6, .right) + StyledText(mark, .faint))
      }
    }
  }

  private var labels: [StyledText] {
    let texts = edges.map { durations.text($0) }
    let rows = zip(["0"] + texts, texts).map { StyledText("\($0) – \($1)") }
    return rows + [StyledText("longer than \(texts.last ?? "0")")]
  }

  /// The share of items in each bin, 0–1.
  private func share(of times: LeadTimes) -> [Double] {
    let within = edges.map { times.chance(within: $0) ?? 0 }
    return zip([0] + within, within + [1]).map { $1 - $0 }
  }

  /// Which percentiles lie in the bin.
  private func mark(_ row: Int) -> String {
    let words = ForecastText.percentiles.compactMap { percent, name -> String? in
      guard let time = scenarios.first?.leadTime.percentile(percent) else { return nil }
      return (edges.firstIndex { time <= $0 } ?? edges.count) == row ? name : nil
    }
    return words.isEmpty ? "" : "  ← " + words.joined(separator: ", ")
  }
}
