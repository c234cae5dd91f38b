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

  /// A step on the way to the value being read. Keys become text only when there is something to complain about.
  private enum Turn {
    case key(JSONNode)
    case index(Int)
  }

  var durations = DurationText(nil)
  private(set) var complaints: [Complaint] = []
  private var way: [Turn] = []

  private var path: DocumentPath {
    DocumentPath(
      way.map { turn in
        switch turn {
        case .key(let node): .key(node.word)
        case .index(let index): .index(index)
        }
      })
  }

  mutating func complain(_ code: Problem.Code, at node: JSONNode, _ message: String, _ remedy: String? = nil) {
    complaints.append(Complaint(code: code, offset: node.offset, path: path, message: message, remedy: remedy))
  }

  /// Runs `body` with `key` at the end of the path.
  mutating func inside<Result>(_ key: JSONNode, _ body: (inout DocumentReader) -> Result) -> Result {
    way.append(.key(key))
    defer { way.removeLast() }
    return body(&self)
  }

  // MARK: Objects and lists

  /// Hands every known member to `member`; gives back the `x-` members; complains about all others.
  ///
  /// `Key` lists the members an object may have, so that a compiler-checked `switch` covers them all.
  mutating func object<Key: ObjectKey>(
    _ node: JSONNode, _ keys: Key.Type, _ what: String,
    _ member: (inout DocumentReader, Key, JSONNode) -> Void
  ) -> Members<JSON> {
    guard node.kind == .object else {
      complain(.type, at: node, "\(what) is \(node.kind.article)", "write an object: { … }")
      return [:]
    }
    let names = Key.names
    var extensions: [(key: Text, value: JSON)] = []
    var missing = names.required
    for entry in node.members {
      if let key = entry.key.withUTF8(names.key) {
        if !missing.isEmpty { missing.removeAll { $0 == key } }
        inside(entry.key) { member(&$0, key, entry.value) }
      } else if entry.key.word.string.hasPrefix("x-") {
        extensions.append((entry.key.word, entry.value.json))
      } else {
        unknown(entry.key, among: names.keys.map(\.rawValue))
      }
    }
    for key in missing {
      complain(
        .missingKey, at: node, "\(what) has no \"\(key.rawValue)\"", "add \"\(key.rawValue)\": \(Key.sample(key))")
    }
    return extensions.isEmpty ? Members() : Members(extensions)
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
      let key = entry.key.word
      // A glossary may well explain the x-height.
      if key.string.hasPrefix("x-"), ids || entry.value.kind != .string {
        extensions.append((key, entry.value.json))
        continue
      }
      inside(entry.key) { reader in
        if ids, !Identifier.isValid(key) {
          reader.complain(.range, at: entry.key, Identifier.complaint(key), Identifier.remedy(key))
        }
        if let value = value(&reader, entry.value) { entries.append((key, value)) }
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
      way.append(.index(index))
      if let value = value(&self, element) { result.append(value) }
      way.removeLast()
    }
    return result
  }

  /// A list of texts whose order says nothing: sorted, and an error where one stands twice.
  mutating func set(_ node: JSONNode, _ what: String, ids: Bool) -> [Text]? {
    var seen: Set<Text> = []
    let isAlone = node.count < 2
    let values = list(node, what) { reader, element -> Text? in
      guard let text = ids ? reader.id(element, "an id") : reader.text(element, "an entry") else { return nil }
      guard isAlone || seen.insert(text).inserted else {
        reader.complain(
          .duplicateInSet, at: element, "\(quoted(text)) stands in \(what) twice", "remove one of the two")
        return nil
      }
      return text
    }
    return isAlone ? values : values?.sorted()
  }

  private mutating func unknown(_ key: JSONNode, among known: [String]) {
    let nearest = NearestWord.to(key.word.string, among: known)
    inside(key) { reader in
      reader.complain(
        .unknownKey, at: key, "\(quoted(key.word)) is not a field of the format",
        nearest.map { "did you mean \"\($0)\"? Own fields start with \"x-\"" }
          ?? "remove it, or start its name with \"x-\" to keep it")
    }
  }
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
