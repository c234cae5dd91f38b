import Archives
import Foundation
import TestSupport
import ValueStreams

/// An archive in a temporary folder, and maps to put into it.
struct Fixture {
  let scratch: Scratch
  let archive: Archive

  init(bare: Bool = false) throws {
    scratch = try Scratch()
    archive = try Archive.create(at: scratch.path, schema: Array("{}\n".utf8), bare: bare).archive
  }

  /// The bytes of a canonical map whose title is `title`.
  static func map(_ title: String) -> [UInt8] {
    Array(
      """
      {
        "format": "vsm-map/1",
        "steps": [
          {
            "id": "copy",
            "name": "Write copy"
          }
        ],
        "title": "\(title)"
      }

      """.utf8)
  }

  /// Commits a map as the stream's next version, as `commit STREAM --from FILE` does.
  @discardableResult
  func commit(_ title: String, to stream: String = "content", subject: String? = nil) throws -> Version {
    let draft = Draft(
      stream: stream, maps: [.current: Self.map(title)], base: try archive.latest(of: stream),
      message: Message(subject: subject ?? title))
    guard let version = try archive.commit(draft) else { throw NothingToCommit() }
    return version
  }

  struct NothingToCommit: Error {}
}
