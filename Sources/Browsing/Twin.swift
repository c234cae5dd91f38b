import Archives
import CanonicalJSON
import Changes
import Rendering
import Reports
import ValueStreams

extension Pages {
  /// The same as a page, for programs: what the command line prints as JSON.
  func twin(of request: PageRequest) throws(BrowsingError) -> JSON {
    switch request.address {
    case .archive:
      return StatusText(try status(), today: today).json
    case .experiments:
      return ExperimentText(try reporting { () throws(ReportError) in try archive.experimentEntries() }).json
    case .experiment(let name):
      let (_, maps) = try trial(name)
      return DiffJSON(Difference(from: maps.before, to: maps.after)).json
    case .improvements: return try improvements(try ImprovementsForm(request.fields)).text.json
    case .stream(let stream):
      let latest = try marks(of: stream).last?.number ?? 0
      return LogText(try entries(of: stream, from: latest - PageAddress.historyLength + 1, to: latest)).json
    case .history(let stream, let first):
      if try marks(of: stream).last?.number ?? 0 < first { throw .noSuchPage }
      return LogText(try entries(of: stream, from: first, to: first + PageAddress.historyLength - 1)).json
    case .version(let stream, let number, let state):
      let map = try map(try version(number, of: stream), state)
      return MetricsJSON(map.map, map.measured.metrics, map.provenance).json
    case .plan(let stream, let number): return try plan(of: try version(number, of: stream)).text.json
    case .comparison(let stream, let before, let after):
      let maps = Sides(
        before: try map(try version(before, of: stream)), after: try map(try version(after, of: stream)))
      return DiffJSON(try difference(maps)).json
    case .asset, .picture, .document: throw .noSuchPage
    }
  }
}
