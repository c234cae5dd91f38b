import CGit

/// What came of putting two trees together.
package enum TreeMerge: Equatable, Sendable {
  case merged(ObjectID)
  /// The paths that both sides changed, differently; sorted.
  case conflicts([String])
}

extension Repository {
  /// What `theirs` changed since `base` (nil: an empty tree), on top of `ours`. Text files merge line by line; renames are not
  /// looked for. The paths of `settled` get what it says (nil: nothing), whatever the sides hold.
  package func mergeTrees(
    base: ObjectID?, ours: ObjectID, theirs: ObjectID, settled: [String: ObjectID?] = [:]
  ) throws(GitError) -> TreeMerge {
    let left = try tree(ours)
    let right = try tree(theirs)
    let index: Handle
    if let base {
      let ancestor = try tree(base)
      index = try unsafe merge(ancestor.pointer, left.pointer, right.pointer)
    } else {
      index = try unsafe merge(nil, left.pointer, right.pointer)
    }
    for (path, id) in settled.sorted(by: { $0.key < $1.key }) {
      let cleared = unsafe git_index_conflict_remove(index.pointer, path)
      if cleared != GIT_ENOTFOUND.rawValue { try check(cleared, path) }
      if let id {
        try put(id, at: path, into: index)
      } else {
        let code = unsafe git_index_remove(index.pointer, path, 0)
        if code != GIT_ENOTFOUND.rawValue { try check(code, path) }
      }
    }
    let paths = try conflictingPaths(in: index)
    if !paths.isEmpty { return .conflicts(paths) }
    var result = git_oid()
    try check(unsafe git_index_write_tree_to(&result, index.pointer, handle.pointer), "objects")
    return .merged(ObjectID(result))
  }

  private func merge(
    _ base: OpaquePointer?, _ ours: OpaquePointer, _ theirs: OpaquePointer
  ) throws(GitError) -> Handle {
    try unsafe Handle("trees", freedBy: git_index_free) { made in
      var options = unsafe git_merge_options()
      _ = unsafe git_merge_options_init(&options, UInt32(GIT_MERGE_OPTIONS_VERSION))
      unsafe options.flags = 0
      return unsafe git_merge_trees(&made, handle.pointer, base, ours, theirs, &options)
    }
  }

  private func put(_ id: ObjectID, at path: String, into index: borrowing Handle) throws(GitError) {
    let code = unsafe path.withCString { name in
      var entry = unsafe git_index_entry()
      unsafe entry.id = id.raw
      unsafe entry.mode = UInt32(GIT_FILEMODE_BLOB.rawValue)
      unsafe entry.path = unsafe name
      return unsafe git_index_add(index.pointer, &entry)
    }
    try check(code, path)
  }

  private func conflictingPaths(in index: borrowing Handle) throws(GitError) -> [String] {
    let iterator: Handle = try makeConflictIterator(over: index)
    var paths: Set<String> = []
    while true {
      var sides: (UnsafePointer<git_index_entry>?, UnsafePointer<git_index_entry>?, UnsafePointer<git_index_entry>?)
      unsafe sides = (nil, nil, nil)
      let code = unsafe git_index_conflict_next(&sides.0, &sides.1, &sides.2, iterator.pointer)
      if code == GIT_ITEROVER.rawValue { return paths.sorted() }
      try check(code, "conflicts")
      if let entry = unsafe sides.0 ?? sides.1 ?? sides.2, let path = unsafe entry.pointee.path {
        paths.insert(unsafe String(cString: path))
      }
    }
  }

  private func makeConflictIterator(over index: borrowing Handle) throws(GitError) -> Handle {
    let pointer = unsafe index.pointer
    return try unsafe Handle("conflicts", freedBy: git_index_conflict_iterator_free) {
      unsafe git_index_conflict_iterator_new(&$0, pointer)
    }
  }
}
