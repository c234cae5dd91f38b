import Mustache
import Rendering

/// How text of a map, a commit or a comment is put into HTML: no character of it can be markup, close an attribute, or turn the
/// direction of what follows.
///
/// Byte by byte: in a combination such as `"` with an accent above it, Swift sees one character and a browser sees a quote.
struct PageText: MustacheContentType {
  /// The name by which templates ask for it.
  static let name = "PAGE"

  func escapeText(_ text: String) -> String {
    let isOneLine = text.isPlain || !text.contains { $0.isNewline }
    let shown = isOneLine ? visible(text) : visibleLines(text).joined(separator: "\n")
    guard shown.utf8.contains(where: { Self.entity($0) != nil }) else { return shown }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(shown.utf8.count + 16)
    for byte in shown.utf8 {
      if let entity = Self.entity(byte) { bytes.append(contentsOf: entity.utf8) } else { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func entity(_ byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }
}
