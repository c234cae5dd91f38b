import CanonicalJSON
import Glibc
import TestSupport
import ValueStreams

/// The maps that every law about pictures is tested on: the examples, the templates, and random ones.
enum SampleMaps {
  struct Sample: CustomStringConvertible {
    var name: String
    var map: ValueStreamMap
    var description: String { name }
  }

  /// The maps under `examples/` and the built-in templates.
  static let written: [Sample] = {
    let folder = "\(#filePath)".split(separator: "/").dropLast(4).joined(separator: "/")
    let files = paths(below: "/" + folder + "/examples").sorted()
    let examples = files.compactMap { path -> Sample? in
      guard let map = MapReader.read(bytes(of: path)).map else { return nil }
      return Sample(name: path.split(separator: "/").suffix(2).joined(separator: "-"), map: map)
    }
    let templates = Templates.all.compactMap { template in
      MapReader.read(Array(template.document.utf8)).map.map { Sample(name: "template-\(template.name)", map: $0) }
    }
    return examples + templates
  }()

  /// Streams of all sizes, every tenth a long one; the same on every run.
  static func random(_ count: Int) -> [Sample] {
    (0..<count).map { seed in
      var generator = SeededGenerator(seed: UInt64(seed))
      let shape = RandomMap.Shape(
        steps: seed % 10 == 9 ? 41...60 : 1...40, loops: 8, workTypes: 3, isChain: seed % 2 == 0)
      return Sample(name: "random-\(seed)", map: RandomMap.make(using: &generator, shape: shape))
    }
  }

  private static func paths(below folder: String) -> [String] {
    guard let handle = opendir(folder) else { return [] }
    defer { closedir(handle) }
    var result: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name.hasPrefix(".") { continue }
      if name.hasSuffix(".json") {
        result.append("\(folder)/\(name)")
      } else {
        result += paths(below: "\(folder)/\(name)")
      }
    }
    return result
  }

  private static func bytes(of path: String) -> [UInt8] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { result += buffer[..<count] }
    return result
  }
}

extension SampleMaps {
  /// The written ones and a tenth of the random ones.
  static let few: [Sample] = written + random(200).enumerated().filter { $0.offset % 10 == 9 }.map(\.element)
}
