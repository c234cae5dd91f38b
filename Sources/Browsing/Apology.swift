import Archives
import CanonicalJSON
import Rendering
import Reports
import ValueStreams

extension Pages {
  /// The page that says why there is no other: what, and where to go instead.
  func apology(for error: BrowsingError, _ request: PageRequest?) -> Page {
    let (status, what, hint, way) = Self.words(error)
    if request?.form == .twin || request?.address.isPage == false {
      let json: JSON = ["format": "vsm-error/1", "error": .value(what), "hint": .value(hint)]
      return Page(status, .json, json.canonicalBytes)
    }
    let links = links(at: request?.address)
    let view = View(
      template: "apology", title: what, hasTwin: false,
      filling: [
        "what": .text(what), "hint": .text(hint),
        "way": way.map { .link($0.name, links.to($0.address)) } ?? .absent,
        "home": .link("All streams", links.to(.archive)),
      ])
    // The plain sentence is for the case that the template itself is what is wrong.
    let html = (try? html(view, at: request?.address)) ?? PageText().escapeText(what)
    return Page(status, html: html)
  }

  /// The answer to what names no page at all.
  package func apology(_ error: BrowsingError) -> Page { apology(for: error, nil) }

  private typealias Words = (
    status: Page.Status, what: String, hint: String?, way: (name: String, address: PageAddress)?
  )

  private static func words(_ error: BrowsingError) -> Words {
    switch error {
    case .noSuchPage: return (.notFound, "There is no such page", nil, nil)
    case .unreadableFilter(let name, let value, let remedy):
      return (.badRequest, "\u{201C}\(value)\u{201D} is no value for \(name)", remedy, nil)
    case .report(.archive(let error)): return words(error)
    case .report(.noSuchState(let label, let state)):
      return (.notFound, "\(label) has no \(state.rawValue) state", nil, nil)
    case .report(.invalidMap(let name, let problems)):
      let first = problems.first.map { "\($0.pointer.description): \($0.sentence)" }
      return (.notFound, "The map of \(name) is not valid", first, nil)
    case .template(let name, let reason):
      return (.unreadable, "The template \(name) cannot be used: \(reason)", nil, nil)
    case .foreignFolder, .foreignFile, .unpublishable, .cannotWrite, .publishing:
      return (.unreadable, "The site cannot be written", nil, nil)
    }
  }

  private static func words(_ error: ArchiveError) -> Words {
    switch error {
    case .unknownStream(let name, let nearest):
      let way = nearest.first.map { (name: $0, address: PageAddress.stream($0)) }
      return (.notFound, "There is no stream \(name)", way == nil ? nil : "Perhaps this one:", way)
    case .noVersions(let stream): return (.notFound, "\(stream) has no version yet", nil, nil)
    case .unknownVersion(let word, let stream, let first, let latest):
      return (
        .notFound, "\(stream) has no version \(word)", "It has v\(first) to \(latest.name). The latest:",
        (latest.name, .version(stream, latest.number, .current))
      )
    case .unknownExperiment(let name, _):
      return (.notFound, "There is no experiment \(name)", nil, ("All experiments", .experiments))
    case .shallow(let what):
      return (.unreadable, "This copy of the archive has not enough history for \(what)", nil, nil)
    case .damaged(let what, _): return (.unreadable, "\(what) is damaged in this archive", nil, nil)
    default: return (.unreadable, "The archive cannot be read just now", nil, nil)
    }
  }
}
