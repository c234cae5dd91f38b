/// The tags of an `If-None-Match` header (RFC 9110, 13.1.2): weak and strong ones compare alike.
struct EntityTags {
  private let header: String

  init(_ header: String) {
    self.header = header
  }

  func contain(_ tag: String) -> Bool {
    header.split(separator: ",").contains { part in
      let known = part.drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed()
      let text = String(known)
      return text == "*" || text == tag || text == "W/" + tag
    }
  }
}
