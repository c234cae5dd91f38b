package import ValueStreams

/// What all pages of one site share.
package struct Site: Sendable {
  package enum Form: Sendable {
    /// Pages answered one by one, with addresses and forms.
    case server
    /// Pages as files that link each other by relative names.
    case files
    /// One page on its own, with everything in it.
    case single
  }

  package var form: Form
  /// What the site is called.
  package var title: String
  package var today: Day

  package static let defaultTitle = "Value streams"

  package init(form: Form, title: String, today: Day) {
    self.form = form
    self.title = title
    self.today = today
  }

  /// How the page at `address` names others.
  func links(at address: PageAddress?) -> Links {
    switch form {
    case .server: .server
    case .files: .files(from: Links.file(address ?? .archive, .page))
    case .single: .none
    }
  }
}
