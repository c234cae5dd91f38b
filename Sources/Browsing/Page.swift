/// The answer to a request: a page, a file, or the way to another address.
package struct Page: Equatable, Sendable {
  package enum Status: Int, Sendable {
    case found = 200
    case seeOther = 303
    case badRequest = 400
    case notFound = 404
    case unreadable = 500
  }

  package enum Kind: String, Sendable {
    case html = "text/html; charset=utf-8"
    case json = "application/json; charset=utf-8"
    case svg = "image/svg+xml; charset=utf-8"
    case css = "text/css; charset=utf-8"
    case script = "text/javascript; charset=utf-8"
  }

  package var status: Status
  package var kind: Kind
  package var body: [UInt8]
  /// Where to look instead, for ``Status/seeOther``.
  package var location: String?
  /// Names the content, in quotes as HTTP wants it; nil for what is not worth keeping.
  package var tag: String?

  package init(_ status: Status = .found, _ kind: Kind, _ body: [UInt8], tag: String? = nil) {
    self.status = status
    self.kind = kind
    self.body = body
    self.tag = tag
  }

  package init(_ status: Status = .found, html: String) {
    self.init(status, .html, Array(html.utf8))
  }

  package init(seeOther location: String) {
    self.init(.seeOther, .html, [])
    self.location = location
  }
}

/// A short name for bytes that differ from others: FNV-1a over 64 bits, hexadecimal. It tells versions apart and guards nothing.
package func fingerprint(_ bytes: some Sequence<UInt8>) -> String {
  let value = bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  let digits = String(value, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}
