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
        // Each template says itself how text is put into it: what includes it does not pass that on. The line break at the
        // end of a file is none of the text.
        let text = String(decoding: bytes.last == UInt8(ascii: "\n") ? bytes.dropLast() : bytes[...], as: UTF8.self)
        try library.register(
          "{{% CONTENT_TYPE:\(PageText.name)}}" + text, named: name)
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
