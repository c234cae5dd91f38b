import Git
import ValueStreams

extension Archive {
  /// The newest versions of a stream, found by walking only as far as they lie: the first screen of a log should not wait for
  /// the whole history, which in a fresh clone is not indexed yet.
  ///
  /// Nil where an index tells it sooner, and where the walk does not tell: a version without its own tag has a number that only
  /// counting gives.
  func recentVersions(of stream: String, limit: Int) throws(ArchiveError) -> [Version]? {
    guard loadIndex() == nil, let tip = try mainLine().tip else { return nil }
    var found: [Version] = []
    do throws(GitError) {
      var commit = try repository.outline(of: tip)
      while found.count < limit {
        guard let parent = commit.firstParent else { return nil }
        let before = try repository.outline(of: parent)
        if try differs(stream, commit.tree, before.tree) {
          guard let version = taggedVersion(commit.id, of: stream) else { return nil }
          found.append(version)
          if version.number == 1 { return found }
        }
        commit = before
      }
      return found
    } catch {
      // A gap in the history: the full walk says which, and falls back on tags.
      return nil
    }
  }

  private func differs(_ stream: String, _ one: ObjectID, _ other: ObjectID) throws(GitError) -> Bool {
    if one == other { return false }
    for name in Provenance.State.fileNames {
      let path = "\(stream)/\(name)"
      if try repository.entry(at: path, inTree: one)?.id != repository.entry(at: path, inTree: other)?.id {
        return true
      }
    }
    return false
  }

  /// The version that a commit says it is, if the tag of that number says the same.
  private func taggedVersion(_ commit: ObjectID, of stream: String) -> Version? {
    guard let version = try? version(commit, number: 0, of: stream), let number = version.statedNumber,
      case .made(let tag) = try? versionTag(stream, number), tag.target == commit
    else { return nil }
    return try? self.version(commit, number: number, of: stream)
  }
}
