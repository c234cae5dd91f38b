import Archives
import Rendering

/// How a command reports the version that it made: name, id and subject, the headline below.
struct VersionLine {
  private let version: Version
  private let headline: String

  init(_ version: Version, headline: String) {
    self.version = version
    self.headline = headline
  }

  func text(_ terminal: Terminal) -> String {
    var page = Page(terminal)
    page.wrap(
      "\("\(version.stream) \(version.name)", .identity) (\(String(version.commit.prefix(7)))) \(version.subject)")
    if !headline.isEmpty { page.wrap(StyledText(headline)) }
    return page.string()
  }
}
