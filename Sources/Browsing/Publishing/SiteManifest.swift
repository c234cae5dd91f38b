/// What the publisher has written to a folder: for every bundle of files what it was made from. Kept in the folder itself.
///
/// A line a bundle: key, address and files, with tabs between. None of them can hold a tab or a line break.
struct SiteManifest: Equatable, Sendable {
  struct Bundle: Equatable, Sendable {
    /// ``unknown`` while its files are being replaced.
    var key: String
    var files: [String]
  }

  static let path = ".vsmrepo/site"
  /// Equal to no key: such a bundle is made again.
  static let unknown = "?"
  private static let heading = "vsmrepo-site/1"

  /// By the path of the bundle's address.
  var bundles: [String: Bundle] = [:]

  var files: Set<String> { Set(bundles.values.flatMap(\.files)) }

  init() {}

  /// Nil for bytes that are no manifest, or one of another kind.
  init?(_ bytes: [UInt8]) {
    var lines = bytes.split(separator: UInt8(ascii: "\n"))[...]
    guard lines.popFirst()?.elementsEqual(Self.heading.utf8) == true else { return nil }
    for line in lines {
      let parts = line.split(separator: UInt8(ascii: "\t")).map { String(decoding: $0, as: UTF8.self) }
      guard parts.count >= 2, parts.dropFirst(2).allSatisfy(Self.isInside) else { return nil }
      bundles[parts[1]] = Bundle(key: parts[0], files: Array(parts[2...]))
    }
  }

  var bytes: [UInt8] {
    var text = Self.heading + "\n"
    for (address, bundle) in bundles.sorted(by: { $0.key < $1.key }) {
      text += ([bundle.key, address] + bundle.files).joined(separator: "\t") + "\n"
    }
    return Array(text.utf8)
  }

  /// A manifest that somebody edited must not lead the publisher out of its folder.
  private static func isInside(_ path: String) -> Bool {
    !path.hasPrefix("/")
      && !path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        .contains { $0.isEmpty || $0.elementsEqual("..".utf8) }
  }
}
