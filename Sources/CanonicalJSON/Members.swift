/// The members of a JSON object: a value per key, always in canonical key order.
///
/// Two objects that state the same are equal in whatever order they were written; iteration is deterministic.
package struct Members<Value> {
  /// The members by key; no key stands twice.
  package private(set) var entries: [(key: Text, value: Value)]

  package init() {
    entries = []
  }

  /// Sorts `entries`; of two with the same key the later one wins. Entries in order already cost one pass.
  package init(_ entries: [(key: Text, value: Value)]) {
    self.init(sorting: entries)
  }

  private init(sorting entries: [(key: Text, value: Value)]) {
    self.entries = entries
    guard !zip(entries, entries.dropFirst()).allSatisfy({ $0.key < $1.key }) else { return }
    self.entries.removeAll(keepingCapacity: true)
    // Few are put in their places one by one, which is fastest. Many are sorted first; equal keys keep their order, since
    // the standard library's sort is stable.
    for entry in entries.count <= 32 ? entries : entries.sorted(by: { $0.key < $1.key }) {
      set(entry.value, for: entry.key)
    }
  }

  /// The keys in canonical order.
  package var keys: [Text] { entries.map(\.key) }
  /// The values in the order of their keys.
  package var values: [Value] { entries.map(\.value) }

  /// The value under `key`; nil where there is none, and setting nil removes it. Found in logarithmic time.
  package subscript(key: Text) -> Value? {
    get { value(of: key) }
    set { set(newValue, for: key) }
  }

  private func value(of key: Text) -> Value? {
    let index = position(of: key)
    return index < entries.count && entries[index].key == key ? entries[index].value : nil
  }

  private mutating func set(_ value: Value?, for key: Text) {
    let index = position(of: key)
    let exists = index < entries.count && entries[index].key == key
    switch (value, exists) {
    case (let value?, true): entries[index].value = value
    case (let value?, false): entries.insert((key, value), at: index)
    case (nil, true): entries.remove(at: index)
    case (nil, false): break
    }
  }

  /// The place of `key`, or the place where it would be inserted: at the end at once when it comes after all others, so
  /// that an object is built in order in linear time.
  private func position(of key: Text) -> Int {
    guard let last = entries.last, !(last.key < key) else { return entries.count }
    var low = 0
    var high = entries.count - 1
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The same keys with other values.
  package func mapValues<Result>(_ transform: (Value) throws -> Result) rethrows -> Members<Result> {
    var result = Members<Result>()
    result.entries = try entries.map { ($0.key, try transform($0.value)) }
    return result
  }
}

/// The same for JSON itself, where speed counts: the compiler does not specialise generic code of `package` access for
/// other modules, but compiles this here.
extension Members where Value == JSON {
  package init(_ entries: [(key: Text, value: JSON)]) {
    self.init(sorting: entries)
  }

  package subscript(key: Text) -> JSON? {
    get { value(of: key) }
    set { set(newValue, for: key) }
  }
}

extension Members: RandomAccessCollection {
  package var startIndex: Int { entries.startIndex }
  package var endIndex: Int { entries.endIndex }
  package subscript(position: Int) -> (key: Text, value: Value) { entries[position] }
}

extension Members: Equatable where Value: Equatable {
  package static func == (left: Members, right: Members) -> Bool {
    left.entries.elementsEqual(right.entries) { $0.key == $1.key && $0.value == $1.value }
  }
}

extension Members: Hashable where Value: Hashable {
  package func hash(into hasher: inout Hasher) {
    for (key, value) in entries {
      hasher.combine(key)
      hasher.combine(value)
    }
  }
}

extension Members: Sendable where Value: Sendable {}

extension Members: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (Text, Value)...) {
    self.init(elements.map { (key: $0.0, value: $0.1) })
  }
}
