/// The members of a JSON object: a value per key, always in canonical key order.
///
/// Two objects that state the same are equal in whatever order they were written; iteration is deterministic.
///
/// Inlinable throughout, since other rooms keep their own values in it and the compiler specialises nothing else for them.
@usableFromInline
package struct Members<Value> {
  /// The members by key; no key stands twice.
  @usableFromInline package internal(set) var entries: [(key: Text, value: Value)]

  @inlinable
  package init() {
    entries = []
  }

  /// Sorts `entries`; of two with the same key the later one wins. Entries in order already cost one pass.
  @inlinable
  package init(_ entries: [(key: Text, value: Value)]) {
    self.init(sorting: entries)
  }

  @inlinable
  init(sorting entries: [(key: Text, value: Value)]) {
    self.entries = entries
    guard !Self.isSorted(entries) else { return }
    self.entries.removeAll(keepingCapacity: true)
    // Few are put in their places one by one, which is fastest. Many are sorted first; equal keys keep their order, since
    // the standard library's sort is stable.
    for entry in entries.count <= 32 ? entries : entries.sorted(by: { $0.key < $1.key }) {
      set(entry.value, for: entry.key)
    }
  }

  @inlinable
  static func isSorted(_ entries: [(key: Text, value: Value)]) -> Bool {
    for place in entries.indices.dropFirst() where !(entries[place - 1].key < entries[place].key) { return false }
    return true
  }

  /// The keys in canonical order.
  @inlinable
  package var keys: [Text] { entries.map(\.key) }
  /// The values in the order of their keys.
  @inlinable
  package var values: [Value] { entries.map(\.value) }

  /// The value under `key`; nil where there is none, and setting nil removes it. Found in logarithmic time.
  @inlinable
  package subscript(key: Text) -> Value? {
    get { value(of: key) }
    set { set(newValue, for: key) }
  }

  /// Whether there is a value under `key`, without taking it out.
  @inlinable
  package func has(_ key: Text) -> Bool {
    let index = position(of: key)
    return index < entries.count && entries[index].key == key
  }

  @inlinable
  func value(of key: Text) -> Value? {
    let index = position(of: key)
    return index < entries.count && entries[index].key == key ? entries[index].value : nil
  }

  @inlinable
  mutating func set(_ value: Value?, for key: Text) {
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
  @inlinable
  func position(of key: Text) -> Int {
    guard !entries.isEmpty, !(entries[entries.count - 1].key < key) else { return entries.count }
    var low = 0
    var high = entries.count - 1
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The same keys with other values.
  @inlinable
  package func mapValues<Result>(_ transform: (Value) throws -> Result) rethrows -> Members<Result> {
    var result = Members<Result>()
    result.entries = try entries.map { ($0.key, try transform($0.value)) }
    return result
  }
}

extension Members: RandomAccessCollection {
  @inlinable
  package var startIndex: Int { entries.startIndex }
  @inlinable
  package var endIndex: Int { entries.endIndex }
  @inlinable
  package subscript(position: Int) -> (key: Text, value: Value) { entries[position] }
}

extension Members: Equatable where Value: Equatable {
  @inlinable
  package static func == (left: Members, right: Members) -> Bool {
    guard left.entries.count == right.entries.count else { return false }
    for place in left.entries.indices {
      guard left.entries[place].key == right.entries[place].key,
        left.entries[place].value == right.entries[place].value
      else { return false }
    }
    return true
  }
}

extension Members: Hashable where Value: Hashable {
  @inlinable
  package func hash(into hasher: inout Hasher) {
    for (key, value) in entries {
      hasher.combine(key)
      hasher.combine(value)
    }
  }
}

extension Members: Sendable where Value: Sendable {}

extension Members: ExpressibleByDictionaryLiteral {
  @inlinable
  package init(dictionaryLiteral elements: (Text, Value)...) {
    self.init(elements.isEmpty ? [] : elements.map { (key: $0.0, value: $0.1) })
  }
}
