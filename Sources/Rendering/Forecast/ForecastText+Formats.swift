package import CanonicalJSON
import Changes
import ValueStreams

/// The same for pages and programs.
extension ForecastText {
  package var markdown: String {
    let title = scenarios.last.map { $0.provenance.stream ?? $0.provenance.label } ?? ""
    let rows = scenarios.flatMap { scenario in
      ([("all", scenario.leadTime)] + scenario.workTypes.map { ($0.name, $0.times) }).map { type, times in
        let durations = Durations(scenario.measured.map.calendar)
        let cells = Self.percentiles.map { times.percentile($0.percent).map { durations.text($0) } ?? "–" }
        let mean = "\(durations.text(times.mean)) ± \(durations.text(ForecastScenario.margin(times)))"
        let chances = deadlines.map {
          Numbers.percent((times.chance(within: Double($0.seconds)) ?? 0) * 100)
        }
        return [Markdown.escaped(scenario.label), Markdown.escaped(type)] + cells + [mean] + chances
      }
    }
    let durations = Durations(scenarios.last?.measured.map.calendar)
    let titles =
      ["Map", "Type", "Half take at most", "85 of 100", "95 of 100", "Average"]
      + deadlines.map { "Within \(durations.text($0))" }
    let whatIfs = (scenarios.last?.whatIfs ?? []).map { "- what if `\($0.filter { $0 != "`" && !$0.isNewline })`\n" }
    return "# \(Markdown.escaped(title)): forecast of the lead time\n\n" + whatIfs.joined()
      + (whatIfs.isEmpty ? "" : "\n")
      + Markdown.table(titles, "ll" + String(repeating: "r", count: titles.count - 2), rows)
      + "\n" + notes.map { Markdown.escaped($0) + "\n" }.joined(separator: "\n")
  }

  /// Times in seconds.
  package var csv: String {
    let titles = ["map", "what if", "work type", "items", "mean", "standard error", "p50", "p85", "p95"]
    var rows: [[CSV.Cell]] = [(titles + deadlines.map { "within \($0.seconds)" }).map { .text($0) }]
    for scenario in scenarios {
      let types = [("", scenario.leadTime)] + scenario.forecast.workTypes.map { ($0.key.string, $0.value) }
      for (type, times) in types {
        rows.append(
          [
            .text(scenario.provenance.label), .text(scenario.whatIfs.joined(separator: " ")), .text(type),
            .number(Double(times.items)), .number(times.mean), .number(times.standardError),
          ] + Self.percentiles.map { times.percentile($0.percent).map { .number($0) } ?? .empty }
            + deadlines.map { times.chance(within: Double($0.seconds)).map { .number($0) } ?? .empty })
      }
    }
    return CSV.document(rows)
  }

  /// `vsm-forecast/1`, as `schema/forecast.schema.json` describes it.
  package var json: JSON {
    let options = scenarios.last?.forecast.options ?? Forecast.Options()
    return [
      "format": "vsm-forecast/1", "items": .value(options.items), "seed": .number(Double(options.seed)),
      "waits": options.waits.json, "processes": options.processes.json, "scenarios": .array(scenarios.map(json)),
    ]
  }

  private func json(_ scenario: ForecastScenario) -> JSON {
    .object(
      scenario.provenance.members + [
        ("title", .string(scenario.measured.map.title)), ("label", .value(scenario.provenance.label)),
        ("whatIf", .list(scenario.whatIfs.map { Text($0) })),
        ("metricsLeadTime", .number(scenario.measured.metrics.figures.leadTime)),
        ("leadTime", json(scenario.leadTime)), ("workTypes", .object(scenario.forecast.workTypes.mapValues(json))),
      ])
  }

  private func json(_ times: LeadTimes) -> JSON {
    let percentiles = Self.percentiles.map {
      (key: Text(String(Int($0.percent))), JSON.value(times.percentile($0.percent)))
    }
    let bins: [JSON] = times.histogram.map {
      ["from": .number($0.from), "to": .number($0.to), "items": .value($0.items)]
    }
    let within: [JSON] = deadlines.map {
      ["time": .value($0.seconds), "chance": .value(times.chance(within: Double($0.seconds)))]
    }
    return [
      "items": .value(times.items), "mean": .number(times.mean), "standardError": .number(times.standardError),
      "percentiles": .object(percentiles), "histogram": .array(bins), "within": .array(within),
    ]
  }
}

extension Spread {
  fileprivate var json: JSON {
    switch self {
    case .none: ["law": "fixed"]
    case .exponential: ["law": "exponential"]
    case .logNormal(let variation): ["law": "log-normal", "variation": .number(variation)]
    }
  }
}
