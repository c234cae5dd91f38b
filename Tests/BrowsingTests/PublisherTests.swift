import Archives
import Browsing
import Foundation
import Synchronization
import TestSupport
import Testing
import ValueStreams

@Suite("Publishing")
struct PublisherTests {
  private let files = FileManager.default

  private func publish(_ shelf: Shelf, tool: String = "1") async throws -> Publisher.Outcome {
    try await shelf.publisher(to: shelf.scratch.path + "-site", tool: tool).run { _, _ in }
  }

  private func site(_ shelf: Shelf) throws -> [String: Date] {
    let root = shelf.scratch.path + "-site"
    var found: [String: Date] = [:]
    for case let path as String in try #require(files.enumerator(atPath: root)) {
      let attributes = try files.attributesOfItem(atPath: root + "/" + path)
      guard attributes[.type] as? FileAttributeType == .typeRegular, !path.hasPrefix(".vsmrepo") else { continue }
      found[path] = attributes[.modificationDate] as? Date
    }
    return found
  }

  /// Targets of links that no file of the site is.
  private func danglingLinks(_ shelf: Shelf) throws -> [String] {
    let root = URL(fileURLWithPath: shelf.scratch.path + "-site")
    var dangling: [String] = []
    for path in try site(shelf).keys where path.hasSuffix(".html") {
      let page = root.appendingPathComponent(path)
      let text = String(decoding: try Data(contentsOf: page), as: UTF8.self)
      for match in text.matches(of: /(?:href|src|data-picture)="([^"#]+)[^"]*"/) {
        let target = page.deletingLastPathComponent().appendingPathComponent(String(match.output.1)).standardizedFileURL
          .path
        if !files.fileExists(atPath: target) || !target.hasPrefix(root.path) {
          dangling.append("\(path) → \(match.output.1)")
        }
      }
    }
    return dangling
  }

  private func remove(_ shelf: Shelf) { try? files.removeItem(atPath: shelf.scratch.path + "-site") }

  @Test("Every page is there, and every link of every page leads to a file of the site")
  func complete() async throws {
    let shelf = try Shelf.example()
    defer { remove(shelf) }
    let outcome = try await publish(shelf)
    let found = try site(shelf)
    #expect(outcome.written == found.count && outcome.kept == 0 && outcome.removed == 0)
    for path in [
      "index.html", "index.json", "content/index.html", "content.json", "content/v3.html", "content/v3/plan.html",
      "content/v1..v3.html", "content/v3/future.html", "-/improvements.html", "-/pages.css", "content/v2/map.svg",
    ] {
      #expect(found[path] != nil, "\(path)")
    }
    #expect(try danglingLinks(shelf) == [])
  }

  @Test("A second time nothing is made; after a new version only what it touches")
  func incremental() async throws {
    let shelf = try Shelf.example()
    defer { remove(shelf) }
    try await _ = publish(shelf)
    let before = try site(shelf)
    #expect(try await publish(shelf) == Publisher.Outcome(written: 0, kept: before.count))
    try shelf.commit(try Shelf.example(4), subject: "Cycle 4")
    let outcome = try await publish(shelf)
    let after = try site(shelf)
    #expect(outcome.removed == 0 && outcome.kept > 0 && outcome.kept + outcome.written == after.count)
    #expect(after["content/v4.html"] != nil && after["content/v1..v2.html"] == before["content/v1..v2.html"])
    #expect(try danglingLinks(shelf) == [])
  }

  @Test("Another version of the program makes every page again")
  func tool() async throws {
    let shelf = try Shelf.example()
    defer { remove(shelf) }
    let first = try await publish(shelf)
    #expect(try await publish(shelf, tool: "2").written == first.written)
  }

  @Test("A lost or foreign file: what was lost is made again, what is somebody else's is never touched")
  func foreign() async throws {
    let shelf = try Shelf.example()
    defer { remove(shelf) }
    try await _ = publish(shelf)
    let root = shelf.scratch.path + "-site"
    try files.removeItem(atPath: root + "/content/v1.html")
    try Data("mine".utf8).write(to: URL(fileURLWithPath: root + "/notes.txt"))
    #expect(try await publish(shelf).written > 0)
    #expect(files.fileExists(atPath: root + "/content/v1.html"))
    try files.createDirectory(atPath: root + "/content/v4", withIntermediateDirectories: true)
    try Data("mine".utf8).write(to: URL(fileURLWithPath: root + "/content/v4.html"))
    try shelf.commit(try Shelf.example(4), subject: "Cycle 4")
    let before = try site(shelf)
    await #expect(throws: BrowsingError.self) { try await publish(shelf) }
    #expect(try site(shelf) == before)
    #expect(try String(contentsOfFile: root + "/notes.txt", encoding: .utf8) == "mine")
  }

  @Test("A folder that holds something else is refused and left as it is")
  func refused() async throws {
    let shelf = try Shelf.example()
    defer { remove(shelf) }
    let root = shelf.scratch.path + "-site"
    try files.createDirectory(atPath: root, withIntermediateDirectories: true)
    try Data("mine".utf8).write(to: URL(fileURLWithPath: root + "/index.html"))
    await #expect(throws: BrowsingError.self) { try await publish(shelf) }
    #expect(try files.contentsOfDirectory(atPath: root) == ["index.html"])
  }

  @Test("A manifest that names files outside of the folder is no manifest")
  func manifest() async throws {
    let shelf = try Shelf.example()
    defer { remove(shelf) }
    try await _ = publish(shelf)
    let path = shelf.scratch.path + "-site/.vsmrepo/site"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try Data((text + "k\t/content/v8\t../victim\n").utf8).write(to: URL(fileURLWithPath: path))
    await #expect(throws: BrowsingError.self) { try await publish(shelf) }
  }

  @Test("Who reads while it is written never meets half a page or a link to nowhere")
  func atomic() async throws {
    let shelf = try Shelf.example()
    defer { remove(shelf) }
    try await _ = publish(shelf)
    let root = URL(fileURLWithPath: shelf.scratch.path + "-site")
    let isOver = Atomic(false)
    let reader = Task.detached {
      var faults: [String] = []
      var reads = 0
      while !isOver.load(ordering: .relaxed) || reads == 0 {
        for start in ["index.html", "content/index.html"] {
          let page = root.appendingPathComponent(start)
          let text = String(decoding: (try? Data(contentsOf: page)) ?? Data(), as: UTF8.self)
          if !text.hasPrefix("<!doctype html>") || !text.hasSuffix("</html>\n") && !text.hasSuffix("</html>") {
            faults.append("half of \(start)")
          }
          for match in text.matches(of: /href="([^"#:]+\.html)/) {
            let target = page.deletingLastPathComponent().appendingPathComponent(String(match.output.1))
            if !FileManager.default.fileExists(atPath: target.standardizedFileURL.path) {
              faults.append("\(match.output.1)")
            }
          }
          reads += 1
        }
      }
      return faults
    }
    for number in 4...5 {
      try shelf.commit(try Shelf.example(number), subject: "Cycle \(number)")
      try await _ = publish(shelf)
      try await _ = publish(shelf, tool: "\(number)")
    }
    isOver.store(true, ordering: .relaxed)
    #expect(await reader.value == [])
  }

  @Test("What was interrupted between two moves is finished by the next run")
  func interrupted() async throws {
    let shelf = try Shelf.example()
    defer { remove(shelf) }
    try await _ = publish(shelf)
    let whole = try Set(site(shelf).keys)
    // As a run leaves it that was killed while it moved files: keys unknown, a file not yet in its place, drafts about.
    let root = shelf.scratch.path + "-site"
    let path = root + "/.vsmrepo/site"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let lines = text.split(separator: "\n").map { line in
      line.contains("\t/content/v2\t") ? "?" + line.drop { $0 != "\t" } : String(line)
    }
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: path))
    try files.removeItem(atPath: root + "/content/v2.html")
    try files.createDirectory(atPath: root + "/.vsmrepo/next", withIntermediateDirectories: true)
    try Data("half".utf8).write(to: URL(fileURLWithPath: root + "/.vsmrepo/next/0-0"))
    #expect(try await publish(shelf).written > 0)
    #expect(try Set(site(shelf).keys) == whole)
    #expect(try files.contentsOfDirectory(atPath: root + "/.vsmrepo").sorted() == ["lock", "site"])
  }

  @Test("Nothing of what is not committed is published")
  func drafts() async throws {
    let shelf = try Shelf.example()
    defer { remove(shelf) }
    try shelf.scratch.write("{\"format\":\"vsm-map/1\",\"title\":\"Secret\",\"steps\":[]}", to: "secret/current.json")
    try await _ = publish(shelf)
    let json = try String(contentsOfFile: shelf.scratch.path + "-site/index.json", encoding: .utf8)
    #expect(!json.contains("secret") && json.contains("\"clean\""))
  }
}
