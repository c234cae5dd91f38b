import Git
package import ValueStreams

/// One state of one stream at one place: what a user's word turned out to name.
package struct Revision: Hashable, Sendable {
  package enum Place: Hashable, Sendable {
    case workingCopy
    /// A version on the main line.
    case version(Version)
    /// A commit off the main line: of an experiment, a branch, a fork.
    case commit(Version)
  }

  package var stream: String
  /// What was said after the colon; nil when nothing was, which means the current state.
  package var state: Provenance.State?
  package var place: Place
  /// What the user called it, for headings.
  package var label: String

  package init(stream: String, state: Provenance.State? = nil, place: Place, label: String) {
    self.stream = stream
    self.state = state
    self.place = place
    self.label = label
  }

  /// The version, also of one off the main line (its `number` is 0 there); nil for the working copy.
  package var version: Version? {
    switch place {
    case .workingCopy: nil
    case .version(let version), .commit(let version): version
    }
  }

  /// Where it comes from, for reports.
  package func provenance(_ state: Provenance.State? = nil) -> Provenance {
    let number: Int? = if case .version(let version) = place { version.number } else { nil }
    return Provenance(
      stream: stream, version: number, state: state ?? self.state ?? .current, commit: version?.commit,
      date: version?.author.timestamp, label: label)
  }
}
