/// The members of a JSON object: a value per key, always in canonical key order.
///
/// Two objects that state the same are equal in whatever order they were written; iteration is deterministic.
package struct Members<Value> {
  package private(set) var entries: [(key: Text, value: Value)]

  package init() {
    entries = []
  }

  /// Sorts `entries`; of two with the same key the later one wins.
  package init(_ entries: [(key: Text, value: Value)]) {
    if zip(entries, entries.dropFirst()).allSatisfy({ $0.key < $1.key }) {
      self.entries = entries
      return
    }
    self.entries = []
    self.entries.reserveCapacity(entries.count)
    let ordered = entries.enumerated().sorted { left, right in
      left.element.key == right.element.key
        ? left.offset < right.offset : left.element.key < right.element.key
    }
    for (_, entry) in ordered {
      if self.entries.last?.key == entry.key { self.entries.removeLast() }
      self.entries.append(entry)
    }
  }

  package var keys: [Text] { entries.map(\.key) }
  package var values: [Value] { entries.map(\.value) }

  package subscript(key: Text) -> Value? {
    get {
      let index = position(of: key)
      return index < entries.count && entries[index].key == key ? entries[index].value : nil
    }
    set {
      let index = position(of: key)
      let exists = index < entries.count && entries[index].key == key
      switch (newValue, exists) {
      case (let value?, true): entries[index].value = value
      case (let value?, false): entries.insert((key, value), at: index)
      case (nil, true): entries.remove(at: index)
      case (nil, false): break
      }
    }
  }

  /// The place of `key`, or the place where it would be inserted.
  private func position(of key: Text) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low
  }

  package func mapValues<Result>(_ transform: (Value) throws -> Result) rethrows -> Members<Result> {
    var result = Members<Result>()
    result.entries = try entries.map { ($0.key, try transform($0.value)) }
    return result
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
