import CanonicalJSON
import Glibc
import Rendering
import Testing
import ValueStreams

/// A map of `examples/` with what is computed from it.
struct Example {
  let map: ValueStreamMap
  let flow: Flow
  let metrics: Metrics

  /// `name` is a path below `examples`, without `.json`.
  init(_ name: String) throws {
    let bytes = try #require(Self.bytes(of: "examples/\(name).json"))
    try self.init(bytes)
  }

  init(_ bytes: [UInt8]) throws {
    map = try #require(MapReader.read(bytes).map)
    flow = try Flow(map)
    metrics = try Metrics(map, flow)
  }

  static func bytes(of file: String) -> [UInt8]? {
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
    guard let stream = fopen("\(root)/\(file)", "r") else { return nil }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, stream), count > 0 { bytes += buffer[..<count] }
    return bytes
  }
}
