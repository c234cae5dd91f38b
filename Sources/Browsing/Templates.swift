import Mustache
import PageFiles

/// The templates, read once.
struct Templates: Sendable {
  private let library: MustacheLibrary

  init() throws(BrowsingError) {
    MustacheContentTypes.register(PageText(), named: PageText.name)
    var library = MustacheLibrary()
    for (name, bytes) in PageFiles.templates {
      do {
        // Each template says itself how text is put into it: what includes it does not pass that on.
        try library.register(
          "{{% CONTENT_TYPE:\(PageText.name)}}" + String(decoding: bytes, as: UTF8.self), named: name)
      } catch {
        throw .template(name: name, reason: "\(error)")
      }
    }
    self.library = library
  }

  func render(_ name: String, _ filling: Filling) throws(BrowsingError) -> String {
    guard let text = library.render(filling, withTemplate: name) else {
      throw .template(name: name, reason: "it is missing")
    }
    return text
  }
}
