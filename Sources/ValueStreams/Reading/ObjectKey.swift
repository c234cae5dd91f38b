import Glibc

/// The members that an object of the format may have.
protocol ObjectKey: RawRepresentable<String>, CaseIterable, Equatable, Sendable {
  static var names: ObjectKeyNames<Self> { get }
  /// An example value, for the remedy of a missing member.
  static func sample(_ key: Self) -> String
}

extension ObjectKey {
  static func sample(_ key: Self) -> String { "…" }
}

/// Finds a key by its bytes. An object has some twenty keys at most, which files list in order: looking at one after the
/// other from the last one found is fastest.
///
/// A class only so that it is handed on as one reference; nothing in it ever changes.
final class ObjectKeyNames<Key: ObjectKey>: Sendable {
  /// In the order of their names.
  let keys: [Key]
  private let required: Selection
  /// The UTF-8 of all names, one after the other, and where each begins; at the end, where the last one ends.
  private let bytes: [UInt8]
  private let bounds: [Int]

  init(required: [Key] = []) {
    let keys = Key.allCases.sorted { $0.rawValue.utf8.lexicographicallyPrecedes($1.rawValue.utf8) }
    var bytes: [UInt8] = []
    var bounds = [0]
    for key in keys {
      bytes += key.rawValue.utf8
      bounds.append(bytes.count)
    }
    self.keys = keys
    self.bytes = bytes
    self.bounds = bounds
    self.required = Selection(keys.indices.filter { required.contains(keys[$0]) })
  }

  /// The place in ``keys`` of that name, looked for from `hint` on, then before it; nil if there is none.
  func place(of name: UnsafeBufferPointer<UInt8>, near hint: Int) -> Int? {
    guard let wanted = name.baseAddress else { return nil }
    return bytes.withUnsafeBufferPointer { bytes in
      guard let known = bytes.baseAddress else { return nil }
      var place = hint
      for _ in keys.indices {
        let start = bounds[place]
        if bounds[place + 1] - start == name.count, memcmp(known + start, wanted, name.count) == 0 { return place }
        place = place + 1 < keys.count ? place + 1 : 0
      }
      return nil
    }
  }

  /// The required keys that are not among `seen`.
  func missing(from seen: Selection) -> [Key] {
    seen.isSuperset(of: required) ? [] : keys.indices.filter { required.has($0) && !seen.has($0) }.map { keys[$0] }
  }

  /// Some of the places in ``keys``.
  struct Selection: Sendable {
    private var bits: UInt64 = 0

    init() {}
    init(_ places: [Int]) { places.forEach { insert($0) } }

    func has(_ place: Int) -> Bool { bits & 1 << UInt64(place) != 0 }
    func isSuperset(of other: Selection) -> Bool { other.bits & ~bits == 0 }
    mutating func insert(_ place: Int) { bits |= 1 << UInt64(place) }
  }
}
