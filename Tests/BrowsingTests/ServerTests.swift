import Archives
import Foundation
import Synchronization
import TestSupport
import Testing
import ValueStreams

@testable import Browsing

@Suite("The server's rules")
struct ServerRuleTests {
  @Test(
    "It answers to the names of this computer only",
    arguments: [
      ("localhost", true), ("localhost:8080", true), ("LOCALHOST:1", true), ("127.0.0.1:8080", true), ("[::1]", true),
      ("[::1]:8080", true), ("maps.example", true), ("maps.example:80", true), ("evil.example", false),
      ("localhost.evil.example", false), ("127.0.0.1.evil.example:8080", false), ("", false), (":8080", false),
      ("localhost:80:80", false), ("localhost:x", false), ("localhost@evil.example", false), ("127.0.0.2", false),
    ])
  func names(header: String, isAdmitted: Bool) {
    #expect(HostNames(["Maps.example"]).admit(header) == isAdmitted)
  }

  @Test(
    "If-None-Match is compared as HTTP says",
    arguments: [
      ("\"a\"", true), ("W/\"a\"", true), ("\"b\", \"a\"", true), ("\"b\",W/\"a\" ", true), ("*", true),
      ("\"b\"", false),
      ("a", false), ("", false), ("\"ab\"", false),
    ])
  func tags(header: String, isKnown: Bool) {
    #expect(EntityTags(header).contain("\"a\"") == isKnown)
  }

  @Test("The policy allows nothing inline on a page, and nothing from elsewhere")
  func policy() {
    #expect(!ContentPolicy.page.contains("unsafe") && !ContentPolicy.page.contains("http"))
    #expect(ContentPolicy.page.hasPrefix("default-src 'none'"))
  }
}

@Suite("Pages for many at once")
struct DeskTests {
  private func desk(_ shelf: Shelf, limit: Int = 1 << 20) throws -> Desk {
    let path = shelf.scratch.path
    return try Desk(
      Site(form: .server, title: "Our streams", today: Shelf.today), cacheLimit: limit, clock: { Shelf.today }
    ) { () throws(ArchiveError) in try Archive.open(at: path) }
  }

  @Test("A new version appears at once, though the page before it was kept")
  func fresh() async throws {
    let shelf = try Shelf.example()
    let desk = try desk(shelf)
    let before = await desk.page(for: PageRequest(.stream("content")))
    #expect(await desk.page(for: PageRequest(.stream("content"))) == before)
    try shelf.commit(try Shelf.example(4), subject: "Cycle 4")
    let after = await desk.page(for: PageRequest(.stream("content")))
    #expect(after.text.contains("Cycle 4") && after.tag != before.tag)
    #expect(await desk.page(for: PageRequest(.version("content", 4, .current))).status == .found)
  }

  @Test("A comment appears at once")
  func comments() async throws {
    let shelf = try Shelf.example()
    let desk = try desk(shelf)
    let request = PageRequest(.version("content", 3, .current))
    #expect(await !desk.page(for: request).text.contains("Well measured"))
    let version = try #require(try shelf.archive.latest(of: "content"))
    _ = try shelf.archive.comment("Well measured", on: version)
    #expect(await desk.page(for: request).text.contains("Well measured"))
  }

  @Test("Many ask at once and get the same")
  func many() async throws {
    let shelf = try Shelf.example()
    let desk = try desk(shelf)
    let request = PageRequest(.comparison("content", 1, 3))
    let pages = await withTaskGroup(of: Page.self) { group in
      for _ in 0..<64 { group.addTask { await desk.page(for: request) } }
      return await group.reduce(into: [Page]()) { $0.append($1) }
    }
    #expect(pages.allSatisfy { $0 == pages[0] } && pages[0].status == .found)
    // Its folder goes away with it.
    withExtendedLifetime(shelf) {}
  }

  @Test("The cache keeps to its limit, and lets go of what was asked for least recently")
  func limit() throws {
    let moment = PageCache.Moment(
      tips: ArchiveTips(mainLine: "a", comments: nil, experiments: []), today: Shelf.today)
    var cache = PageCache(limit: 300)
    func request(_ number: Int) -> PageRequest { PageRequest(.version("content", number, .current)) }
    for number in 1...3 {
      cache.keep(Page(.found, .html, Array(repeating: 0, count: 100)), for: request(number), at: moment)
    }
    #expect(cache.page(for: request(1), at: moment) != nil)
    cache.keep(Page(.found, .html, Array(repeating: 0, count: 100)), for: request(4), at: moment)
    #expect(cache.bytes == 300)
    #expect(cache.page(for: request(2), at: moment) == nil)
    #expect(cache.page(for: request(1), at: moment) != nil)
    cache.keep(Page(.found, .html, Array(repeating: 0, count: 400)), for: request(5), at: moment)
    #expect(cache.bytes == 0)
  }
}
