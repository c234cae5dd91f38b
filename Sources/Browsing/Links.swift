/// How pages name each other: by address on a server, by relative file names in a published site, not at all in a single file.
package enum Links: Sendable {
  case server
  /// From the file at this path.
  case files(from: String)
  case none

  /// The target of a link; nil where there is nothing to go to.
  func to(_ address: PageAddress, _ form: PageRequest.Form = .page) -> String? {
    switch self {
    case .none: nil
    case .server: form == .twin ? Self.twin(address) : address.path
    case .files(let origin): Self.relative(from: origin, to: Self.file(address, form))
    }
  }

  private static func twin(_ address: PageAddress) -> String {
    address == .archive ? "/index.json" : address.path + ".json"
  }

  /// The file of a published site that holds a page, from the site's root.
  package static func file(_ address: PageAddress, _ form: PageRequest.Form) -> String {
    let path = String(address.path.dropFirst())
    if !address.isPage { return path }
    return switch (address, form) {
    case (.archive, .page): "index.html"
    case (.archive, .twin): "index.json"
    case (.stream, .page): path + "/index.html"
    case (_, .page): path + ".html"
    case (_, .twin): path + ".json"
    }
  }

  private static func relative(from origin: String, to target: String) -> String {
    let from = origin.split(separator: "/").dropLast()
    let to = target.split(separator: "/")
    let shared = zip(from, to.dropLast()).prefix { $0 == $1 }.count
    let parts = Array(repeating: "..", count: from.count - shared) + to[shared...].map(String.init)
    return parts.joined(separator: "/")
  }
}
