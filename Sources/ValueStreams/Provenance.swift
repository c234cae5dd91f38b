/// Which map a value was made from: part of every report, and of nothing that is computed.
package struct Provenance: Equatable, Sendable {
  package enum State: String, CaseIterable, Sendable { case current, future }

  /// Nil for a plain file, as are `version`, `commit` and `date`.
  package var stream: String?
  /// Nil for the working copy, an experiment, or a commit off the main line.
  package var version: Int?
  package var state: State
  /// The full commit id in hexadecimal.
  package var commit: String?
  /// The commit's author date, RFC 3339 with offset.
  package var date: String?
  /// What the user called it, for headings: `v3`, `working copy`, `a.json`.
  package var label: String

  package init(
    stream: String? = nil, version: Int? = nil, state: State = .current, commit: String? = nil, date: String? = nil,
    label: String
  ) {
    self.stream = stream
    self.version = version
    self.state = state
    self.commit = commit
    self.date = date
    self.label = label
  }
}
