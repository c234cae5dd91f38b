/// A first map for a typical stream: its steps, teams and order, without a single figure, so that the checks say what
/// the team has to find out. Where work is likely to go round again is said in notes, since a loop needs its percent.
package struct Template: Sendable {
  /// The word after `new --template`.
  package let name: String
  /// One line for the list of templates.
  package let summary: String
  /// A map document in canonical form.
  package let document: String
}

/// The templates that are built in.
package enum Templates {
  package static let all: [Template] = [.campaign, .content]

  /// Nil for a name that is not built in.
  package static func named(_ name: String) -> Template? {
    all.first { $0.name == name }
  }
}
