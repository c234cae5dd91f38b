import Archives
import CanonicalJSON
import Changes
import Rendering
import Reports
import ValueStreams

extension Pages {
  /// Any two versions of a stream.
  func comparisonView(_ stream: String, _ before: Int, _ after: Int) throws(BrowsingError) -> View {
    let address = PageAddress.comparison(stream, before, after)
    let sides = Sides(before: try version(before, of: stream), after: try version(after, of: stream))
    let maps = Sides(before: try map(sides.before), after: try map(sides.after))
    let difference = try difference(maps)
    let neighbours = try neighbours(of: after, in: stream)
    let earlier = try self.neighbours(of: before, in: stream).before
    let links = links(at: address)
    var filling = DifferenceSheet(
      maps, difference,
      places: Sides(
        before: links.to(.version(stream, before, .current)), after: links.to(.version(stream, after, .current)))
    ).filling
    filling["stream"] = .link(stream, links.to(.stream(stream)))
    filling["swap"] =
      site.form == .server ? .link("The other way round", links.to(.comparison(stream, after, before))) : .absent
    return View(
      template: "comparison", title: "\(stream) v\(before) → v\(after)",
      crumbs: [("Streams", .archive), (stream, .stream(stream))],
      previous: before + 1 == after ? earlier.map { ("v\($0) → v\(before)", .comparison(stream, $0, before)) } : nil,
      next: before + 1 == after ? neighbours.after.map { ("v\(after) → v\($0)", .comparison(stream, after, $0)) } : nil,
      filling: filling)
  }
}
