import ArgumentParser
import CanonicalJSON
import Changes
import Console
import Rendering
import Reports
import ValueStreams

/// `vsmrepo forecast`: how long items will take, and how sure that is.
struct ForecastCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, markdown, csv }

  static let configuration = CommandConfiguration(
    commandName: "forecast",
    abstract: "Tell how long items will take: half of them, 85 and 95 of 100, and what a change would bring.",
    discussion: """
      Items travel the map one by one, rework and side-by-side branches included; every wait and process time is drawn \
      from the step's range, or from a law around its stated time: exponential, fixed, log-normal or log-normal:0.8 (the \
      deviation as a part of the mean).

      A what-if is STEP.waitTime=1d, STEP.processTime=4h, STEP.queue=3 or FROM.TO.percent=10; several hold together.

      Example: vsmrepo forecast content --what-if legal.waitTime=1d --within 6w
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var option: StreamOption
  @Argument(
    help: "A stream, v3, latest, a date, a file …; the working copy if nothing is said.",
    completion: .custom { _, _, _ in Completions.revisions() })
  var revision: String?
  @Option(name: .customLong("what-if"), help: ArgumentHelp("Forecast the map with this change.", valueName: "change"))
  var whatIfs: [String] = []
  @Option(
    help: ArgumentHelp("Show the forecast of this version beside it.", valueName: "rev"),
    completion: .custom { _, _, _ in Completions.revisions() })
  var compare: String?
  @Option(help: ArgumentHelp("Tell how likely an item is done within this time.", valueName: "duration"))
  var within: [String] = []
  @Option(help: "How many items to send through the map.") var items = 100_000
  @Option(help: "The same seed gives the same forecast.") var seed = 1
  @Option(help: ArgumentHelp("How waits without a range vary.", valueName: "law")) var waits: Spread = .exponential
  @Option(help: ArgumentHelp("How process times without a range vary.", valueName: "law"))
  var work: Spread = .logNormal(variation: 0.5)
  @Option(help: "text, json, markdown or csv (times in seconds).") var format: Format = .text

  func validate() throws {
    guard (1...10_000_000).contains(items) else {
      throw ValidationError("--items is a number from 1 to 10,000,000, not \(items).")
    }
    guard (0...9_007_199_254_740_991).contains(seed) else {
      throw ValidationError("--seed is a whole number from 0 to 2^53 − 1, not \(seed).")
    }
  }

  func run() throws {
    let naming = Naming(global: global, stream: option.stream)
    let subject = try naming.map(revision)
    let calendar = subject.map.calendar
    var scenarios: [ForecastScenario] = []
    if let compare {
      let other = Naming(global: global, stream: option.stream ?? subject.provenance.stream)
      scenarios.append(try scenario(other.map(compare)))
    }
    scenarios.append(try scenario(subject))
    if !whatIfs.isEmpty {
      let changes = try whatIfs.map { try WhatIf($0, calendar: calendar) }
      let map = try changes.reduce(subject.map) { try $0.applying($1) }
      scenarios.append(try scenario(map, subject, whatIfs: whatIfs))
    }
    let view = ForecastText(scenarios, deadlines: try within.map { try deadline($0, calendar) })
    let output = Output(options: global)
    switch format {
    case .text: try output.show(view.render(output.terminal))
    case .json: try output.write(view.json.canonicalBytes)
    case .markdown: try output.show(view.markdown)
    case .csv: try output.show(view.csv)
    }
  }

  private func scenario(_ named: NamedMap) throws -> ForecastScenario {
    ForecastScenario(named.measured, named.provenance, try Forecast(named.map, options))
  }

  private func scenario(_ map: ValueStreamMap, _ named: NamedMap, whatIfs: [String]) throws -> ForecastScenario {
    let measured: MeasuredMap
    do { measured = try MeasuredMap(map) } catch { throw ForecastError.flow(error) }
    return ForecastScenario(measured, named.provenance, whatIfs: whatIfs, try Forecast(map, options))
  }

  private var options: Forecast.Options {
    Forecast.Options(items: items, seed: UInt64(seed), waits: waits, processes: work)
  }

  private func deadline(_ text: String, _ calendar: WorkCalendar?) throws -> WorkingTime {
    do {
      return try DurationText(calendar).read(text)
    } catch {
      throw Failure.usage("--within: \(error.complaint(about: Text(text)))", hint: error.remedy.asHint)
    }
  }
}

extension Spread: ExpressibleByArgument {
  /// `exponential`, `fixed`, `log-normal` or `log-normal:0.8`.
  public init?(argument: String) {
    switch argument {
    case "exponential": self = .exponential
    case "fixed": self = .none
    case "log-normal": self = .logNormal(variation: 0.5)
    default:
      let parts = argument.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count == 2, parts[0] == "log-normal", let variation = Double(parts[1]), (0...10).contains(variation)
      else { return nil }
      self = .logNormal(variation: variation)
    }
  }

  public static var allValueStrings: [String] { ["exponential", "fixed", "log-normal"] }
}
