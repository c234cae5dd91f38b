import CGit

extension Repository {
  /// The best common ancestor of two commits; nil when they share no history.
  package func mergeBase(_ one: ObjectID, _ other: ObjectID) throws(GitError) -> ObjectID? {
    if isShallow {
      let known = Set(try present(from: one))
      return try present(from: other).first { known.contains($0) }
    }
    var one = one.raw
    var other = other.raw
    var base = git_oid()
    let code = unsafe git_merge_base(&base, handle.pointer, &one, &other)
    if code == GIT_ENOTFOUND.rawValue { return nil }
    try check(code, "merge base")
    return ObjectID(base)
  }

  /// Whether `ancestor` is `commit` or lies in its history, through any parent.
  package func isAncestor(_ ancestor: ObjectID, of commit: ObjectID) throws(GitError) -> Bool {
    if ancestor == commit { return true }
    if isShallow { return try present(from: commit).contains(ancestor) }
    var one = commit.raw
    var other = ancestor.raw
    let code = unsafe git_graph_descendant_of(handle.pointer, &one, &other)
    try check(code, ancestor.hex)
    return code == 1
  }

  /// The commits of a shallow clone that can be reached, the nearest first: libgit2 1.5 does not know where such a clone ends, and
  /// its own walks fail at the edge.
  private func present(from tip: ObjectID) throws(GitError) -> [ObjectID] {
    var found: [ObjectID] = []
    var seen: Set<ObjectID> = [tip]
    var next = 0
    var queue = [tip]
    while next < queue.count {
      let id = queue[next]
      next += 1
      do throws(GitError) {
        let parents = try commit(id).parents
        found.append(id)
        queue += parents.filter { seen.insert($0).inserted }
      } catch {
        guard case .notFound = error else { throw error }
      }
    }
    return found
  }
}
