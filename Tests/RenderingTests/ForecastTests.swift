import CanonicalJSON
import Changes
import Rendering
import Testing
import ValueStreams

@Suite("The forecast")
struct ForecastTests {
  private let options = Forecast.Options(items: 20_000, seed: 1)
  private let sixWeeks = WorkingTime(seconds: 30 * 8 * 3600)

  private func scenario(_ name: String, _ label: String, whatIf: [String] = []) throws -> ForecastScenario {
    var map = try Example(name).map
    for text in whatIf { map = try map.applying(WhatIf(text, calendar: map.calendar)) }
    let stream = String(name.split(separator: "/").dropLast().joined(separator: "/"))
    return ForecastScenario(
      try MeasuredMap(map), Provenance(stream: stream, label: label), whatIfs: whatIf, try Forecast(map, options))
  }

  @Test("tells what half, 85 and 95 of 100 items take, how they spread, and why the mean is not that of the metrics")
  func one() throws {
    let view = ForecastText([try scenario("content/v5", "v5")])
    expectSnapshot(view.render(Terminal(width: 80, color: false)), "forecast-80.txt")
  }

  @Test("stands beside another version and beside the map as it might be")
  func compared() throws {
    let view = ForecastText(
      [
        try scenario("content/v3", "v3"), try scenario("content/v5", "v5"),
        try scenario("content/v5", "v5", whatIf: ["legal.waitTime=1d"]),
      ], deadlines: [sixWeeks])
    expectSnapshot(view.render(Terminal(width: 80, color: false)), "forecast-compared-80.txt")
    expectSnapshot(view.markdown, "forecast.md")
  }

  @Test("has a distribution for each type of work")
  func workTypes() throws {
    let view = ForecastText([try scenario("growth/email/v1", "v1"), try scenario("growth/email/v3", "v3")])
    let text = view.render(Terminal(width: 80, color: false))
    #expect(text.contains("Work types\n  type"))
    #expect(view.csv.split(separator: "\r\n").count == 7)
    let width = text.split(separator: "\n").map(\.count).max() ?? 0
    #expect(width <= 80)
  }

  @Test("as JSON follows its schema, also for a map that states no time")
  func json() throws {
    let template = try #require(Templates.named("content").flatMap { MapReader.read(Array($0.document.utf8)).map })
    let empty = ForecastScenario(
      try MeasuredMap(template), Provenance(label: "first.json"), try Forecast(template, options))
    #expect(ForecastText([empty]).render(Terminal(width: 80, color: false)).contains("so there is nothing to"))
    let compared = ForecastText(
      [try scenario("growth/email/v3", "v3"), try scenario("growth/email/v3", "v3", whatIf: ["copy.waitTime=0m"])],
      deadlines: [sixWeeks])
    try expectValid([compared.json, ForecastText([empty]).json], "forecast")
  }

  @Test("says that a difference within chance is none")
  func chance() throws {
    var map = try Example("content/v5").map
    map.title = "Another"
    let other = ForecastScenario(
      try MeasuredMap(map), Provenance(label: "b"), try Forecast(map, Forecast.Options(items: 500, seed: 2)))
    let text = ForecastText([try scenario("content/v5", "a"), other]).render(Terminal(width: 80, color: false))
    #expect(text.contains("no more than chance explains"))
  }
}
