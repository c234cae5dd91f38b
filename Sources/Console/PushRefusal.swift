/// A reference that a server did not take, from what `git push --porcelain` prints.
package struct PushRefusal: Equatable {
  package enum Reason: Equatable {
    /// Somebody else has published meanwhile.
    case overtaken
    /// A tag of that name is there and names something else.
    case nameTaken
    /// The branch is checked out in a repository that people work in.
    case checkedOut
    /// A hook or a rule of the server, in its words.
    case refused(String)
  }

  package let reference: String
  package let reason: Reason

  /// The refusals that say something: in an atomic push the rest is refused because of them.
  package static func read(_ output: String) -> [PushRefusal] {
    let all = output.split(separator: "\n").compactMap { line -> PushRefusal? in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count >= 3, fields[0] == "!", let colon = fields[1].firstIndex(of: ":") else { return nil }
      let summary = String(fields[2])
      if summary.contains("atomic") { return nil }
      return PushRefusal(reference: String(fields[1][fields[1].index(after: colon)...]), reason: reason(summary))
    }
    return all
  }

  /// `[remote rejected] (pre-receive hook declined)` and its like.
  private static func reason(_ summary: String) -> Reason {
    let overtaken = ["fetch first", "non-fast-forward", "stale info", "failed to update ref", "cannot lock ref"]
    if summary.hasPrefix("[rejected]"), overtaken.contains(where: { summary.contains($0) }) { return .overtaken }
    if summary.contains("cannot lock ref") || summary.contains("failed to update ref") { return .overtaken }
    if summary.contains("already exists") { return .nameTaken }
    if summary.contains("currently checked out") { return .checkedOut }
    guard let open = summary.firstIndex(of: "("), let close = summary.lastIndex(of: ")"), open < close else {
      return .refused(summary)
    }
    return .refused(String(summary[summary.index(after: open)..<close]))
  }

  /// What the server said beside it, as one line; nil when it said nothing.
  package static func words(_ errors: [String]) -> String? {
    let lines = errors.filter { $0.hasPrefix("remote: ") }.map {
      $0.split(separator: " ").dropFirst().joined(separator: " ")
    }
    .filter { !$0.isEmpty && !$0.hasPrefix("error: hook declined") }
    return lines.isEmpty ? nil : lines.prefix(4).joined(separator: " ")
  }
}
