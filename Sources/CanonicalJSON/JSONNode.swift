/// One value of a document together with its place: an index, cheap to copy.
@usableFromInline
package struct JSONNode: Sendable {
  /// The six kinds of JSON values.
  @usableFromInline
  package enum Kind: UInt8, Sendable {
    case null, bool, number, string, array, object
  }

  let tape: JSONTape
  let index: Int

  private var entry: JSONTape.Entry { tape.entries[index] }

  /// What kind of value it is.
  package var kind: Kind { entry.kind }

  /// The byte at which the value begins.
  package var offset: Int { Int(entry.offset) }

  /// What a string says, escapes resolved; nil for other kinds.
  package var text: Text? {
    kind == .string ? tape.text(at: index) : nil
  }

  /// The text of a node that is known to be one, as keys are; empty for other kinds.
  package var word: Text {
    kind == .string ? tape.text(at: index) : ""
  }

  /// What a number is worth; nil for other kinds.
  package var number: Double? {
    kind == .number ? Double(bitPattern: entry.word) : nil
  }

  /// What a truth value says; nil for other kinds.
  package var bool: Bool? {
    kind == .bool ? entry.word != 0 : nil
  }

  /// How many members or elements it has; 0 for a scalar.
  package var count: Int {
    kind == .array || kind == .object ? entry.high : 0
  }

  /// The members in the order of the file; none unless it is an object.
  package var members: MemberSequence {
    MemberSequence(tape: tape, index: index + 1, remaining: kind == .object ? entry.high : 0)
  }

  /// The elements; none unless it is an array.
  package var elements: ElementSequence {
    ElementSequence(tape: tape, index: index + 1, remaining: kind == .array ? entry.high : 0)
  }

  /// The value of the first member with this key; nil where there is none, or no object. It looks at one key after the other.
  package subscript(key: Text) -> JSONNode? {
    guard kind == .object else { return nil }
    return key.withUTF8 { wanted in
      var member = index + 1
      for _ in 0..<entry.high {
        if tape.withText(at: member, { bytesAreEqual($0, wanted) }) {
          return JSONNode(tape: tape, index: member + 1)
        }
        member = tape.entries.next(after: member + 1)
      }
      return nil
    }
  }

  /// The value without its place, members sorted. The recursion is as deep as the document: 128 at most.
  package var json: JSON {
    switch kind {
    case .null: .null
    case .bool: .bool(entry.word != 0)
    case .number: .number(Double(bitPattern: entry.word))
    case .string: .string(tape.text(at: index))
    case .array: .array(elements.map(\.json))
    case .object: .object(Members(members.map { (key: $0.key.word, value: $0.value.json) }))
    }
  }
}

extension JSONNode {
  /// The members of an object as they stand in the file. A key is a node too: its text is made when it is asked for.
  package struct MemberSequence: Sequence, IteratorProtocol {
    let tape: JSONTape
    var index: Int
    var remaining: Int

    package mutating func next() -> (key: JSONNode, value: JSONNode)? {
      guard remaining > 0 else { return nil }
      remaining -= 1
      let key = index
      index = tape.entries.next(after: key + 1)
      return (JSONNode(tape: tape, index: key), JSONNode(tape: tape, index: key + 1))
    }

    package var underestimatedCount: Int { remaining }
  }

  /// The elements of an array.
  package struct ElementSequence: Sequence, IteratorProtocol {
    let tape: JSONTape
    var index: Int
    var remaining: Int

    package mutating func next() -> JSONNode? {
      guard remaining > 0 else { return nil }
      remaining -= 1
      let element = index
      index = tape.entries.next(after: element)
      return JSONNode(tape: tape, index: element)
    }

    package var underestimatedCount: Int { remaining }
  }
}
