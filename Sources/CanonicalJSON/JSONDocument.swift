/// A document that was read: a flat tape of its values over the bytes of the file. No tree is built.
@usableFromInline
package struct JSONDocument: Sendable {
  /// The largest file that is read, in bytes.
  package static let largestFile = 16 << 20
  /// How many arrays and objects may stand inside one another.
  package static let deepestNesting = 128

  @usableFromInline let tape: JSONTape

  /// Reads RFC 8259 JSON within I-JSON (RFC 7493), in one pass, and reports every problem it meets.
  ///
  /// The file is sound only when there are no problems. The document is there even so if what the file means was clear
  /// enough to go on (a trailing comma, a duplicate key); it is nil where reading had to stop.
  package static func read(_ bytes: [UInt8]) -> (document: JSONDocument?, problems: [JSONProblem]) {
    guard bytes.count <= largestFile else {
      let start = JSONPosition(line: 1, column: 1)
      return (
        nil, [JSONProblem(kind: .tooLarge(bytes: bytes.count), offset: 0, position: start, pointer: JSONPointer())]
      )
    }
    return bytes.withUnsafeBufferPointer { buffer in
      var reader = JSONReader(buffer)
      let isComplete = reader.readFile()
      let problems = reader.problems.sorted
      guard isComplete else { return (nil, problems) }
      let tape = JSONTape(
        bytes: bytes, unescaped: reader.unescaped, entries: reader.entries)
      return (JSONDocument(tape: tape), problems)
    }
  }

  private init(tape: JSONTape) {
    self.tape = tape
  }

  /// The one value that the document consists of.
  package var root: JSONNode {
    JSONNode(tape: tape, index: 0)
  }

  /// The line and column of a byte offset, such as `JSONNode.offset`.
  package func position(of offset: Int) -> JSONPosition {
    tape.position(of: offset)
  }
}
