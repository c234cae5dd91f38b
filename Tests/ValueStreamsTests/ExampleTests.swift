import CanonicalJSON
import Foundation
import Testing
import ValueStreams

@Suite("Examples") struct ExampleTests {
  /// The synthetic streams, as paths below `examples`.
  static let streams = [
    "content/v1.json", "content/v2.json", "content/v3.json", "content/v4.json", "content/v5.json",
    "content/future.json", "growth/email/v1.json", "growth/email/v2.json", "growth/email/v3.json",
  ]

  static func read(_ path: String) throws -> (bytes: [UInt8], reading: MapReader.Reading) {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../examples").standardized
    let bytes = [UInt8](try Data(contentsOf: root.appending(path: path)))
    let state: Provenance.State = path.hasSuffix("future.json") ? .future : .current
    return (
      bytes, MapReader.read(bytes, context: CheckContext(state: state))
    )
  }

  @Test("An example is valid, in canonical form, and says that it is synthetic", arguments: streams)
  func isCanonical(_ path: String) throws {
    let (bytes, reading) = try Self.read(path)
    let map = try #require(reading.map)
    #expect(String(decoding: map.canonicalBytes, as: UTF8.self) == String(decoding: bytes, as: UTF8.self))
    guard case .string(let note)? = map.extensions["x-note"] else {
      Issue.record("no x-note")
      return
    }
    #expect(note.string.hasPrefix("Synthetic"))
  }

  @Test("What was drawn from memory draws remarks; what was measured draws none but for the overload of version 4")
  func remarks() throws {
    for path in Self.streams {
      let found = Set(try Self.read(path).reading.problems.map(\.code))
      switch path {
      case "content/v1.json": #expect(found == [.missingAccuracy, .missingValue, .unrepresentedTeam])
      case "content/v4.json": #expect(found == [.overCapacity])
      default: #expect(found.isEmpty, "\(path)")
      }
    }
  }

  @Test("Lead time: short from memory, long when measured, then down, up with the second read, and down by a fifth")
  func leadTimes() throws {
    let days = try (1...5).map { version in
      let map = try #require(try Self.read("content/v\(version).json").reading.map)
      return try Metrics(map).figures.leadTime / Double(DurationText.standardDay)
    }
    #expect(days[0] < days[1] && days[1] > days[2] && days[2] < days[3] && days[3] > days[4])
    #expect(abs(days[4] / days[2] - 0.8) < 0.01)
  }
}
