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

/// Finds a key by its bytes. An object has a dozen keys at most, so that looking at one after the other is fastest.
struct ObjectKeyNames<Key: ObjectKey>: Sendable {
  let keys: [Key]
  /// Those that must be there.
  let required: [Key]
  /// The UTF-8 of all names, one after the other, and where each ends.
  private let bytes: [UInt8]
  private let ends: [Int]

  init(required: [Key] = []) {
    keys = Array(Key.allCases)
    self.required = required
    var bytes: [UInt8] = []
    var ends: [Int] = []
    for key in keys {
      bytes += key.rawValue.utf8
      ends.append(bytes.count)
    }
    self.bytes = bytes
    self.ends = ends
  }

  /// The key of that name; nil if there is none.
  func key(_ name: UnsafeBufferPointer<UInt8>) -> Key? {
    guard let wanted = name.baseAddress else { return nil }
    return bytes.withUnsafeBufferPointer { bytes in
      guard let known = bytes.baseAddress else { return nil }
      var start = 0
      for place in ends.indices {
        let end = ends[place]
        if end - start == name.count, memcmp(known + start, wanted, name.count) == 0 { return keys[place] }
        start = end
      }
      return nil
    }
  }
}
