import CGit

/// A commit as it was read.
package struct Commit: Equatable, Sendable {
  package var id: ObjectID
  package var tree: ObjectID
  package var parents: [ObjectID]
  package var author: Signature
  package var committer: Signature
  /// Subject, body and trailers, as they stand.
  package var message: String
}

extension Repository {
  package func commit(_ id: ObjectID) throws(GitError) -> Commit {
    let found = try lookUp(commit: id)
    let parentCount = unsafe git_commit_parentcount(found.pointer)
    var parents: [ObjectID] = []
    for place in 0..<parentCount {
      if let parent = unsafe git_commit_parent_id(found.pointer, place) {
        parents.append(unsafe ObjectID(parent.pointee))
      }
    }
    let message = unsafe git_commit_message(found.pointer).map { unsafe String(cString: $0) } ?? ""
    guard let tree = unsafe git_commit_tree_id(found.pointer), let author = unsafe git_commit_author(found.pointer),
      let committer = unsafe git_commit_committer(found.pointer)
    else { throw .damaged(subject: id.hex, reason: "the commit is incomplete") }
    return unsafe Commit(
      id: id, tree: ObjectID(tree.pointee), parents: parents, author: Signature(author.pointee),
      committer: Signature(committer.pointee), message: message)
  }

  /// What a walk along first parents needs to know of a commit; cheaper than the whole.
  package func outline(of id: ObjectID) throws(GitError) -> CommitOutline {
    let found = try lookUp(commit: id)
    let parent = unsafe git_commit_parent_id(found.pointer, 0).map { unsafe ObjectID($0.pointee) }
    guard let tree = unsafe git_commit_tree_id(found.pointer) else {
      throw .damaged(subject: id.hex, reason: "the commit has no tree")
    }
    return unsafe CommitOutline(
      id: id, tree: ObjectID(tree.pointee), firstParent: parent,
      parentCount: Int(git_commit_parentcount(found.pointer)), seconds: Int64(git_commit_time(found.pointer)))
  }

  /// Stores a commit object. No reference moves.
  package func createCommit(
    tree: ObjectID, parents: [ObjectID], author: Signature, committer: Signature, message: String
  ) throws(GitError) -> ObjectID {
    var tree = tree.raw
    let parents = parents.map(\.raw)
    let author = try author.allocated()
    let committer = try committer.allocated()
    var result = git_oid()
    let code = unsafe parents.withUnsafeBufferPointer { ids in
      var places = unsafe ids.indices.map { unsafe ids.baseAddress?.advanced(by: $0) }
      return unsafe git_commit_create_from_ids(
        &result, handle.pointer, nil, author.signature, committer.signature, nil, message, &tree, places.count, &places)
    }
    try check(code, "objects")
    return ObjectID(result)
  }

  func lookUp(commit id: ObjectID) throws(GitError) -> Handle {
    var raw = id.raw
    return try unsafe Handle(id.hex, freedBy: git_commit_free) { unsafe git_commit_lookup(&$0, handle.pointer, &raw) }
  }
}

/// The part of a commit that a walk needs.
package struct CommitOutline: Equatable, Sendable {
  package var id: ObjectID
  package var tree: ObjectID
  package var firstParent: ObjectID?
  package var parentCount: Int
  /// Committer time, seconds since 1970 UTC.
  package var seconds: Int64
}

extension Repository {
  /// The commit whose id begins with these hexadecimal digits; nil when there is none, `ambiguous` when there are several.
  package func commitID(abbreviated digits: String) throws(GitError) -> ObjectID? {
    var short = git_oid()
    guard unsafe git_oid_fromstrp(&short, digits) == 0 else { return nil }
    do {
      let found = try unsafe Handle(digits, freedBy: git_commit_free) {
        unsafe git_commit_lookup_prefix(&$0, handle.pointer, &short, digits.utf8.count)
      }
      guard let id = unsafe git_commit_id(found.pointer) else { return nil }
      return unsafe ObjectID(id.pointee)
    } catch {
      if case .notFound = error { return nil }
      throw error
    }
  }
}
