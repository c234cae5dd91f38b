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
    case key(JSONPlace)
    case index(Int)
  }

  let document: JSONDocument
  var durations = DurationText(nil)
  private(set) var complaints: [Complaint] = []
  private var way: [Turn] = []

  init(_ document: JSONDocument) {
    self.document = document
  }

  private var path: DocumentPath {
    DocumentPath(
      way.map { turn in
        switch turn {
        case .key(let key): .key(word(key))
        case .index(let index): .index(index)
        }
      })
  }

  mutating func complain(_ code: Problem.Code, at node: JSONPlace, _ message: String, _ remedy: String? = nil) {
    complaints.append(
      Complaint(code: code, offset: document[node].offset, path: path, message: message, remedy: remedy))
  }

  /// Runs `body` with `key` at the end of the path.
  mutating func inside<Result>(_ key: JSONPlace, _ body: (inout DocumentReader) -> Result) -> Result {
    way.append(.key(key))
    defer { way.removeLast() }
    return body(&self)
  }

  /// Where the first member of that name has its key.
  func key(_ name: Text, of object: JSONPlace) -> JSONPlace? {
    var key = document.first(in: object)
    for _ in 0..<document.count(object) {
      if document.text(key) == name { return key }
      key = document.next(after: key.value)
    }
    return nil
  }

  private func word(_ key: JSONPlace) -> Text { document.text(key) ?? "" }

  // MARK: Objects and lists

  /// Hands every known member to `member`; gives back the `x-` members; complains about all others.
  ///
  /// `Key` lists the members an object may have, so that a compiler-checked `switch` covers them all.
  mutating func object<Key: ObjectKey>(
    _ node: JSONPlace, _ keys: Key.Type, _ what: String,
    _ member: (inout DocumentReader, Key, JSONPlace) -> Void
  ) -> Members<JSON> {
    guard document.kind(node) == .object else {
      complain(.type, at: node, "\(what) is \(document.kind(node).article)", "write an object: { … }")
      return [:]
    }
    let names = Key.names
    var extensions: [(key: Text, value: JSON)] = []
    var seen = ObjectKeyNames<Key>.Selection()
    var last = 0
    var key = document.first(in: node)
    for _ in 0..<document.count(node) {
      if let known = document.withUTF8(key, { names.place(of: $0, near: last) }) {
        last = known
        seen.insert(known)
        way.append(.key(key))
        member(&self, names.keys[known], key.value)
        way.removeLast()
      } else if word(key).string.hasPrefix("x-") {
        extensions.append((word(key), document[key.value].json))
      } else {
        unknown(key, among: names.keys.map(\.rawValue))
      }
      key = document.next(after: key.value)
    }
    for key in names.missing(from: seen) {
      complain(
        .missingKey, at: node, "\(what) has no \"\(key.rawValue)\"", "add \"\(key.rawValue)\": \(Key.sample(key))")
    }
    return extensions.isEmpty ? Members() : Members(extensions)
  }

  /// Members under ids of the map's own choice (teams, work types, actions), or any text (glossary).
  ///
  /// Where keys are ids, `x-` members are kept in `nested` under the name of the dictionary.
  mutating func dictionary<Value>(
    _ node: JSONPlace, _ what: String, ids: Bool = true, nested: inout Members<Members<JSON>>,
    _ value: (inout DocumentReader, JSONPlace) -> Value?
  ) -> Members<Value>? {
    guard document.kind(node) == .object else {
      complain(.type, at: node, "\(what) is \(document.kind(node).article)", "write an object: { … }")
      return nil
    }
    var entries: [(key: Text, value: Value)] = []
    var extensions: [(key: Text, value: JSON)] = []
    var place = document.first(in: node)
    for _ in 0..<document.count(node) {
      defer { place = document.next(after: place.value) }
      let key = word(place)
      // A glossary may well explain the x-height.
      if key.string.hasPrefix("x-"), ids || document.kind(place.value) != .string {
        extensions.append((key, document[place.value].json))
        continue
      }
      inside(place) { reader in
        if ids, !Identifier.isValid(key) {
          reader.complain(.range, at: place, Identifier.complaint(key), Identifier.remedy(key))
        }
        if let value = value(&reader, place.value) { entries.append((key, value)) }
      }
    }
    if !extensions.isEmpty { nested[Text(what)] = Members(extensions) }
    return Members(entries)
  }

  mutating func list<Value>(
    _ node: JSONPlace, _ what: String, _ value: (inout DocumentReader, JSONPlace) -> Value?
  ) -> [Value]? {
    guard document.kind(node) == .array else {
      complain(.type, at: node, "\(what) is \(document.kind(node).article)", "write a list: [ … ]")
      return nil
    }
    var result: [Value] = []
    result.reserveCapacity(document.count(node))
    var element = document.first(in: node)
    for index in 0..<document.count(node) {
      way.append(.index(index))
      if let value = value(&self, element) { result.append(value) }
      way.removeLast()
      element = document.next(after: element)
    }
    return result
  }

  /// A list of texts whose order says nothing: sorted, and an error where one stands twice.
  mutating func set(_ node: JSONPlace, _ what: String, ids: Bool) -> [Text]? {
    guard let values = list(node, what, { ids ? $0.id($1, "an id") : $0.text($1, "an entry") }) else { return nil }
    // As in every canonical file; and none stands twice.
    if zip(values, values.dropFirst()).allSatisfy(<) { return values }
    var seen: Set<Text> = []
    return list(node, what) { reader, element -> Text? in
      guard let text = reader.document.text(element), !ids || Identifier.isValid(text) else { return nil }
      guard seen.insert(text).inserted else {
        reader.complain(
          .duplicateInSet, at: element, "\(quoted(text)) stands in \(what) twice", "remove one of the two")
        return nil
      }
      return text
    }?.sorted()
  }

  private mutating func unknown(_ key: JSONPlace, among known: [String]) {
    let nearest = NearestWord.to(word(key).string, among: known)
    inside(key) { reader in
      reader.complain(
        .unknownKey, at: key, "\(quoted(reader.word(key))) is not a field of the format",
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
