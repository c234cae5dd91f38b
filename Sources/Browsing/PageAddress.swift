package import ValueStreams

/// What a page is about: the one name under which links, requests, files and the cache know it.
///
/// Whatever is no stream stands behind a `-` or a version, two things that no part of a stream's name can be.
package enum PageAddress: Hashable, Sendable {
  case archive
  case experiments
  case experiment(String)
  case improvements
  case stream(String)
  /// Older versions of a stream, from the one with this number on.
  case history(String, from: Int)
  case version(String, Int, Provenance.State)
  /// The picture of a map as a file of its own.
  case picture(String, Int, Provenance.State)
  /// The map itself, in canonical form.
  case document(String, Int, Provenance.State)
  case plan(String, Int)
  case comparison(String, Int, Int)
  case asset(Asset)

  /// A file that all pages share.
  package enum Asset: String, CaseIterable, Sendable {
    case stylesheet = "pages.css"
    case script = "pages.js"
    case icon = "icon.svg"
  }

  /// So many versions are told on one page of a stream's history.
  package static let historyLength = 100

  /// The path that a reader sees, from the site's root; `/` for the archive.
  package var path: String {
    switch self {
    case .archive: "/"
    case .experiments: "/-/experiments"
    case .experiment(let name): "/-/experiments/\(name)"
    case .improvements: "/-/improvements"
    case .asset(let asset): "/-/\(asset.rawValue)"
    case .stream(let stream): "/\(stream)"
    case .history(let stream, let first): "/\(stream)/-/v\(first)"
    case .version(let stream, let number, let state): "/\(stream)/v\(number)" + Self.suffix(state)
    case .picture(let stream, let number, let state): "/\(stream)/v\(number)\(Self.suffix(state))/map.svg"
    case .document(let stream, let number, let state): "/\(stream)/v\(number)\(Self.suffix(state))/map.json"
    case .plan(let stream, let number): "/\(stream)/v\(number)/plan"
    case .comparison(let stream, let before, let after): "/\(stream)/v\(before)..v\(after)"
    }
  }

  private static func suffix(_ state: Provenance.State) -> String { state == .future ? "/future" : "" }

  /// Whether it is a page for people, with a twin for programs; else it is a file as it is.
  package var isPage: Bool {
    switch self {
    case .asset, .picture, .document: false
    default: true
    }
  }

  package var stream: String? {
    switch self {
    case .archive, .experiments, .experiment, .improvements, .asset: nil
    case .stream(let stream), .history(let stream, _), .version(let stream, _, _), .picture(let stream, _, _),
      .document(let stream, _, _), .plan(let stream, _), .comparison(let stream, _, _):
      stream
    }
  }
}
