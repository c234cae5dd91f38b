import Glibc

/// The files of a working copy, read and written so that no symbolic link leads out of it.
package struct WorkingTree: Sendable {
  /// The root folder, with a slash at its end.
  package let root: String
  /// A folder, on the same file system if possible, where files are written before they take their place.
  private let drafts: String?
  private let durable: Bool

  package init(root: String, drafts: String? = nil, durable: Bool = true) {
    self.root = root
    self.drafts = drafts
    self.durable = durable
  }

  /// The bytes of the file at `path`; nil when there is none. Links, folders and files over `limit` bytes are errors.
  package func read(_ path: String, limit: Int) throws(GitError) -> [UInt8]? {
    try open(path, limit: limit) { file, _ throws(GitError) in try file.read(limit: limit, subject: path) }
  }

  /// The same, left where it lies: for a long file of which little is kept, and that is only ever replaced as a whole.
  package func map(_ path: String, limit: Int, isReadWhole: Bool = true) throws(GitError) -> MappedFile? {
    try open(path, limit: limit) { file, size throws(GitError) in
      try MappedFile(file, size: size, isReadWhole: isReadWhole, subject: path)
    }
  }

  private func open<Result>(
    _ path: String, limit: Int, _ body: (borrowing Descriptor, Int) throws(GitError) -> Result
  ) throws(GitError) -> Result? {
    do throws(GitError) {
      let place = try Place(path, below: root, create: false)
      let file = try Descriptor(place.name, in: place.folder.number, flags: O_RDONLY | O_NONBLOCK, subject: path)
      guard let status = file.status, status.st_mode & S_IFMT == S_IFREG else {
        throw GitError.invalid(subject: path, reason: "it is not a file")
      }
      guard status.st_size <= limit else { throw GitError.tooLarge(subject: path, bytes: Int(status.st_size)) }
      return try body(file, Int(status.st_size))
    } catch {
      if case .notFound = error { return nil }
      throw error
    }
  }

  /// Puts `bytes` at `path` as a whole: at no time does the file hold a part of them.
  package func write(_ bytes: [UInt8], to path: String) throws(GitError) {
    let place = try Place(path, below: root, create: true, durable: durable)
    var mode: mode_t = 0o666
    let old = try? Descriptor(place.name, in: place.folder.number, flags: O_RDONLY | O_NONBLOCK, subject: path).status
    if let old { mode = old.st_mode & 0o777 }
    // Git's own folder takes the new file until it is whole, so that a crash leaves nothing among the user's files; on
    // another file system it has to be the file's own folder.
    if let drafts {
      unsafe mkdir(drafts, 0o777)
      let draft = "\(drafts)/\(getpid()).draft"
      do throws(GitError) {
        try replace(place, with: bytes, mode: mode, draft: draft, in: AT_FDCWD, subject: path)
        return
      } catch {
        guard case .otherFileSystem = error else { throw error }
      }
    }
    try replace(place, with: bytes, mode: mode, draft: ".\(place.name).vsmrepo", in: place.folder.number, subject: path)
  }

  private func replace(
    _ place: borrowing Place, with bytes: [UInt8], mode: mode_t, draft: String, in folder: Int32, subject: String
  ) throws(GitError) {
    do throws(GitError) {
      unsafe unlinkat(folder, draft, 0)
      let file = try Descriptor(
        draft, in: folder, flags: O_WRONLY | O_CREAT | O_EXCL, mode: mode, subject: subject)
      try file.write(bytes, durable: durable, subject: subject)
      guard unsafe renameat(folder, draft, place.folder.number, place.name) == 0 else {
        throw GitError(errno: errno, subject: subject)
      }
      if durable { try place.folder.sync(subject: subject) }
    } catch {
      unsafe unlinkat(folder, draft, 0)
      throw error
    }
  }

  /// Removes the file at `path` and the folders that are empty without it.
  package func remove(_ path: String) throws(GitError) {
    do throws(GitError) {
      let place = try Place(path, below: root, create: false)
      guard unsafe unlinkat(place.folder.number, place.name, 0) == 0 else {
        throw GitError(errno: errno, subject: path)
      }
    } catch {
      if case .notFound = error { return }
      throw error
    }
    var components = path.split(separator: "/").dropLast()
    while !components.isEmpty, unsafe rmdir(root + components.joined(separator: "/")) == 0 { components.removeLast() }
  }
}

/// Where a path leads: the open folder that holds it, and its last component.
private struct Place: ~Copyable {
  let folder: Descriptor
  let name: String

  /// Opens one folder after the other, so that a link anywhere on the way is an error.
  init(_ path: String, below root: String, create: Bool, durable: Bool = false) throws(GitError) {
    let components = path.split(separator: "/").map(String.init)
    guard let name = components.last, !components.contains("..") else {
      throw .invalid(subject: path, reason: "it is not a path inside the working copy")
    }
    let flags = O_RDONLY | O_DIRECTORY
    var folder = try Descriptor(root, in: AT_FDCWD, flags: flags, subject: root)
    for component in components.dropLast() {
      if create, unsafe mkdirat(folder.number, component, 0o777) == 0, durable { try folder.sync(subject: path) }
      folder = try Descriptor(component, in: folder.number, flags: flags, subject: path)
    }
    self.folder = folder
    self.name = name
  }
}
