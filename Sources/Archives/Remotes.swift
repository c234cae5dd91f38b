import Git

/// Another repository that this archive exchanges versions with.
package struct Remote: Equatable, Sendable {
  package var name: String
  package var url: String
}

extension Archive {
  /// The remotes, by name.
  package func remotes() throws(ArchiveError) -> [Remote] {
    try git { () throws(GitError) in
      var remotes: [Remote] = []
      for name in try repository.remotes().sorted() {
        remotes.append(Remote(name: name, url: try repository.remoteURL(name) ?? ""))
      }
      return remotes
    }
  }

  /// Gives a repository elsewhere a name. Nothing is transferred.
  package func addRemote(_ name: String, url: String) throws(ArchiveError) {
    guard Repository.isValid(remoteName: name), !name.hasPrefix("-"), !name.contains("=") else {
      throw .invalidRemoteName(name)
    }
    if try remotes().contains(where: { $0.name == name }) { throw .remoteExists(name) }
    try git { () throws(GitError) in try repository.addRemote(name, url: url) }
  }

  /// Forgets a remote, with everything that was fetched from it; no version is lost.
  package func removeRemote(_ name: String) throws(ArchiveError) {
    _ = try upstream(name)
    try git { () throws(GitError) in
      for (reference, id) in try repository.targets(under: Upstream.folder(name)) {
        try repository.remove(reference, expected: id)
      }
      try repository.removeRemote(name)
    }
  }

  /// The main line on a remote: the one named, else the one that the branch follows, else `origin`, else the only one.
  package func upstream(_ name: String? = nil) throws(ArchiveError) -> Upstream {
    let branch = try mainLine().branch
    let known = try remotes()
    var chosen = name
    if chosen == nil { chosen = try git { () throws(GitError) in try repository.setting("branch.\(branch).remote") } }
    if chosen == nil { chosen = known.first { $0.name == "origin" }?.name ?? (known.count == 1 ? known[0].name : nil) }
    guard let chosen else {
      if known.isEmpty { throw .noRemote }
      throw .remoteNeeded(known.map(\.name))
    }
    guard let remote = known.first(where: { $0.name == chosen }) else {
      throw .unknownRemote(chosen, known: known.map(\.name))
    }
    return Upstream(remote: remote, branch: branch)
  }
}

/// The main line as a remote has it, and what is kept here about it.
package struct Upstream: Equatable, Sendable {
  package let remote: Remote
  /// The main line's branch, of the same name on both sides.
  package let branch: String

  /// Where the last transfer saw the branch.
  var tracking: String { "refs/remotes/\(remote.name)/\(branch)" }
  /// Where the last transfer saw the comments.
  var notes: String { Self.folder(remote.name) + "notes/vsmrepo" }
  /// The newest commit up to which every version is known to be there with its tag: what may never be left out again.
  var published: String { Self.folder(remote.name) + "published" }

  /// What plain Git's settings do not fetch: the comments.
  package var notesRefspec: String { Self.notesRefspec(remote.name) }

  static func folder(_ remote: String) -> String { "refs/vsmrepo/remotes/\(remote)/" }

  /// A pattern, because a name that the remote has not would make the whole transfer fail.
  package static func notesRefspec(_ remote: String) -> String {
    "+refs/notes/vsmrepo*:\(folder(remote))notes/vsmrepo*"
  }
}
