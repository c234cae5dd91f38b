import CGit

/// Files of certain names that differ between two trees, found without reading what is the same in both.
package struct TreeChanges {
  private let repository: Repository
  private let names: Set<String>

  /// Looks only at files called one of `names`; folders whose name starts with a dot are passed over.
  package init(in repository: Repository, filesNamed names: Set<String>) {
    self.repository = repository
    self.names = names
  }

  /// A file that is there in one of the trees at least, and not the same in both.
  package struct Change: Equatable, Sendable {
    /// The folder's path from the root, without a slash at its end; empty at the root.
    package var folder: String
    package var name: String
    package var old: ObjectID?
    package var new: ObjectID?
  }

  /// The changes from `old` to `new`, in the order of their paths; nil stands for an empty tree.
  package func from(_ old: ObjectID?, to new: ObjectID?) throws(GitError) -> [Change] {
    var changes: [Change] = []
    try compare(old, new, folder: "", depth: 0, into: &changes)
    return changes
  }

  /// The deepest folder that is looked into: a hostile tree may nest without end, and this is far past any real one.
  private static let depthLimit = 64

  private func compare(
    _ old: ObjectID?, _ new: ObjectID?, folder: String, depth: Int, into changes: inout [Change]
  ) throws(GitError) {
    guard old != new, depth < Self.depthLimit else { return }
    let before = try relevantEntries(of: old)
    let after = try relevantEntries(of: new)
    var left = before.startIndex
    var right = after.startIndex
    while left < before.endIndex || right < after.endIndex {
      var one: TreeEntry?
      var other: TreeEntry?
      if right == after.endIndex || (left < before.endIndex && before[left].name <= after[right].name) {
        one = before[left]
      }
      if left == before.endIndex || (right < after.endIndex && after[right].name <= before[left].name) {
        other = after[right]
      }
      if one != nil { left += 1 }
      if other != nil { right += 1 }
      guard one != other, let name = one?.name ?? other?.name else { continue }
      let file = (old: one?.file, new: other?.file)
      if file.old != file.new, names.contains(name) {
        changes.append(Change(folder: folder, name: name, old: file.old, new: file.new))
      }
      let deeper = folder.isEmpty ? name : "\(folder)/\(name)"
      try compare(one?.folder, other?.folder, folder: deeper, depth: depth + 1, into: &changes)
    }
  }

  /// Folders and files of the wanted names, by name.
  private func relevantEntries(of tree: ObjectID?) throws(GitError) -> [TreeEntry] {
    guard let tree else { return [] }
    let found = try repository.tree(tree)
    var entries: [TreeEntry] = []
    let count = unsafe git_tree_entrycount(found.pointer)
    for place in 0..<count {
      guard let raw = unsafe git_tree_entry_byindex(found.pointer, place) else { continue }
      let mode = unsafe git_tree_entry_filemode(raw)
      guard mode == GIT_FILEMODE_TREE || mode == GIT_FILEMODE_BLOB || mode == GIT_FILEMODE_BLOB_EXECUTABLE else {
        continue
      }
      let entry = unsafe TreeEntry(raw)
      if entry.kind == .folder ? !entry.name.hasPrefix(".") : names.contains(entry.name) { entries.append(entry) }
    }
    return entries.sorted { $0.name < $1.name }
  }
}

extension TreeEntry {
  fileprivate var file: ObjectID? { kind == .file ? id : nil }
  fileprivate var folder: ObjectID? { kind == .folder ? id : nil }
}
