import Git

/// The branch whose first-parent history holds the versions.
struct MainLine {
  /// The branch's short name.
  let branch: String
  /// Its newest commit; nil as long as there is none.
  let tip: ObjectID?

  var reference: String { "refs/heads/" + branch }
}

extension Archive {
  /// The main line: as `vsmrepo.branch` says, else as `origin/HEAD` says, else the only branch there is.
  func mainLine() throws(ArchiveError) -> MainLine {
    let branch = try mainBranch()
    let name = "refs/heads/" + branch
    var tip = try git { () throws(GitError) in try repository.target(of: name) }
    if tip == nil {
      // A clone in which another branch is checked out has the main line as a remote-tracking branch only.
      tip = try git { () throws(GitError) in try repository.target(of: "refs/remotes/origin/" + branch) }
    }
    return MainLine(branch: branch, tip: tip)
  }

  private func mainBranch() throws(ArchiveError) -> String {
    if let branch = try git({ () throws(GitError) in try repository.setting("vsmrepo.branch") }), !branch.isEmpty {
      return branch
    }
    let origin = "refs/remotes/origin/"
    if case .reference(let name) = try git({ () throws(GitError) in try repository.reference(origin + "HEAD") }),
      name.hasPrefix(origin)
    {
      return String(name.dropFirst(origin.count))
    }
    let branches = try git { () throws(GitError) in try repository.referenceNames(under: "refs/heads/") }
      .map { String($0.dropFirst("refs/heads/".count)) }.filter { !$0.hasPrefix("experiment/") }
    if branches.count > 1 { throw .noMainLine(branches: branches) }
    if let only = branches.first { return only }
    if case .branch(let name) = try git({ () throws(GitError) in try repository.head() }), name.hasPrefix("refs/heads/")
    {
      return String(name.dropFirst("refs/heads/".count))
    }
    throw .noMainLine(branches: [])
  }

  /// The name of the main line's branch.
  package func mainBranchName() throws(ArchiveError) -> String { try mainLine().branch }

  /// Throws unless versions can be made from here.
  package func checkWritable() throws(ArchiveError) { try checkWritable(try mainLine()) }

  /// Throws unless a commit on the main line can be made from here.
  func checkWritable(_ mainLine: MainLine) throws(ArchiveError) {
    if let path = try git({ () throws(GitError) in try repository.otherWorktree(on: mainLine.reference) }) {
      throw .checkedOutElsewhere(mainLine: mainLine.branch, path: path)
    }
    if isBare { return }
    switch try git({ () throws(GitError) in try repository.head() }) {
    case .detached: throw .detachedHead(mainLine: mainLine.branch)
    case .branch(mainLine.reference): break
    case .branch(let other):
      throw .otherBranch(other.replacing("refs/heads/", with: "", maxReplacements: 1), mainLine: mainLine.branch)
    }
    if let operation = repository.unfinishedOperation { throw .unfinished(operation: operation) }
  }
}
