import Archives
import Browsing
import CanonicalJSON
import Foundation
import TestSupport
import Testing
import ValueStreams

/// An archive in a temporary folder, made of the example maps, and its pages.
struct Shelf {
  let scratch: Scratch
  var archive: Archive
  static let today = Day("2026-11-02") ?? Day(daysSinceEpoch: 0)

  init(bare: Bool = false) throws {
    scratch = try Scratch()
    archive = try Archive.create(at: scratch.path, schema: Array("{}\n".utf8), bare: bare).archive
  }

  /// With three versions of the stream `content`, the last with a future state.
  static func example() throws -> Shelf {
    let shelf = try Shelf()
    for number in 1...3 {
      try shelf.commit(
        example(number), future: number == 3 ? RepositoryFile("examples/content/future.json").bytes : nil,
        subject: "Cycle \(number)")
    }
    return shelf
  }

  /// A version of the example stream.
  static func example(_ number: Int) throws -> [UInt8] {
    try #require(RepositoryFile("examples/content/v\(number).json").bytes)
  }

  @discardableResult
  func commit(
    _ map: [UInt8], future: [UInt8]? = nil, to stream: String = "content", subject: String
  ) throws -> Version {
    var maps: [Provenance.State: [UInt8]] = [.current: try canonical(map)]
    if let future { maps[.future] = try canonical(future) }
    let draft = Draft(
      stream: stream, maps: maps, base: try archive.latest(of: stream), message: Message(subject: subject))
    return try #require(try archive.commit(draft))
  }

  private func canonical(_ bytes: [UInt8]) throws -> [UInt8] { try #require(MapReader.read(bytes).map).canonicalBytes }

  func pages(_ form: Site.Form = .server) throws -> Pages {
    try Pages(Archive.open(at: scratch.path), Site(form: form, title: "Our streams", today: Self.today))
  }

  /// The answer to a target as a browser would ask for it.
  func page(_ target: String) throws -> Page {
    try pages().page(for: try #require(PageRequest(target: target)))
  }

  func publisher(to folder: String, tool: String = "1") -> Publisher {
    let path = scratch.path
    return Publisher(
      Site(form: .files, title: "Our streams", today: Self.today), to: folder, tool: tool
    ) { () throws(ArchiveError) in try Archive.open(at: path) }
  }
}

extension Page {
  var text: String { String(decoding: body, as: UTF8.self) }
}
