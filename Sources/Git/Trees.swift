import CGit

/// One name in a tree.
package struct TreeEntry: Equatable, Sendable {
  package enum Kind: Sendable { case file, folder, link, submodule }

  package var name: String
  package var id: ObjectID
  package var kind: Kind
}

extension Repository {
  /// The entries of a tree in Git's order.
  package func entries(ofTree id: ObjectID) throws(GitError) -> [TreeEntry] {
    let tree = try tree(id)
    let count = unsafe git_tree_entrycount(tree.pointer)
    var entries: [TreeEntry] = []
    for place in 0..<count {
      if let entry = unsafe git_tree_entry_byindex(tree.pointer, place) { entries.append(unsafe TreeEntry(entry)) }
    }
    return entries
  }

  /// What `path` names in a tree; nil when there is nothing.
  package func entry(at path: String, inTree id: ObjectID) throws(GitError) -> TreeEntry? {
    let tree = try tree(id)
    do {
      let found = try unsafe Handle(path, freedBy: git_tree_entry_free) {
        unsafe git_tree_entry_bypath(&$0, tree.pointer, path)
      }
      return unsafe TreeEntry(found.pointer)
    } catch {
      // A path that is absent and a subtree whose object is missing give the same code: only the second one throws.
      guard case .notFound = error else { throw error }
      guard try isAbsent(path, inTree: id) else { throw .damaged(subject: path, reason: "an object is missing") }
      return nil
    }
  }

  /// Whether `path` leads nowhere because no tree on the way lists it.
  private func isAbsent(_ path: String, inTree root: ObjectID) throws(GitError) -> Bool {
    var folder = root
    for component in path.split(separator: "/") {
      guard let entry = try entries(ofTree: folder).first(where: { $0.name == component }), entry.kind == .folder else {
        return true
      }
      do {
        _ = try tree(entry.id)
      } catch {
        return false
      }
      folder = entry.id
    }
    return true
  }

  /// A tree like `base` (nil: empty) in which each path names the given blob, or nothing. Folders come and go as needed.
  package func replacing(_ files: [String: ObjectID?], inTree base: ObjectID?) throws(GitError) -> ObjectID {
    var files = files
    for (path, id) in files where id == nil {
      guard let base, try entry(at: path, inTree: base) != nil else {
        files.removeValue(forKey: path)
        continue
      }
    }
    guard let base else { return try unsafe replacing(files, in: nil) }
    let baseline = try tree(base)
    return try unsafe replacing(files, in: baseline.pointer)
  }

  private func replacing(_ files: [String: ObjectID?], in baseline: OpaquePointer?) throws(GitError) -> ObjectID {
    let paths = files.keys.sorted()
    var result = git_oid()
    let code = unsafe withCStrings(paths[...]) { names in
      let updates = unsafe zip(paths, names).map { path, name in
        let id = files[path] ?? nil
        return unsafe git_tree_update(
          action: id == nil ? GIT_TREE_UPDATE_REMOVE : GIT_TREE_UPDATE_UPSERT, id: (id ?? .zero).raw,
          filemode: GIT_FILEMODE_BLOB, path: name)
      }
      return unsafe git_tree_create_updated(&result, handle.pointer, baseline, updates.count, updates)
    }
    try check(code, paths.joined(separator: ", "))
    return ObjectID(result)
  }

  func tree(_ id: ObjectID) throws(GitError) -> Handle {
    var raw = id.raw
    return try unsafe Handle(id.hex, freedBy: git_tree_free) { unsafe git_tree_lookup(&$0, handle.pointer, &raw) }
  }
}

extension TreeEntry {
  init(_ entry: OpaquePointer) {
    name = unsafe String(cString: git_tree_entry_name(entry))
    id = unsafe ObjectID(git_tree_entry_id(entry).pointee)
    kind =
      switch unsafe git_tree_entry_filemode(entry) {
      case GIT_FILEMODE_TREE: .folder
      case GIT_FILEMODE_LINK: .link
      case GIT_FILEMODE_COMMIT: .submodule
      default: .file
      }
  }
}
