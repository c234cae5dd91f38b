package import Archives
package import ValueStreams

/// Pages that were made, by request, each with what the archive was when it was made. Bounded by its bytes; what was asked for
/// least recently goes first.
package struct PageCache: Sendable {
  /// All that a page can depend on beside the program.
  package struct Moment: Hashable, Sendable {
    var tips: ArchiveTips
    var today: Day

    package init(tips: ArchiveTips, today: Day) {
      self.tips = tips
      self.today = today
    }
  }

  private struct Entry {
    var moment: Moment
    var page: Page
    var lastUse: Int
  }

  private let limit: Int
  private var entries: [PageRequest: Entry] = [:]
  private var clock = 0
  package private(set) var bytes = 0

  /// - Parameter limit: in bytes of bodies.
  package init(limit: Int) {
    self.limit = limit
  }

  package mutating func page(for request: PageRequest, at moment: Moment) -> Page? {
    guard let entry = entries[request], entry.moment == moment else { return nil }
    clock += 1
    entries[request]?.lastUse = clock
    return entry.page
  }

  package mutating func keep(_ page: Page, for request: PageRequest, at moment: Moment) {
    bytes -= entries[request]?.page.body.count ?? 0
    clock += 1
    entries[request] = Entry(moment: moment, page: page, lastUse: clock)
    bytes += page.body.count
    while bytes > limit, let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse }) {
      bytes -= oldest.value.page.body.count
      entries[oldest.key] = nil
    }
  }
}
