import Glibc
import Testing

/// Compares text with a file beside the tests. With `VSM_RECORD=1` the file is written anew and the test fails, so that
/// a recording run is never mistaken for a passing one.
func expectSnapshot(
  _ text: String, _ name: String, path: String = #filePath, location: SourceLocation = #_sourceLocation
) {
  let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
  let file = "\(folder)/Snapshots/\(name)"
  if let flag = getenv("VSM_RECORD"), String(cString: flag) == "1" {
    let isWritten = write(text, to: file)
    Issue.record("\(isWritten ? "recorded" : "could not record") \(name)", sourceLocation: location)
    return
  }
  guard let expected = read(file) else {
    Issue.record("there is no snapshot \(name); VSM_RECORD=1 records it", sourceLocation: location)
    return
  }
  let shown = zip(
    text.split(separator: "\n", omittingEmptySubsequences: false),
    expected.split(separator: "\n", omittingEmptySubsequences: false))
  let line = shown.enumerated().first { $0.element.0 != $0.element.1 }
  let place =
    line.map { "line \($0.offset + 1) is\n  \($0.element.0)\nand should be\n  \($0.element.1)" } ?? "one is longer"
  #expect(text == expected, "\(name): \(place)", sourceLocation: location)
}

private func write(_ text: String, to file: String) -> Bool {
  guard let stream = fopen(file, "w") else { return false }
  let isWritten = fputs(text, stream) >= 0
  return fclose(stream) == 0 && isWritten
}

private func read(_ file: String) -> String? {
  guard let stream = fopen(file, "r") else { return nil }
  defer { fclose(stream) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 65_536)
  while case let count = fread(&buffer, 1, buffer.count, stream), count > 0 { bytes += buffer[..<count] }
  return String(decoding: bytes, as: UTF8.self)
}
