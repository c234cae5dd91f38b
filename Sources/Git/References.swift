import CGit
import Glibc

/// What a reference points to.
package enum ReferenceTarget: Equatable, Sendable {
  case object(ObjectID)
  case reference(String)
}

extension Repository {
  /// What the reference of that full name holds; nil when there is none.
  package func reference(_ name: String) throws(GitError) -> ReferenceTarget? {
    if isOnlyPacked(name), let entry = packedReferences()?.entry(name) {
      switch entry {
      case .object(let id): return .object(id)
      case .absent: return nil
      }
    }
    do {
      let found = try unsafe Handle(name, freedBy: git_reference_free) {
        unsafe git_reference_lookup(&$0, handle.pointer, name)
      }
      if let id = unsafe git_reference_target(found.pointer) { return unsafe .object(ObjectID(id.pointee)) }
      guard let target = unsafe git_reference_symbolic_target(found.pointer) else { return nil }
      return unsafe .reference(String(cString: target))
    } catch {
      switch error {
      case .notFound, .invalid: return nil
      default: throw error
      }
    }
  }

  /// The packed references as they are now; nil where there are none, or libgit2 has to read them.
  private func packedReferences() -> PackedReferences? {
    let stamp = FileStamp(at: commonDirectory + PackedReferences.name)
    if stamp != packed.stamp {
      packed.references = stamp == nil ? nil : PackedReferences(in: commonDirectory)
      packed.stamp = stamp
    }
    return packed.references
  }

  /// Whether the reference, if there is one, stands in no file of its own. Asked before the packed ones are, as git does: a
  /// reference that is packed meanwhile is found there.
  private func isOnlyPacked(_ name: String) -> Bool {
    guard ["refs/heads/", "refs/remotes/", "refs/tags/"].contains(where: name.hasPrefix),
      Self.isValid(referenceName: name)
    else { return false }
    return unsafe access(commonDirectory + name, F_OK) != 0 && errno == ENOENT
  }

  /// The object that a reference leads to, through at most five symbolic ones; nil when it leads nowhere.
  package func target(of name: String) throws(GitError) -> ObjectID? {
    var name = name
    for _ in 0..<5 {
      switch try reference(name) {
      case .object(let id): return id
      case .reference(let next): name = next
      case nil: return nil
      }
    }
    return nil
  }

  /// Moves a reference from `expected` (nil: it must not exist yet) to `target`, or throws `moved` or `exists`.
  ///
  /// `git_commit_create`'s own update compares nothing while the branch does not exist, hence this function alone.
  package func move(
    _ name: String, from expected: ObjectID?, to target: ObjectID, by who: Signature, log: String
  ) throws(GitError) {
    var raw = target.raw
    var old = (expected ?? .zero).raw
    try check(unsafe git_repository_set_ident(handle.pointer, who.name, who.email), name)
    do {
      _ = try unsafe Handle(name, freedBy: git_reference_free) {
        unsafe git_reference_create_matching(&$0, handle.pointer, name, &raw, 1, &old, log)
      }
    } catch {
      // Expected a value, and the reference is gone.
      if expected != nil, case .notFound = error { throw .moved(subject: name) }
      throw error
    }
  }

  /// Removes a reference that still holds `expected`; throws `moved` otherwise.
  package func remove(_ name: String, expected: ObjectID) throws(GitError) {
    let found: Handle
    do {
      found = try unsafe Handle(name, freedBy: git_reference_free) {
        unsafe git_reference_lookup(&$0, handle.pointer, name)
      }
    } catch {
      if case .notFound = error { throw .moved(subject: name) }
      throw error
    }
    guard let id = unsafe git_reference_target(found.pointer), unsafe ObjectID(id.pointee) == expected else {
      throw .moved(subject: name)
    }
    // libgit2 compares with the value that the handle was loaded with, under the reference's lock.
    try check(unsafe git_reference_delete(found.pointer), name)
  }

