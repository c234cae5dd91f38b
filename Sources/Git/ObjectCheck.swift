import CGit

extension Repository {
  /// The ids of all objects, loose and packed.
  package func objects() throws(GitError) -> [ObjectID] {
    let database = try objectDatabase()
    let found = Collected()
    let code = unsafe git_odb_foreach(
      database.pointer,
      { id, payload in
        guard let id = unsafe id, let payload = unsafe payload else { return 0 }
        unsafe Unmanaged<Collected>.fromOpaque(payload).takeUnretainedValue().ids.append(unsafe ObjectID(id.pointee))
        return 0
      }, Unmanaged.passUnretained(found).toOpaque())
    try check(code, "objects")
    return found.ids
  }

  /// What a C callback fills.
  private final class Collected {
    var ids: [ObjectID] = []
  }

  /// The objects that an object names: a commit its tree and parents, a tree its entries, a tag its target. At a
  /// shallow clone's edge the parents are left out; submodules live elsewhere.
  package func names(in id: ObjectID) throws(GitError) -> [ObjectID] {
    switch try header(of: id).kind {
    case .commit:
      let commit = try commit(id)
      guard isShallow else { return [commit.tree] + commit.parents }
      let database = try objectDatabase()
      return [commit.tree]
        + commit.parents.filter { parent in
          var raw = parent.raw
          return unsafe git_odb_exists(database.pointer, &raw) == 1
        }
    case .tree: return try entries(ofTree: id).filter { $0.kind != .submodule }.map(\.id)
    case .tag: return try tag(id).map { [$0.target] } ?? []
    case .blob, .other: return []
    }
  }

  /// Reads an object as a whole and compares its content with its id; throws when it is missing or damaged.
  package func verify(_ id: ObjectID) throws(GitError) {
    let database = try objectDatabase()
    var raw = id.raw
    do throws(GitError) {
      _ = try unsafe Handle(id.hex, freedBy: git_odb_object_free) { unsafe git_odb_read(&$0, database.pointer, &raw) }
    } catch {
      switch error {
      case .notFound: throw .damaged(subject: id.hex, reason: "it is missing")
      case .other(_, _, let reason): throw .damaged(subject: id.hex, reason: reason)
      default: throw error
      }
    }
  }
}
