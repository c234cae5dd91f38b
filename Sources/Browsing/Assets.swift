import PageFiles
import Rendering

extension Pages {
  /// The one stylesheet: that of the pages, then that of the pictures in them.
  static let stylesheet =
    String(decoding: PageFiles.stylesheet, as: UTF8.self) + PictureStylesheet.text

  static func file(_ asset: PageAddress.Asset) -> Page {
    switch asset {
    case .stylesheet: Page(.found, .css, Array(stylesheet.utf8))
    case .script: Page(.found, .script, PageFiles.script)
    case .icon: Page(.found, .svg, PageFiles.icon)
    }
  }

  /// Names the whole of templates, styles and script: a page made with others is another page.
  static let edition = fingerprint(
    PageFiles.templates.flatMap(\.bytes) + Array(stylesheet.utf8) + PageFiles.script + PageFiles.icon)
}
