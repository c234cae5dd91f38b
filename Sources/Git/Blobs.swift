import CGit

extension Repository {
  /// The bytes of a blob. One of more than `limit` bytes is not even loaded: `tooLarge`.
  package func blob(_ id: ObjectID, limit: Int) throws(GitError) -> [UInt8] {
    let size = try blobSize(id)
    guard size <= limit else { throw .tooLarge(subject: id.hex, bytes: size) }
    var raw = id.raw
    let blob = try unsafe Handle(id.hex, freedBy: git_blob_free) {
      unsafe git_blob_lookup(&$0, handle.pointer, &raw)
    }
    let count = Int(unsafe git_blob_rawsize(blob.pointer))
    guard count > 0, let content = unsafe git_blob_rawcontent(blob.pointer) else { return [] }
    return unsafe Array(UnsafeRawBufferPointer(start: content, count: count))
  }

  /// The size of a blob in bytes, from its header alone.
  package func blobSize(_ id: ObjectID) throws(GitError) -> Int {
    let (kind, size) = try header(of: id)
    guard kind == .blob else { throw .damaged(subject: id.hex, reason: "it is not a file's content") }
    return size
  }

  /// Stores `bytes` and gives their name.
  package func write(blob bytes: [UInt8]) throws(GitError) -> ObjectID {
    var raw = git_oid()
    let code = unsafe bytes.withUnsafeBytes { buffer in
      unsafe git_blob_create_from_buffer(&raw, handle.pointer, buffer.baseAddress, buffer.count)
    }
    try check(code, "objects")
    return ObjectID(raw)
  }

  package enum ObjectKind: Sendable { case blob, tree, commit, tag, other }

  /// Kind and size of an object, without reading its content.
  package func header(of id: ObjectID) throws(GitError) -> (kind: ObjectKind, size: Int) {
    let database = try objectDatabase()
    var raw = id.raw
    var size = 0
    var type = GIT_OBJECT_INVALID
    try check(unsafe git_odb_read_header(&size, &type, database.pointer, &raw), id.hex)
    return (ObjectKind(type), size)
  }

  func objectDatabase() throws(GitError) -> Handle {
    try unsafe Handle("objects", freedBy: git_odb_free) { unsafe git_repository_odb(&$0, handle.pointer) }
  }
}

extension Repository.ObjectKind {
  init(_ type: git_object_t) {
    self =
      switch type {
      case GIT_OBJECT_BLOB: .blob
      case GIT_OBJECT_TREE: .tree
      case GIT_OBJECT_COMMIT: .commit
      case GIT_OBJECT_TAG: .tag
      default: .other
      }
  }
}
