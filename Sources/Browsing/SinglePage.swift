import CanonicalJSON
package import Changes
import Rendering
package import Reports
package import ValueStreams

/// One page with everything in it, for a mail or a wiki: no link leads away, nothing is loaded.
package enum SinglePage {
  case map(NamedMap)
  case difference(Difference, Sides<NamedMap>)

  package func html(today: Day) throws(BrowsingError) -> String {
    let view: View
    switch self {
    case .map(let map):
      let name = [map.provenance.stream, map.provenance.label].compactMap(\.self).joined(separator: " ")
      var filling = MapSheet(map).filling
      filling["name"] = .text(name)
      filling["isFuture"] = .flag(map.provenance.state == .future)
      filling["committed"] = .text(map.provenance.date.map { Dates.text($0) })
      view = View(template: "version", title: "\(map.map.title.string) · \(name)", filling: filling)
    case .difference(let difference, let maps):
      let title = "\(maps.after.map.title.string): \(difference.from.label) → \(difference.to.label)"
      view = View(template: "comparison", title: title, filling: DifferenceSheet(maps, difference).filling)
    }
    return try Frame(site: Site(form: .single, title: Site.defaultTitle, today: today), templates: try Templates())
      .html(view, at: nil)
  }
}
