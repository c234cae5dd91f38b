import Foundation
import TestSupport
import Testing

/// The words, options and refusals of `vsmrepo forecast`; what it computes is tested with ``Forecast`` itself.
@Suite("Forecasting") struct ForecastCommandTests {
  @Test("a stream, a version and a file can be forecast, compared and changed")
  func forecasts() throws {
    let tool = try Tool.archive(Tool.map(), Tool.map(wait: "1d"))
    let text = try tool("forecast", "--items", "2000", "--within", "5d").expectDone()
    #expect(text.contains("content  working copy, forecast of the lead time"))
    #expect(text.contains("Done within 5d"))
    let compared = try tool(
      "forecast", "v2", "--compare", "v1", "--what-if", "approval.waitTime=4h", "--items", "2000",
      "--waits", "fixed", "--work", "fixed"
    ).expectDone()
    #expect(compared.contains("content  v1 → v2, forecast of the lead time\nwhat if approval.waitTime=4h"))
    let average = compared.split(separator: "\n").first { $0.contains("They take on average") }
    #expect(
      average?.split(separator: "  ").dropFirst().map { $0.trimmingCharacters(in: .whitespaces) } == [
        "4d 5h", "2d 5h", "2d 1h", "−2d 4h",
      ])
    let file = try tool("forecast", "content/current.json", "--items", "10", "--format", "csv").expectDone()
    #expect(file.hasPrefix("map,what if,work type,items,mean"))
    #expect(
      try tool("forecast", "content", "--items", "50", "--format", "markdown").expectDone().contains("| 85 of 100 |"))
  }

  @Test("the same seed gives the same bytes, another one others")
  func seeds() throws {
    let tool = try Tool.archive(Tool.map())
    let one = try tool("forecast", "--items", "300", "--format", "json").expectDone()
    #expect(try tool("forecast", "--items", "300", "--format", "json").expectDone() == one)
    #expect(try tool("forecast", "--items", "300", "--seed", "2", "--format", "json").expectDone() != one)
  }

  @Test(
    "what cannot be forecast is refused with what to do",
    arguments: [
      ("--what-if approvl.waitTime=1d", 66, "Did you mean approval?"),
      ("--what-if approval.waittime=1d", 64, "Did you mean waitTime?"),
      ("--what-if approval.waitTime=soon", 64, "\"soon\" is not a duration"),
      ("--what-if approval", 64, "Write approval.waitTime=1d"),
      ("--what-if approval.copy.percent=5", 66, "no rework from approval to copy"),
      ("--within 3days", 64, "Write \"3d\"."),
      ("--items 0", 64, "--items is a number from 1"),
      ("--seed -1", 64, "--seed"),
      ("--waits sometimes", 64, "'exponential', 'fixed' or 'log-normal'"),
      ("v9", 66, "no version v9"),
      ("--compare v9", 66, "no version v9"),
    ])
  func refusals(_ words: String, _ status: Int32, _ hint: String) throws {
    let tool = try Tool.archive(Tool.map())
    let outcome = try tool.run(Tool.program, ["forecast"] + words.split(separator: " ").map(String.init))
    #expect(outcome.status == status, "\(outcome)")
    #expect(outcome.errors.contains(hint), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }
}
