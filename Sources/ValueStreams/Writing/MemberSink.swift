import CanonicalJSON

/// Takes the members of an object, one after the other in canonical order: what is said once can be had as a tree and as bytes.
protocol MemberSink: ~Copyable {
  /// A member; nil leaves it out.
  mutating func state(_ key: Text, _ value: JSON?)
  /// A member that is a list of objects.
  mutating func state<Element>(_ key: Text, _ elements: [Element], _ members: (Element, inout Self) -> Void)
}

extension MemberSink where Self: ~Copyable {
  /// The `x-` members stand last: no field of the format sorts after them.
  mutating func state(_ extensions: Members<JSON>) {
    for (key, value) in extensions { state(key, value) }
  }
}

/// Gathers members as a tree.
struct ObjectBuilder: MemberSink {
  private var entries: [(key: Text, value: JSON)] = []

  mutating func state(_ key: Text, _ value: JSON?) {
    if let value { entries.append((key, value)) }
  }

  mutating func state<Element>(_ key: Text, _ elements: [Element], _ members: (Element, inout Self) -> Void) {
    entries.append((key, .array(elements.map { element in JSON.object { members(element, &$0) } })))
  }

  fileprivate var json: JSON { .object(Members(entries)) }
}

extension JSON {
  static func object(_ members: (inout ObjectBuilder) -> Void) -> JSON {
    var builder = ObjectBuilder()
    members(&builder)
    return builder.json
  }
}

/// Writes members as canonical bytes right away.
struct ObjectWriter: MemberSink, ~Copyable {
  private var writer: JSONWriter

  mutating func state(_ key: Text, _ value: JSON?) {
    guard let value else { return }
    writer.beginMember(key)
    writer.write(value)
  }

  mutating func state<Element>(_ key: Text, _ elements: [Element], _ members: (Element, inout Self) -> Void) {
    writer.beginMember(key)
    writer.begin(.array)
    for element in elements {
      writer.beginItem()
      writer.begin(.object)
      members(element, &self)
      writer.end(.object)
    }
    writer.end(.array)
  }

  /// The bytes of a document with these members; about so many.
  static func document(capacity: Int, _ members: (inout ObjectWriter) -> Void) -> [UInt8] {
    var object = ObjectWriter(writer: JSONWriter(isIndented: true, capacity: capacity))
    object.writer.begin(.object)
    members(&object)
    object.writer.end(.object)
    object.writer.endLine()
    return object.writer.bytes
  }
}
