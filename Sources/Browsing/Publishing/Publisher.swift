package import Archives
import Synchronization

/// Writes the pages of an archive as files that any static host can serve.
///
/// Only what changed is made again, aside; then each file takes its place whole, those that others link to first, the archive's page
/// last: at every moment every page is complete and every link leads somewhere. What was interrupted, the next run finishes.
package struct Publisher: Sendable {
  package struct Outcome: Equatable, Sendable {
    package var written = 0
    package var kept = 0
    package var removed = 0

    package init(written: Int = 0, kept: Int = 0, removed: Int = 0) {
      self.written = written
      self.kept = kept
      self.removed = removed
    }
  }

  private let site: Site
  private let folder: SiteFolder
  private let tool: String
  private let open: @Sendable () throws(ArchiveError) -> sending Archive

  /// - Parameters:
  ///   - path: of the folder to publish to; must be empty, new, or one published to before.
  ///   - tool: the version of the program; another one makes every page again.
  ///   - open: opens the archive; called once for every thread that makes pages.
  package init(
    _ site: Site, to path: String, tool: String, open: @escaping @Sendable () throws(ArchiveError) -> sending Archive
  ) {
    self.site = site
    folder = SiteFolder(path: path)
    self.tool = tool
    self.open = open
  }

  /// - Parameter progress: told how many of the pages to make are made.
  package func run(progress: @escaping @Sendable (Int, Int) -> Void) async throws(BrowsingError) -> Outcome {
    let (old, lock) = try folder.open()
    defer { withExtendedLifetime(lock) {} }
    let pages = try pages()
    let bundles = try pages.bundles(tool: tool, known: old.bundles.keys)
    var new = SiteManifest()
    var stale: [SiteBundle] = []
    for bundle in bundles {
      let known = old.bundles[bundle.address.path]
      if let known, known.key == bundle.key, known.files.allSatisfy(folder.exists) {
        new.bundles[bundle.address.path] = known
      } else {
        stale.append(bundle)
      }
    }
    var outcome = Outcome()
    outcome.kept = new.bundles.values.reduce(0) { $0 + $1.files.count }
    try folder.clearDrafts()
    let drafts = try await make(stale, progress)
    for (bundle, made) in zip(stale, drafts) {
      new.bundles[bundle.address.path] = SiteManifest.Bundle(key: bundle.key, files: made.map(\.file))
    }
    outcome.written = drafts.reduce(0) { $0 + $1.count }
    outcome.removed = try replace(old, by: new, zip(stale, drafts).sorted { $0.0.rank < $1.0.rank }.flatMap(\.1))
    return outcome
  }

  /// A file that was made: the name of its draft, and where it belongs.
  private struct Draft: Sendable {
    var name: String
    var file: String
  }

  private final class Count: Sendable {
    private let value = Mutex(0)

    func next() -> Int {
      value.withLock { value in
        value += 1
        return value
      }
    }
  }

  private func pages() throws(BrowsingError) -> Pages {
    try Pages(
      try reading { () throws(ArchiveError) in
        let archive = try open()
        try archive.readInBulk()
        return archive
      }, site, follows: false)
  }

  /// Makes the bundles on as many threads as there are processors, neighbours on one thread, since they share maps.
  private func make(
    _ bundles: [SiteBundle], _ progress: @escaping @Sendable (Int, Int) -> Void
  ) async throws(BrowsingError) -> [[Draft]] {
    let count = min(Processors.count, max(1, bundles.count / 16))
    let done = Count()
    do {
      return try await withThrowingTaskGroup(of: (Int, [[Draft]]).self) { group in
        for part in 0..<count {
          let range = bundles.count * part / count..<bundles.count * (part + 1) / count
          group.addTask {
            let pages = try self.pages()
            var made: [[Draft]] = []
            for place in range {
              made.append(try self.make(bundles[place], place, pages))
              progress(done.next(), bundles.count)
            }
            return (range.lowerBound, made)
          }
        }
        var parts: [(Int, [[Draft]])] = []
        for try await part in group { parts.append(part) }
        return parts.sorted { $0.0 < $1.0 }.flatMap(\.1)
      }
    } catch let error as BrowsingError {
      throw error
    } catch {
      throw .cannotWrite(path: folder.path, reason: "\(error)")
    }
  }

  private func make(_ bundle: SiteBundle, _ place: Int, _ pages: Pages) throws(BrowsingError) -> [Draft] {
    var drafts: [Draft] = []
    for request in bundle.requests {
      let page = pages.page(for: request)
      // Pages lead to comparisons without reading both maps: one that cannot be made says so.
      let isLinked = if case .comparison = request.address { request.form == .page } else { false }
      guard page.status == .found || isLinked else { continue }
      let draft = Draft(name: "\(place)-\(drafts.count)", file: Links.file(request.address, request.form))
      try folder.draft(page.body, as: draft.name)
      drafts.append(draft)
    }
    return drafts
  }

  /// Puts the drafts in their places and removes what is no page any more. Returns how many files went.
  private func replace(_ old: SiteManifest, by new: SiteManifest, _ drafts: [Draft]) throws(BrowsingError) -> Int {
    let own = old.files
    if let stranger = drafts.first(where: { !own.contains($0.file) && folder.exists($0.file) }) {
      throw .foreignFile(path: folder.path + "/" + stranger.file)
    }
    let gone = own.subtracting(new.files)
    if drafts.isEmpty, gone.isEmpty, old == new { return 0 }
    // Until all is in place, what moves counts as unknown: a run that is cut off here is taken up by the next one.
    var between = new
    for (address, bundle) in old.bundles where new.bundles[address] != bundle {
      let files = Set(bundle.files).union(new.bundles[address]?.files ?? [])
      between.bundles[address] = SiteManifest.Bundle(key: SiteManifest.unknown, files: files.sorted())
    }
    for (address, bundle) in new.bundles where old.bundles[address] == nil {
      between.bundles[address] = SiteManifest.Bundle(key: SiteManifest.unknown, files: bundle.files)
    }
    try folder.save(between)
    for draft in drafts { try folder.place(draft.name, at: draft.file) }
    for file in gone { try folder.remove(file) }
    try folder.save(new)
    try folder.dropDrafts()
    return gone.count
  }
}
