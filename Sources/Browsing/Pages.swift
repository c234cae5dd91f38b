package import Archives
import CanonicalJSON
import Changes
import PageFiles
import Rendering
import Reports
package import ValueStreams

/// The pages of an archive, each a function of the request and of what the archive holds at that moment.
///
/// A class because it keeps what several pages need and is used from one place at a time, as the open archive is.
package final class Pages {
  let archive: Archive
  package let site: Site
  /// What is overdue depends on it.
  package var today: Day
  let templates: Templates
  /// Whether each page looks first whether the archive has changed; a published site shows it as it was at one moment.
  private let follows: Bool
  private var shelf: [Shelved] = []
  private var readers: [Provenance.State: VersionReader] = [:]
  private var differences: [Difference] = []
  private var tips: ArchiveTips?
  private var marks: [String: [VersionMark]] = [:]
  /// Where in them each number stands.
  private var places: [String: [Int: Int]] = [:]
  /// By stream, the versions that the plan was last made from.
  var pasts: [String: PastWindow] = [:]

  private struct Shelved {
    let commit: String
    let stream: String
    let state: Provenance.State
    let map: NamedMap
    var picture: Picture?
  }

  /// So many maps are kept: a page and its neighbours need two or three.
  private static let shelfLength = 8

  package init(_ archive: Archive, _ site: Site, follows: Bool = true) throws(BrowsingError) {
    self.archive = archive
    self.site = site
    today = site.today
    templates = try Templates()
    self.follows = follows
  }

  /// The answer; what goes wrong is a page, too.
  package func page(for request: PageRequest) -> Page {
    do {
      try refresh()
      var page = try answer(request)
      if page.tag == nil, page.status == .found { page.tag = "\"\(fingerprint(page.body))\"" }
      return page
    } catch {
      return apology(for: error, request)
    }
  }

  private func answer(_ request: PageRequest) throws(BrowsingError) -> Page {
    switch request.address {
    case .asset(let asset): return Self.file(asset)
    case .picture(let stream, let number, let state):
      return Page(.found, .svg, Array(try picture(of: try version(number, of: stream), state).svg().utf8))
    case .document(let stream, let number, let state):
      return Page(.found, .json, try map(try version(number, of: stream), state).map.canonicalBytes)
    case .stream(let stream):
      if let pair = try comparisonAsked(request, of: stream) { return Page(seeOther: pair.path) }
    default: break
    }
    if request.form == .twin { return Page(.found, .json, try twin(of: request).canonicalBytes) }
    return Page(html: try html(try view(of: request), at: request.address))
  }

  /// What somebody chose on the form of a stream's page.
  private func comparisonAsked(_ request: PageRequest, of stream: String) throws(BrowsingError) -> PageAddress? {
    guard let before = request.fields["from"]?.first, let after = request.fields["to"]?.first else { return nil }
    guard let before = StreamName.versionNumber(before), let after = StreamName.versionNumber(after) else {
      throw .unreadableFilter("from", value: "\(before)..\(after)", remedy: "Write versions as v3.")
    }
    return .comparison(stream, before, after)
  }

  private func view(of request: PageRequest) throws(BrowsingError) -> View {
    switch request.address {
    case .archive: try archiveView()
    case .experiments: try experimentsView()
    case .experiment(let name): try experimentView(name)
    case .improvements: try improvementsView(request)
    case .stream(let stream): try streamView(stream)
    case .history(let stream, let first): try historyView(stream, from: first)
    case .version(let stream, let number, let state): try versionView(try version(number, of: stream), state)
    case .plan(let stream, let number): try planView(try version(number, of: stream))
    case .comparison(let stream, let before, let after): try comparisonView(stream, before, after)
    case .asset, .picture, .document: throw .noSuchPage
    }
  }

  func html(_ view: View, at address: PageAddress?) throws(BrowsingError) -> String {
    try Frame(site: site, templates: templates).html(view, at: address)
  }

  /// How the page at `address` names others.
  func links(at address: PageAddress?) -> Links { site.links(at: address) }

  // MARK: What the archive holds

  /// Forgets what was looked up before the archive changed.
  private func refresh() throws(BrowsingError) {
    if !follows, tips != nil { return }
    let now = try reading { () throws(ArchiveError) in try archive.tips() }
    if now != tips { (marks, places, pasts, differences) = ([:], [:], [:], []) }
    tips = now
  }

  /// The versions of a stream, oldest first; throws for a stream that never was.
  func marks(of stream: String) throws(BrowsingError) -> [VersionMark] {
    if let known = marks[stream] { return known }
    let found = try reading { () throws(ArchiveError) in
      try archive.checkExists(stream)
      return try archive.marks(of: stream)
    }
    if found.isEmpty { throw .report(.archive(.noVersions(stream: stream))) }
    marks[stream] = found
    places[stream] = Dictionary(found.indices.map { (found[$0].number, $0) }) { _, last in last }
    return found
  }

  /// The place of a version among all of its stream; nil where there is none of that number.
  func place(of number: Int, in stream: String) throws(BrowsingError) -> Int? {
    _ = try marks(of: stream)
    return places[stream]?[number]
  }

  func version(_ number: Int, of stream: String) throws(BrowsingError) -> Version {
    if let place = try place(of: number, in: stream) {
      let mark = try marks(of: stream)[place]
      return try reading { () throws(ArchiveError) in try archive.version(at: mark, of: stream) }
    }
    return try reading { () throws(ArchiveError) in try archive.version(number, of: stream) }
  }

  func map(_ version: Version, _ state: Provenance.State = .current) throws(BrowsingError) -> NamedMap {
    if let place = shelved(version, state) { return shelf[place].map }
    let map = try reporting { () throws(ReportError) in
      try archive.map(of: version, state, &readers[state, default: VersionReader()])
    }
    shelf.append(Shelved(commit: version.commit, stream: version.stream, state: state, map: map))
    if shelf.count > Self.shelfLength { shelf.removeFirst() }
    return map
  }

  /// What changed from one map of a version to another: the later one's page tells of it, their comparison, and its twin.
  func difference(_ maps: Sides<NamedMap>) throws(BrowsingError) -> Difference {
    let (from, to) = (maps.before.provenance, maps.after.provenance)
    if let known = differences.first(where: { $0.from == from && $0.to == to }) { return known }
    let found = try reporting { () throws(ReportError) in try archive.difference(from: maps.before, to: maps.after) }
    differences.append(found)
    if differences.count > Self.shelfLength { differences.removeFirst() }
    return found
  }

  private func shelved(_ version: Version, _ state: Provenance.State) -> Int? {
    shelf.firstIndex { $0.commit == version.commit && $0.stream == version.stream && $0.state == state }
  }

  /// The picture of a version's map: its page shows it, and it is a file of its own.
  func picture(of version: Version, _ state: Provenance.State) throws(BrowsingError) -> Picture {
    if let known = shelved(version, state).flatMap({ shelf[$0].picture }) { return known }
    let map = try map(version, state)
    let picture = MapPicture.make(map.measured, label: map.provenance.label)
    if let place = shelved(version, state) { shelf[place].picture = picture }
    return picture
  }

  /// The same, nil where there is none or an invalid one.
  func mapIfValid(_ version: Version?, _ state: Provenance.State = .current) throws(BrowsingError) -> NamedMap? {
    guard let version else { return nil }
    do {
      return try map(version, state)
    } catch {
      switch error {
      case .report(.invalidMap), .report(.noSuchState), .report(.archive(.damaged)), .report(.archive(.tooLarge)):
        return nil
      default: throw error
      }
    }
  }
}
