import Archives
import Browsing
import CanonicalJSON
import TestSupport
import Testing
import ValueStreams

@Suite("Pages")
struct PageTests {
  @Test("A plan is the same whether it is asked for alone or with all the others, in any order")
  func planOrder() throws {
    var shelf = try Shelf()
    try shelf.archive.setDurable(false)
    func map(_ wait: Int, action: Bool) -> [UInt8] {
      let actions = #""actions": {"slots": {"step": "legal", "title": "Fixed slots"}}, "#
      return Array(
        """
        {\(action ? actions : "")"format": "vsm-map/1", "title": "T", "steps": [
        {"id": "copy", "name": "Copy"}, {"id": "legal", "name": "Legal", "waitTime": "\(wait)h"}]}
        """.utf8)
    }
    // More versions than a look back covers twice; with the tenth the action comes, and now and then the wait changes.
    for number in 1...430 {
      let current = map(1000 - number / 7 * 7 - number % 2, action: number >= 10)
      try shelf.commit(current, future: number == 1 ? map(8, action: false) : nil, subject: "Cycle \(number)")
    }
    let target = { (number: Int) in try #require(PageRequest(target: "/content/v\(number)/plan.json")) }
    let numbers = [1, 9, 10, 200, 201, 400, 430, 429, 250, 100]
    let shared = try shelf.pages()
    for number in numbers + numbers.reversed() {
      let page = try shared.page(for: target(number))
      #expect(page.status == .found)
      #expect(try page.body == shelf.pages().page(for: target(number)).body, "v\(number)")
    }
  }

  @Test("Every page of an archive is found, and its twin is JSON")
  func all() throws {
    let shelf = try Shelf.example()
    let pages = try shelf.pages()
    for path in [
      "/", "/content", "/content/v1", "/content/v3", "/content/v3/future", "/content/v3/plan", "/content/v1..v3",
      "/content/v3..v1", "/-/experiments", "/-/improvements", "/content/-/v1",
    ] {
      let page = pages.page(for: try #require(PageRequest(target: path)))
      #expect(page.status == .found && page.kind == .html, "\(path)")
      #expect(page.text.hasPrefix("<!doctype html>") && page.text.contains("</html>"), "\(path)")
      #expect(!page.text.contains("{{") && !page.text.contains(">false<") && !page.text.contains("nil"), "\(path)")
      let twin = pages.page(for: try #require(PageRequest(target: path == "/" ? "/index.json" : path + ".json")))
      #expect(twin.status == .found && twin.kind == .json, "\(path)")
      #expect(JSONDocument.read(twin.body).problems.isEmpty, "\(path)")
    }
  }

  @Test("A page says what the command line says: headline, lead time, names")
  func content() throws {
    let shelf = try Shelf.example()
    let comparison = try shelf.page("/content/v2..v3").text
    #expect(comparison.contains("Lead time 42d 6h → 39d 4h (−3d 2h, −7.6 %): waits −2d, rework −1d 2h."))
    let version = try shelf.page("/content/v3").text
    #expect(version.contains("href=\"/content/v2..v3\">Lead time 42d 6h"))
    #expect(version.contains("rel=\"prev\"") && !version.contains("rel=\"next\""))
    #expect(version.contains("<dt>SEO</dt>") && version.contains("Mira Castell"))
  }

  @Test("The twin of a version is what show prints, of a comparison what diff prints")
  func twins() throws {
    let shelf = try Shelf.example()
    #expect(try shelf.page("/content/v3.json").text.contains("\"format\": \"vsm-metrics/1\""))
    #expect(try shelf.page("/content/v1..v3.json").text.contains("\"format\": \"vsm-diff/1\""))
    #expect(try shelf.page("/content.json").text.contains("\"format\": \"vsm-log/1\""))
    #expect(try shelf.page("/content/v3/plan.json").text.contains("\"format\": \"vsm-plan/1\""))
    #expect(try shelf.page("/index.json").text.contains("\"format\": \"vsm-status/1\""))
    let document = try shelf.page("/content/v3/map.json")
    #expect(MapReader.read(document.body).map?.canonicalBytes == document.body)
  }

  @Test(
    "What is not there says so and where to go instead",
    arguments: [
      ("/nothing", "There is no stream nothing"), ("/contant", "href=\"/content\""),
      ("/content/v9", "It has v1 to v3"), ("/content/v9", "href=\"/content/v3\""),
      ("/content/v1/plan", "no future state"),
      ("/content/v1..v9", "It has v1 to v3"), ("/content/-/v101", "There is no such page"),
      ("/-/experiments/none", "There is no experiment none"), ("/content/v9.json", "vsm-error/1"),
    ])
  func missing(target: String, words: String) throws {
    let page = try Shelf.example().page(target)
    #expect(page.status == .notFound)
    #expect(page.text.contains(words), "\(page.text)")
    #expect(page.tag == nil)
  }

  @Test("A choice of the form leads to the comparison; a filter that is none is explained")
  func forms() throws {
    let shelf = try Shelf.example()
    let page = try shelf.page("/content?from=v1&to=v3")
    #expect(page.status == .seeOther && page.location == "/content/v1..v3")
    #expect(try shelf.page("/content?from=x&to=v3").status == .badRequest)
    for query in ["kind=nothing", "least=soon", "since=yesterday"] {
      #expect(try shelf.page("/-/improvements?\(query)").status == .badRequest)
    }
    let all = try shelf.page("/-/improvements").text
    let some = try shelf.page("/-/improvements?kind=wait&least=1d").text
    #expect(all.contains("loop cut") && !some.contains("loop cut") && some.contains("wait shrank"))
    #expect(try shelf.page("/-/improvements?stream=nothing").status == .notFound)
  }

  @Test("A tag names the content: the same for the same, another after a new version")
  func tags() throws {
    let shelf = try Shelf.example()
    let pages = try shelf.pages()
    let request = PageRequest(.stream("content"))
    let first = pages.page(for: request)
    #expect(first.tag != nil && first.tag == pages.page(for: request).tag)
    let fixed = pages.page(for: PageRequest(.comparison("content", 1, 2)))
    try shelf.commit(try Shelf.example(4), subject: "Cycle 4")
    #expect(pages.page(for: request).tag != first.tag)
    #expect(pages.page(for: PageRequest(.version("content", 4, .current))).status == .found)
    #expect(pages.page(for: PageRequest(.comparison("content", 1, 2))) == fixed)
  }

  @Test("A version without a valid map is told, and every other page goes on")
  func invalid() throws {
    let shelf = try Shelf.example()
    try shelf.scratch.write("{\"format\":\"vsm-map/1\",\"title\":3}", to: "content/current.json")
    try shelf.scratch.git("add", "content")
    try shelf.scratch.git("commit", "-m", "By hand")
    let page = try shelf.page("/content/v4")
    #expect(page.status == .found && page.text.contains("not valid"))
    #expect(try shelf.page("/content/v3..v4").status == .notFound)
    for path in ["/", "/content", "/content/v3", "/-/improvements"] { #expect(try shelf.page(path).status == .found) }
  }

  @Test("A bare archive has the same pages")
  func bare() throws {
    let shelf = try Shelf(bare: true)
    try shelf.commit(try Shelf.example(4), subject: "First")
    #expect(try shelf.page("/").text.contains("1 stream"))
    #expect(try shelf.page("/content/v1").status == .found)
  }
}
