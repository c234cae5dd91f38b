import CGit

extension Repository {
  /// The text of the note on `object` in the notes commit `notes`; nil when there is none.
  package func note(on object: ObjectID, in notes: ObjectID) throws(GitError) -> [UInt8]? {
    let notes = try lookUp(commit: notes)
    var raw = object.raw
    do {
      let note = try unsafe Handle(object.hex, freedBy: git_note_free) {
        unsafe git_note_commit_read(&$0, handle.pointer, notes.pointer, &raw)
      }
      guard let id = unsafe git_note_id(note.pointer) else { return nil }
      // The blob rather than the C string: a note may hold a zero byte.
      return try blob(unsafe ObjectID(id.pointee), limit: 16 << 20)
    } catch {
      if case .notFound = error { return nil }
      throw error
    }
  }

  /// Stores a notes commit on top of `notes` (nil: the first) in which `object` has that text instead of the one before.
  ///
  /// No reference moves: `git_note_create` would force it, and lose somebody else's note.
  package func createNote(
    _ text: String, on object: ObjectID, after notes: ObjectID?, author: Signature, committer: Signature
  ) throws(GitError) -> ObjectID {
    guard let notes else { return try unsafe createNote(text, on: object, parent: nil, author, committer) }
    let parent = try lookUp(commit: notes)
    return try unsafe createNote(text, on: object, parent: parent.pointer, author, committer)
  }

  private func createNote(
    _ text: String, on object: ObjectID, parent: OpaquePointer?, _ author: Signature, _ committer: Signature
  ) throws(GitError) -> ObjectID {
    let author = try author.allocated()
    let committer = try committer.allocated()
    var raw = object.raw
    var result = git_oid()
    try check(
      unsafe git_note_commit_create(
        &result, nil, handle.pointer, parent, author.signature, committer.signature, &raw, text, 1), "notes")
    return ObjectID(result)
  }

  /// The objects that have a note in the notes commit `notes`.
  package func notedObjects(in notes: ObjectID) throws(GitError) -> [ObjectID] {
    let commit = try lookUp(commit: notes)
    let iterator = try unsafe Handle("notes", freedBy: git_note_iterator_free) {
      unsafe git_note_commit_iterator_new(&$0, commit.pointer)
    }
    var result: [ObjectID] = []
    while true {
      var note = git_oid()
      var object = git_oid()
      let code = unsafe git_note_next(&note, &object, iterator.pointer)
      if code == GIT_ITEROVER.rawValue { return result }
      try check(code, "notes")
      result.append(ObjectID(object))
    }
  }
}
