import Git

/// What the references of an archive name at one moment: as long as two of these are equal, everything that can be read of versions,
/// comments and experiments is, too.
package struct ArchiveTips: Hashable, Sendable {
  package var mainLine: String?
  package var comments: String?
  /// Reference names with what they name.
  package var experiments: [String]

  package init(mainLine: String?, comments: String?, experiments: [String]) {
    self.mainLine = mainLine
    self.comments = comments
    self.experiments = experiments
  }
}

/// A version as the history knows it, without reading its commit.
package struct VersionMark: Hashable, Sendable {
  package var number: Int
  package var commit: String
}

extension Archive {
  package func tips() throws(ArchiveError) -> ArchiveTips {
    let main = try mainLine().tip?.hex
    return try git { () throws(GitError) in
      var experiments: [String] = []
      let names =
        try repository.referenceNames(under: Self.experimentBranches)
        + repository.referenceNames(under: "refs/remotes/").filter { $0.contains("/experiment/") }
      for name in names { experiments.append("\(name) \(try repository.target(of: name)?.hex ?? "")") }
      return ArchiveTips(
        mainLine: main, comments: try repository.target(of: Self.notes)?.hex, experiments: experiments)
    }
  }

  /// By commit, what its comments are: equal texts, equal comments.
  package func commentMarks() throws(ArchiveError) -> [String: String] {
    guard let tip = try git({ () throws(GitError) in try repository.target(of: Self.notes) }) else { return [:] }
    var marks: [String: String] = [:]
    for commit in try git({ () throws(GitError) in try repository.notedObjects(in: tip) }) {
      let bytes = try git { () throws(GitError) in try repository.note(on: commit, in: tip) } ?? []
      marks[commit.hex] = String(decoding: bytes, as: UTF8.self)
    }
    return marks
  }

  /// Reads a version that the history knows.
  package func version(at mark: VersionMark, of stream: String) throws(ArchiveError) -> Version {
    guard let id = ObjectID(hex: mark.commit) else { throw .ambiguousCommit(mark.commit) }
    return try version(id, number: mark.number, of: stream)
  }

  /// Every version of a stream, oldest first; only looked up, where the index knows the tip.
  package func marks(of stream: String) throws(ArchiveError) -> [VersionMark] {
    let records = try history()?.records(of: stream) ?? History.Records()
    return records.map { VersionMark(number: $0.number, commit: $0.commit.hex) }
  }
}