  /// Full names of the references that match a glob such as `refs/heads/*`, sorted. Their values are not read.
  package func referenceNames(matching glob: String) throws(GitError) -> [String] {
    let iterator = try unsafe Handle(glob, freedBy: git_reference_iterator_free) {
      unsafe git_reference_iterator_glob_new(&$0, handle.pointer, glob)
    }
    var names: [String] = []
    while true {
      var name: UnsafePointer<CChar>?
      let code = unsafe git_reference_next_name(&name, iterator.pointer)
      if code == GIT_ITEROVER.rawValue { return names.sorted() }
      try check(code, glob)
      if let name = unsafe name { names.append(unsafe String(cString: name)) }
    }
  }

  /// Full names of the references in a folder such as `refs/heads/`, at any depth, sorted. Looks at no others, however many there
  /// are.
  package func referenceNames(under folder: String) throws(GitError) -> [String] {
    var names: Set<String> = []
    try eachReferenceName(under: folder) { names.insert(String(decoding: $0, as: UTF8.self)) }
    return names.filter(Self.isValid(referenceName:)).sorted()
  }

  /// The references of a folder that lead to an object, with that object, sorted by name. Others, such as a damaged file, are passed
  /// over, as libgit2 does.
  package func targets(under folder: String) throws(GitError) -> [(name: String, id: ObjectID)] {
    try referenceNames(under: folder).compactMap { name in (try? target(of: name)).flatMap(\.self).map { (name, $0) } }
  }

  /// Calls `body` with the bytes of each reference's full name in a folder, at any depth; in any order, some of them
  /// twice. No file is read, nor is it asked whether Git allows the name.
  package func eachReferenceName(under folder: String, _ body: (ArraySlice<UInt8>) -> Void) throws(GitError) {
    // As git does: first those with a file of their own, so that one that is packed meanwhile is found.
    for name in looseNames(under: folder) { body(ArraySlice(name.utf8)) }
    let packed = packedReferences()
    if packed == nil, unsafe access(commonDirectory + PackedReferences.name, F_OK) != 0 { return }
    if let packed, packed.eachName(under: folder, body) { return }
    for name in try referenceNames(matching: folder + "*") { body(ArraySlice(name.utf8)) }
  }

  private func looseNames(under folder: String) -> [String] {
    guard let stream = unsafe opendir(commonDirectory + folder) else { return [] }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { text in
        unsafe text.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name.hasPrefix(".") || name.hasSuffix(".lock") { continue }
      var status = stat()
      guard unsafe stat(commonDirectory + folder + name, &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR {
        names += looseNames(under: folder + name + "/")
      } else {
        names.append(folder + name)
      }
    }
    return names
  }

  /// The references that match a glob and hold an object, with that object, sorted by name: as quick for ten thousand packed ones as
  /// looking up a few.
  package func references(matching glob: String) throws(GitError) -> [(name: String, id: ObjectID)] {
    let iterator = try unsafe Handle(glob, freedBy: git_reference_iterator_free) {
      unsafe git_reference_iterator_glob_new(&$0, handle.pointer, glob)
    }
    var found: [(name: String, id: ObjectID)] = []
    while true {
      var next: OpaquePointer?
      let code = unsafe git_reference_next(&next, iterator.pointer)
      if code == GIT_ITEROVER.rawValue { return found.sorted { $0.name < $1.name } }
      try check(code, glob)
      guard let reference = unsafe next else { continue }
      defer { unsafe git_reference_free(reference) }
      if let name = unsafe git_reference_name(reference), let id = unsafe git_reference_target(reference) {
        unsafe found.append((String(cString: name), ObjectID(id.pointee)))
      }
    }
  }

  /// Whether Git allows a reference of that name.
  package static func isValid(referenceName name: String) -> Bool {
    var valid: Int32 = 0
    return unsafe git_reference_name_is_valid(&valid, name) == 0 && valid == 1
  }
}
