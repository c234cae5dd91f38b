/// A place in a text as an editor shows it: line and column count from 1, the column in Unicode scalars.
package struct JSONPosition: Hashable, Sendable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

extension JSONPosition: Comparable {
  package static func < (left: JSONPosition, right: JSONPosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

extension JSONPosition: CustomStringConvertible {
  package var description: String { "\(line):\(column)" }
}

/// Turns byte offsets into positions quickly, however long the file or a single line is.
///
/// It remembers the position at every kibibyte, which one fast sweep finds, and walks from there.
struct JSONLines: Sendable {
  private static let stride = 1024
  private let marks: [JSONPosition]

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var marks = [JSONPosition(line: 1, column: 1)]
    marks.reserveCapacity(bytes.count / JSONLines.stride + 1)
    var position = marks[0]
    var start = 0
    while start + JSONLines.stride <= bytes.count {
      position.leap(over: UnsafeBufferPointer(rebasing: bytes[start..<start + JSONLines.stride]))
      marks.append(position)
      start += JSONLines.stride
    }
    self.marks = marks
  }

  func position(of offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> JSONPosition {
    let end = min(max(offset, 0), bytes.count)
    let mark = end / JSONLines.stride
    var position = marks[mark]
    position.leap(over: UnsafeBufferPointer(rebasing: bytes[mark * JSONLines.stride..<end]))
    return position
  }
}

extension JSONPosition {
  /// Moves past `bytes`. Counting lines apart from columns lets the compiler use vector instructions.
  fileprivate mutating func leap(over bytes: UnsafeBufferPointer<UInt8>) {
    var newlines = 0
    for byte in bytes { newlines &+= byte == ASCII.newline ? 1 : 0 }
    var tail = bytes
    if newlines > 0, let last = bytes.lastIndex(of: ASCII.newline) {
      line += newlines
      column = 1
      tail = UnsafeBufferPointer(rebasing: bytes[(last + 1)...])
    }
    var continuations = 0
    for byte in tail { continuations &+= byte & 0xC0 == 0x80 ? 1 : 0 }
    column += tail.count - continuations
  }
}
