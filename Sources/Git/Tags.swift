import CGit

/// An annotated tag as it was read.
package struct Tag: Equatable, Sendable {
  package var id: ObjectID
  package var target: ObjectID
  package var message: String
}

extension Repository {
  /// The annotated tag with that id; nil when the object is something else, as under a lightweight tag.
  package func tag(_ id: ObjectID) throws(GitError) -> Tag? {
    guard try header(of: id).kind == .tag else { return nil }
    var raw = id.raw
    let found = try unsafe Handle(id.hex, freedBy: git_tag_free) { unsafe git_tag_lookup(&$0, handle.pointer, &raw) }
    guard let target = unsafe git_tag_target_id(found.pointer) else { return nil }
    let message = unsafe git_tag_message(found.pointer).map { unsafe String(cString: $0) } ?? ""
    return unsafe Tag(id: id, target: ObjectID(target.pointee), message: message)
  }

  /// Stores an annotated tag object for a commit. No reference is made.
  package func createTag(
    name: String, target: ObjectID, tagger: Signature, message: String
  ) throws(GitError) -> ObjectID {
    var raw = target.raw
    let object = try unsafe Handle(target.hex, freedBy: git_object_free) {
      unsafe git_object_lookup(&$0, handle.pointer, &raw, GIT_OBJECT_COMMIT)
    }
    let tagger = try tagger.allocated()
    var result = git_oid()
    try check(
      unsafe git_tag_annotation_create(&result, handle.pointer, name, object.pointer, tagger.signature, message), name)
    return ObjectID(result)
  }
}
