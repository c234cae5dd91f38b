import CanonicalJSON

/// Reads typed values out of a JSON document and keeps every complaint with its place; what cannot be read is nil.
struct DocumentReader {
  /// A complaint before its line and column are known.
  struct Complaint {
    var code: Problem.Code
    /// Byte offset in the document.
    var offset: Int
    var path: DocumentPath
    var message: String
    var remedy: String?
  }

  var durations = DurationText(nil)
  private(set) var complaints: [Complaint] = []
  private var path: DocumentPath = []

  mutating func complain(_ code: Problem.Code, at node: JSONNode, _ message: String, _ remedy: String? = nil) {
    complaints.append(Complaint(code: code, offset: node.offset, path: path, message: message, remedy: remedy))
  }

  /// Runs `body` with `part` at the end of the path.
  mutating func inside<Result>(_ part: DocumentPath.Part, _ body: (inout DocumentReader) -> Result) -> Result {
    path.parts.append(part)
    let result = body(&self)
    path.parts.removeLast()
    return result
  }

  // MARK: Objects and lists

  /// Hands every known member to `member`; gives back the `x-` members; complains about all others.
  ///
  /// `Key` lists the members an object may have, so that a compiler-checked `switch` covers them all.
  mutating func object<Key: ObjectKey>(
    _ node: JSONNode, _ keys: Key.Type, _ what: String, required: [Key] = [],
    _ member: (inout DocumentReader, Key, JSONNode) -> Void
  ) -> Members<JSON> {
    guard node.kind == .object else {
      complain(.type, at: node, "\(what) is \(node.kind.article)", "write an object: { … }")
      return [:]
    }
    var extensions: [(key: Text, value: JSON)] = []
    var missing = required
    for entry in node.members {
      if let key = Key(rawValue: entry.key.string) {
        missing.removeAll { $0 == key }
        path.parts.append(.key(entry.key))
        member(&self, key, entry.value)
        path.parts.removeLast()
      } else if entry.key.string.hasPrefix("x-") {
        extensions.append((entry.key, entry.value.json))
      } else {
        unknown(entry.key, at: entry.keyOffset, among: Key.allCases.map(\.rawValue))
      }
    }
    for key in missing {
      complain(
        .missingKey, at: node, "\(what) has no \"\(key.rawValue)\"", "add \"\(key.rawValue)\": \(Key.sample(key))")
    }
    return Members(extensions)
  }

  /// Members under ids of the map's own choice (teams, work types, actions), or any text (glossary).
  ///
  /// Where keys are ids, `x-` members are kept in `nested` under the name of the dictionary.
  mutating func dictionary<Value>(
    _ node: JSONNode, _ what: String, ids: Bool = true, nested: inout Members<Members<JSON>>,
    _ value: (inout DocumentReader, JSONNode) -> Value?
  ) -> Members<Value>? {
    guard node.kind == .object else {
      complain(.type, at: node, "\(what) is \(node.kind.article)", "write an object: { … }")
      return nil
    }
    var entries: [(key: Text, value: Value)] = []
    var extensions: [(key: Text, value: JSON)] = []
    for entry in node.members {
      // A glossary may well explain the x-height.
      if entry.key.string.hasPrefix("x-"), ids || entry.value.kind != .string {
        extensions.append((entry.key, entry.value.json))
        continue
      }
      inside(.key(entry.key)) { reader in
        if ids, !Identifier.isValid(entry.key) {
          reader.complaints.append(
            Complaint(
              code: .range, offset: entry.keyOffset, path: reader.path, message: Identifier.complaint(entry.key),
              remedy: Identifier.remedy(entry.key)))
        }
        if let value = value(&reader, entry.value) { entries.append((entry.key, value)) }
      }
    }
    if !extensions.isEmpty { nested[Text(what)] = Members(extensions) }
    return Members(entries)
  }

  mutating func list<Value>(
    _ node: JSONNode, _ what: String, _ value: (inout DocumentReader, JSONNode) -> Value?
  ) -> [Value]? {
    guard node.kind == .array else {
      complain(.type, at: node, "\(what) is \(node.kind.article)", "write a list: [ … ]")
      return nil
    }
    var result: [Value] = []
    result.reserveCapacity(node.count)
    for (index, element) in node.elements.enumerated() {
      if let value = inside(.index(index), { value(&$0, element) }) { result.append(value) }
    }
    return result
  }

  /// A list of texts whose order says nothing: sorted, and an error where one stands twice.
  mutating func set(_ node: JSONNode, _ what: String, ids: Bool) -> [Text]? {
    var seen: Set<Text> = []
    let values = list(node, what) { reader, element -> Text? in
      guard let text = ids ? reader.id(element, "an id") : reader.text(element, "an entry") else { return nil }
      guard seen.insert(text).inserted else {
        reader.complain(
          .duplicateInSet, at: element, "\(quoted(text)) stands in \(what) twice", "remove one of the two")
        return nil
      }
      return text
    }
    return values?.sorted()
  }

  private mutating func unknown(_ key: Text, at offset: Int, among known: [String]) {
    let nearest = NearestWord.to(key.string, among: known)
    complaints.append(
      Complaint(
        code: .unknownKey, offset: offset, path: path + .key(key),
        message: "\(quoted(key)) is not a field of the format",
        remedy: nearest.map { "did you mean \"\($0)\"? Own fields start with \"x-\"" }
          ?? "remove it, or start its name with \"x-\" to keep it"))
  }
}

/// The members that an object of the format may have.
protocol ObjectKey: RawRepresentable<String>, CaseIterable, Equatable {
  /// An example value, for the remedy of a missing member.
  static func sample(_ key: Self) -> String
}

extension ObjectKey {
  static func sample(_ key: Self) -> String { "…" }
}

extension JSONNode.Kind {
  /// As in "waitTime is a number".
  var article: String {
    switch self {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "text"
    case .array: "a list"
    case .object: "an object"
    }
  }
}

/// In quotation marks, shortened so that a message stays a line.
func quoted(_ text: Text) -> String {
  let string = text.string
  return string.unicodeScalars.count > 60 ? "\"\(String(string.unicodeScalars.prefix(57)))…\"" : "\"\(string)\""
}
