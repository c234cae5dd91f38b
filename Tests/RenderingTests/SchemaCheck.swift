import CanonicalJSON
import Glibc
import Testing

/// Fails unless the Python package `jsonschema` finds that every document follows `schema/<name>.schema.json`.
func expectValid(_ documents: [JSON], _ name: String, location: SourceLocation = #_sourceLocation) throws {
  let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
  var template = Array("/tmp/vsm-schema-XXXXXX".utf8CString)
  let folder = try #require(mkdtemp(&template).map { String(cString: $0) }, sourceLocation: location)
  var files: [String] = []
  defer {
    for file in files { unlink(file) }
    rmdir(folder)
  }
  for (number, document) in documents.enumerated() {
    let file = "\(folder)/\(number).json"
    files.append(file)
    let stream = try #require(fopen(file, "w"), sourceLocation: location)
    let bytes = document.canonicalBytes
    let written = fwrite(bytes, 1, bytes.count, stream)
    #expect(fclose(stream) == 0 && written == bytes.count, sourceLocation: location)
  }
  let command = (["python3", "\(root)/Tests/Checks/validate.py", "\(root)/schema/\(name).schema.json"] + files)
    .map { "'\($0)'" }.joined(separator: " ")
  let pipe = try #require(popen(command + " 2>&1", "r"), sourceLocation: location)
  var output: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 4096)
  while case let count = fread(&buffer, 1, buffer.count, pipe), count > 0 { output += buffer[..<count] }
  let status = pclose(pipe)
  #expect(status == 0, "\(String(decoding: output.prefix(4000), as: UTF8.self))", sourceLocation: location)
}
