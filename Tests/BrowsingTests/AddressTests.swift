import Browsing
import Testing
import ValueStreams

@Suite("Addresses")
struct AddressTests {
  private static let addresses: [PageAddress] = [
    .archive, .experiments, .experiment("second-editor"), .improvements, .asset(.stylesheet), .stream("content"),
    .stream("growth/email"), .history("growth/email", from: 101), .version("content", 5, .current),
    .version("growth/email", 12, .future), .picture("content", 5, .current), .picture("content", 5, .future),
    .document("content", 5, .current), .document("content", 5, .future), .plan("content", 5),
    .comparison("growth/email", 3, 5), .comparison("content", 5, 3),
  ]

  @Test("An address is read back from its path, as a page and as its twin", arguments: addresses)
  func roundTrip(address: PageAddress) throws {
    #expect(PageRequest(target: address.path) == PageRequest(address))
    guard address.isPage else { return }
    let twin = address == .archive ? "/index.json" : address.path + ".json"
    #expect(PageRequest(target: twin) == PageRequest(address, .twin))
  }

  @Test(
    "What names no page is refused",
    arguments: [
      "", "content", "/../etc/passwd", "/content/../../x", "/content/%2e%2e/x",
      "/content/v5/else", "/content/v5/plan/more", "/content/v5/future/plan", "/content/v3..", "/content/v3..v5/plan",
      "/-", "/-/nothing", "/-/experiments/a/b", "/content//v5", "/content/-/v2", "/content/-/v101/x", "/.git/config",
      "/content/%00", "/%ff", "/%zz", "/content/v5%2fplan",
    ])
  func refused(target: String) {
    #expect(PageRequest(target: target) == nil)
  }

  @Test("A target longer than the limit is refused, one as long is not")
  func length() {
    let longest = "/" + String(repeating: "a", count: PageRequest.targetLimit - 1)
    #expect(PageRequest(target: longest) != nil)
    #expect(PageRequest(target: longest + "a") == nil)
  }

  @Test("Fields of a form are decoded; empty ones count as left open; a slash at the end is no other page")
  func fields() {
    let request = PageRequest(target: "/-/improvements/?text=two+words%3F&kind=wait&kind=loop&team=&odd")
    #expect(request == PageRequest(.improvements, fields: ["text": ["two words?"], "kind": ["wait", "loop"]]))
  }

  @Test("Files of a published site name each other by relative paths")
  func relative() {
    #expect(Links.file(.archive, .page) == "index.html")
    #expect(Links.file(.stream("growth/email"), .page) == "growth/email/index.html")
    #expect(Links.file(.version("content", 5, .future), .twin) == "content/v5/future.json")
    #expect(Links.file(.comparison("content", 3, 5), .page) == "content/v3..v5.html")
  }
}
