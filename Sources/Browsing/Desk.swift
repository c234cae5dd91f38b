package import Archives
import Reports
import Synchronization
package import ValueStreams

/// Answers requests from any number of threads out of one archive: from the cache where nothing has changed, else from the one place
/// that makes pages.
package final class Desk: Sendable {
  private let maker: PageMaker
  /// A second handle on the archive, only to see whether it has changed: libgit2's handles serve one thread at a time.
  private let watch: Mutex<Archive>
  private let cache: Mutex<PageCache>
  private let clock: @Sendable () -> Day

  /// - Parameters:
  ///   - open: opens the archive; called twice.
  ///   - cacheLimit: in bytes.
  ///   - clock: what day it is.
  package init(
    _ site: Site, cacheLimit: Int = 64 << 20, clock: @escaping @Sendable () -> Day,
    open: @Sendable () throws(ArchiveError) -> sending Archive
  ) throws(BrowsingError) {
    maker = try PageMaker(site, open: open)
    do throws(ArchiveError) {
      watch = Mutex(try open())
    } catch {
      throw .report(.archive(error))
    }
    cache = Mutex(PageCache(limit: cacheLimit))
    self.clock = clock
  }

  package func page(for request: PageRequest) async -> Page {
    guard let moment = moment() else { return await maker.page(for: request, on: clock()) }
    if let known = known(request, moment) { return known }
    // While this one waited for its turn, another may have made the same page.
    return await maker.page(for: request, on: moment.today, unless: { self.known(request, moment) }) { page in
      self.cache.withLock { $0.keep(page, for: request, at: moment) }
    }
  }

  private func known(_ request: PageRequest, _ moment: PageCache.Moment) -> Page? {
    cache.withLock { $0.page(for: request, at: moment) }
  }

  /// What an archive that names no page is told.
  package func apology() async -> Page { await maker.apology() }

  /// Nil where the archive cannot be read: then no page is taken from the cache.
  private func moment() -> PageCache.Moment? {
    let today = clock()
    return watch.withLock { archive in
      (try? archive.tips()).map { PageCache.Moment(tips: $0, today: today) }
    }
  }
}

/// The one place that makes pages, one after the other.
private actor PageMaker {
  private let pages: Pages

  init(_ site: Site, open: @Sendable () throws(ArchiveError) -> sending Archive) throws(BrowsingError) {
    pages = try Pages(try reading { () throws(ArchiveError) in try open() }, site)
  }

  func page(
    for request: PageRequest, on day: Day, unless known: @Sendable () -> Page? = { nil },
    keep: @Sendable (Page) -> Void = { _ in }
  ) -> Page {
    if let page = known() { return page }
    pages.today = day
    let page = pages.page(for: request)
    // What the working copy says changes without a commit.
    let isLive = request.address == .archive && request.form == .twin
    if page.status == .found, !isLive { keep(page) }
    return page
  }

  func apology() -> Page { pages.apology(.noSuchPage) }
}
