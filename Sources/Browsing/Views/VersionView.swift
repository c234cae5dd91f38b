import Archives
import CanonicalJSON
import Changes
import Rendering
import Reports
import ValueStreams

extension Pages {
  /// One map: its picture, its figures, what holds it back, and all it states.
  func versionView(_ version: Version, _ state: Provenance.State) throws(BrowsingError) -> View {
    let (stream, number) = (version.stream, version.number)
    let address = PageAddress.version(stream, number, state)
    let links = links(at: address)
    let neighbours = try neighbours(of: number, in: stream)
    func beside(_ number: Int?) throws(BrowsingError) -> View.Crumb? {
      guard let number, state == .current ? true : try self.version(number, of: stream).has(state) else { return nil }
      return ("v\(number)", .version(stream, number, state))
    }
    let crumbs: [View.Crumb] = [("Streams", .archive), (stream, .stream(stream))]
    let map = state == .future ? try map(version, state) : try mapIfValid(version, state)
    var filling: [String: Filling] = [
      "stream": .link(stream, links.to(.stream(stream))), "name": .text(version.name), "state": .text(state.rawValue),
      "isFuture": .flag(state == .future), "subject": .text(version.subject),
      "committed": .text("\(Dates.text(version.author.timestamp)) by \(version.author.name)"),
      "commit": .text(String(version.commit.prefix(10))), "isCorrection": .flag(version.isCorrection),
      "message": .text(version.message.body),
      "compare": .rows(try comparisons(of: number, in: stream, links)),
      "comments": .rows(try comments(on: version)),
      "otherState": try otherState(version, state, links),
    ]
    guard let map else {
      let reason =
        version.has(state)
        ? "The map of this version is not valid, or cannot be read." : "With this version the map was removed."
      filling["noMap"] = .text(reason)
      filling["title"] = .text(stream)
      return View(
        template: "version", title: "\(stream) \(version.name)", crumbs: crumbs,
        previous: try beside(neighbours.before),
        next: try beside(neighbours.after), hasTwin: false, filling: filling)
    }
    filling["plan"] =
      state == .current && version.has(.future)
      ? .link("Plan to the future state", links.to(.plan(stream, number))) : .absent
    filling["files"] = .rows(
      [
        Filling.link("The map (JSON)", links.to(.document(stream, number, state))),
        .link("Picture (SVG)", links.to(.picture(stream, number, state))),
      ])
    if let before = neighbours.before, state == .current,
      let older = try mapIfValid(try self.version(before, of: stream))
    {
      let difference = try difference(Sides(before: older, after: map))
      filling["headline"] = .link(difference.headlineText, links.to(.comparison(stream, before, number)))
    } else if state == .current {
      filling["headline"] = .link(firstHeadline(map.map, map.measured.metrics), nil)
    }
    let sheet = MapSheet(map, try picture(of: version, state))
    filling.merge(sheet.filling) { own, _ in own }
    return View(
      template: "version", title: "\(stream) \(version.name)\(state == .future ? ", future state" : "")",
      crumbs: crumbs,
      previous: try beside(neighbours.before), next: try beside(neighbours.after), filling: filling)
  }

  /// The numbers of the versions before and after.
  func neighbours(of number: Int, in stream: String) throws(BrowsingError) -> (before: Int?, after: Int?) {
    let marks = try marks(of: stream)
    guard let place = try place(of: number, in: stream) else { return (nil, nil) }
    return (
      place > 0 ? marks[place - 1].number : nil, place + 1 < marks.count ? marks[place + 1].number : nil
    )
  }

  /// The versions that this one is most often compared with.
  private func comparisons(of number: Int, in stream: String, _ links: Links) throws(BrowsingError) -> [Filling] {
    let numbers = try marks(of: stream).map(\.number)
    guard let place = try place(of: number, in: stream) else { return [] }
    return Comparisons.partners(at: place, among: numbers).map { other in
      .link("v\(other)", links.to(.comparison(stream, min(other, number), max(other, number))))
    }
  }

  private func otherState(
    _ version: Version, _ state: Provenance.State, _ links: Links
  ) throws(BrowsingError) -> Filling {
    let other: Provenance.State = state == .current ? .future : .current
    guard version.has(other) else { return .absent }
    return .link("The \(other.rawValue) state", links.to(.version(version.stream, version.number, other)))
  }

  private func comments(on version: Version) throws(BrowsingError) -> [Filling] {
    let revision = Revision(stream: version.stream, place: .version(version), label: version.name)
    return try reporting { () throws(ReportError) in try archive.commentTexts(on: revision) }.map { comment in
      ["author": .text(comment.author), "date": .text(Dates.text(comment.date)), "text": .text(comment.text)]
    }
  }
}
