/// A file and what is said about it.
struct Slip: Sendable {
  let bytes: [UInt8]
  let lines: [String]

  init(_ text: String, _ lines: String...) {
    bytes = Array(text.utf8)
    self.lines = lines
  }

  init(bytes: [UInt8], _ lines: String...) {
    self.bytes = bytes
    self.lines = lines
  }
}

extension Slip {
  static let all = files + marks + texts + numbers
}
