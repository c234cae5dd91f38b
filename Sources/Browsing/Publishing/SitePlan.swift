import Archives
import Reports
import ValueStreams

/// A page with the files that go with it, and what they are made from. As long as the key is the same, so are the files.
struct SiteBundle: Sendable {
  var address: PageAddress
  var key: String

  /// What to ask for; what is not there (a version without a future state) makes no file.
  var requests: [PageRequest] {
    switch address {
    case .asset, .picture, .document: [PageRequest(address)]
    case .version(let stream, let number, _):
      [.version(stream, number, .current), .version(stream, number, .future), .plan(stream, number)].flatMap(Self.both)
        + Provenance.State.allCases.flatMap { state in
          [PageRequest(.picture(stream, number, state)), PageRequest(.document(stream, number, state))]
        }
    default: Self.both(address)
    }
  }

  private static func both(_ address: PageAddress) -> [PageRequest] {
    [PageRequest(address, .page), PageRequest(address, .twin)]
  }

  /// Pages that lead to others take their place after those: the archive's last of all.
  var rank: Int {
    switch address {
    case .asset: 0
    case .picture, .document, .version, .plan, .comparison, .experiment: 1
    case .history: 2
    case .stream: 3
    case .experiments, .improvements: 4
    case .archive: 5
    }
  }
}

extension Pages {
  /// Every bundle of the published site, each with its key. Only looks ids up: no map is read.
  ///
  /// - Parameter known: addresses published before: a comparison that somebody may have linked to stays.
  func bundles(tool: String, known: some Sequence<String>) throws(BrowsingError) -> [SiteBundle] {
    let tips = try reading { () throws(ArchiveError) in try archive.tips() }
    let comments = try reading { () throws(ArchiveError) in try archive.commentMarks() }
    let base = "\(tool) \(Self.edition) \(site.title)"
    func key(_ parts: String...) -> String { fingerprint((base + "\n" + parts.joined(separator: "\n")).utf8) }
    let all = key(
      tips.mainLine ?? "", tips.comments ?? "", tips.experiments.joined(separator: " "), today.description)
    var bundles = PageAddress.Asset.allCases.map { SiteBundle(address: .asset($0), key: key()) }
    for stream in try reading({ () throws(ArchiveError) in try archive.committedStreams() }) {
      if stream.split(separator: "/").contains(where: { $0.hasSuffix(".html") || $0.hasSuffix(".json") }) {
        throw .unpublishable(stream: stream)
      }
      let marks = try marks(of: stream)
      let numbers = marks.map(\.number)
      let pairs = Comparisons.published(numbers, known: known, stream: stream)
      for (place, mark) in marks.enumerated() {
        let before = place > 0 ? marks[place - 1].commit : ""
        let isLast = place == marks.count - 1
        bundles.append(
          SiteBundle(
            address: .version(stream, mark.number, .current),
            key: key(
              mark.commit, before, isLast ? "last \(today)" : "\(numbers[place + 1])",
              Comparisons.partners(at: place, among: numbers).map(String.init).joined(separator: " "),
              comments[mark.commit] ?? "")))
        for earlier in pairs[mark.number] ?? [] {
          guard let other = try self.place(of: earlier, in: stream).map({ marks[$0] }) else { continue }
          bundles.append(
            SiteBundle(
              address: .comparison(stream, earlier, mark.number),
              key: key(other.commit, mark.commit, before, isLast ? "last" : "")))
        }
      }
      guard let last = marks.last else { continue }
      let said = fingerprint(marks.map { comments[$0.commit] ?? "" }.joined(separator: " ").utf8)
      bundles.append(SiteBundle(address: .stream(stream), key: key(last.commit, said)))
      for first in stride(from: 1, through: last.number, by: PageAddress.historyLength)
      where last.number > PageAddress.historyLength {
        let block = marks.filter { first <= $0.number && $0.number < first + PageAddress.historyLength }
        let ids = block.map { $0.commit + (comments[$0.commit] ?? "") }.joined(separator: " ")
        let hasNext = last.number >= first + PageAddress.historyLength
        bundles.append(SiteBundle(address: .history(stream, from: first), key: key(ids, "\(hasNext)")))
      }
    }
    for experiment in try reading({ () throws(ArchiveError) in try archive.experiments() })
    where experiment.latest != nil {
      bundles.append(SiteBundle(address: .experiment(experiment.name), key: all))
    }
    return bundles + [.experiments, .improvements, .archive].map { SiteBundle(address: $0, key: all) }
  }
}
