import CGit

/// What is checked out: HEAD.
package enum Head: Equatable, Sendable {
  /// A branch by its full name; it need not have a commit yet.
  case branch(String)
  case detached(ObjectID)
}

extension Repository {
  package func head() throws(GitError) -> Head {
    switch try reference("HEAD") {
    case .reference(let name): return .branch(name)
    case .object(let id): return .detached(id)
    case nil: throw .damaged(subject: "HEAD", reason: "it cannot be read")
    }
  }

  /// The working copy, other than this one, in which a branch is checked out; nil when there is none.
  package func otherWorktree(on branch: String) throws(GitError) -> String? {
    var list = unsafe git_strarray()
    try check(unsafe git_worktree_list(&list, handle.pointer), "worktrees")
    defer { unsafe git_strarray_dispose(&list) }
    let count = unsafe Int(list.count)
    for place in 0..<count {
      guard let raw = unsafe list.strings[place] else { continue }
      let name = unsafe String(cString: raw)
      let folder = "\(commonDirectory)worktrees/\(name)/"
      guard folder != gitDirectory, try WorkingTree(root: folder).firstLine(of: "HEAD") == "ref: " + branch else {
        continue
      }
      let link = try WorkingTree(root: folder).firstLine(of: "gitdir") ?? name
      return link.hasSuffix("/.git") ? String(link.dropLast(5)) : link
    }
    guard commonDirectory != gitDirectory, try flag("core.bare") != true else { return nil }
    let isOn = try WorkingTree(root: commonDirectory).firstLine(of: "HEAD") == "ref: " + branch
    return isOn ? String(commonDirectory.dropLast(commonDirectory.hasSuffix("/.git/") ? 6 : 1)) : nil
  }

  /// What is half done in this working copy and must be ended before a commit (`merge`, `rebase`, …); nil for nothing.
  package var unfinishedOperation: String? {
    switch git_repository_state_t(
      rawValue: git_repository_state_t.RawValue(unsafe git_repository_state(handle.pointer)))
    {
    case GIT_REPOSITORY_STATE_NONE, GIT_REPOSITORY_STATE_BISECT: nil
    case GIT_REPOSITORY_STATE_MERGE: "merge"
    case GIT_REPOSITORY_STATE_REVERT, GIT_REPOSITORY_STATE_REVERT_SEQUENCE: "revert"
    case GIT_REPOSITORY_STATE_CHERRYPICK, GIT_REPOSITORY_STATE_CHERRYPICK_SEQUENCE: "cherry-pick"
    case GIT_REPOSITORY_STATE_APPLY_MAILBOX: "am"
    default: "rebase"
    }
  }
}

extension WorkingTree {
  fileprivate func firstLine(of path: String) throws(GitError) -> String? {
    try read(path, limit: 4096).flatMap {
      String(decoding: $0, as: UTF8.self).split(separator: "\n").first.map(String.init)
    }
  }
}
