import Archives
import ArgumentParser
import CanonicalJSON
import Changes
import Console
import Rendering
import Reports
import ValueStreams

/// `vsmrepo trend`: a figure over all versions.
struct TrendCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, csv, json, svg }

  static let configuration = CommandConfiguration(
    commandName: "trend",
    abstract: "Show how a figure moved over all versions: first, best, latest, and the change per cycle.",
    discussion: """
      Corrections, and versions whose scope, calendar or basis changed, are marked: they are no evidence of improvement.

      Example: vsmrepo trend content --metric waitTime
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(help: "The streams; all if none is said.", completion: .custom { _, _, _ in Completions.streams() })
  var streams: [String] = []
  @Option(help: "leadTime, waitTime, processTime, reworkTime, activityRatio, handoffs …") var metric: Metric = .leadTime
  @Option(help: "text, csv, json or svg.") var format: Format = .text

  func run() throws {
    let naming = Naming(global: global)
    let archive = try naming.archive()
    let names =
      try streams.isEmpty ? naming.impliedStreams(in: archive) : streams.map { try naming.streamName($0, in: archive) }
    let series = try archive.byStream(names) { [metric] archive, name throws(ReportError) in
      var stream = TrendText.Stream(name: name, trend: Trend(metric), calendar: nil, subjects: [])
      try archive.forEachPast(of: name) { version in
        stream.trend.add(version)
        stream.calendar = version.measured.map.calendar
        stream.subjects.append(version.subject)
      }
      return stream
    }
    let view = TrendText(series, metric: metric)
    let output = Output(options: global)
    switch format {
    case .text: try output.show(view.render(output.terminal))
    case .csv: try output.show(view.csv)
    case .json: try output.write(view.json.canonicalBytes)
    case .svg: try output.write(Array(view.svg.utf8))
    }
  }
}

extension Metric: ExpressibleByArgument {}
