import Glibc

/// The folder that a site is published to, and the publisher's own corner in it, `.vsmrepo`.
struct SiteFolder: Sendable {
  let path: String

  private static let corner = ".vsmrepo"
  private static let drafts = corner + "/next"
  /// What a folder may hold beside the site without being somebody else's.
  private static let tolerated: Set = [".", "..", ".git", ".nojekyll", "CNAME"]

  /// Makes the folder if there is none; throws for one that holds something else.
  func open() throws(BrowsingError) -> (manifest: SiteManifest, lock: Lock) {
    try makeFolder("")
    if let bytes = try read(SiteManifest.path) {
      guard let manifest = SiteManifest(bytes) else { throw .foreignFolder(path: path) }
      return (manifest, try Lock(self))
    }
    guard let found = try names(), found.isSubset(of: Self.tolerated.union([Self.corner])) else {
      throw .foreignFolder(path: path)
    }
    try makeFolder(Self.corner)
    return (SiteManifest(), try Lock(self))
  }

  /// Held as long as the publisher is at work; the system lets go of it when the program ends, however it ends.
  final class Lock {
    private let descriptor: Int32

    fileprivate init(_ folder: SiteFolder) throws(BrowsingError) {
      let name = folder.path + "/" + SiteFolder.corner + "/lock"
      descriptor = Glibc.open(name, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else { throw .cannotWrite(path: name, reason: SiteFolder.reason) }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
        close(descriptor)
        throw .publishing(path: folder.path)
      }
    }

    deinit { close(descriptor) }
  }

  func exists(_ file: String) -> Bool { access(path + "/" + file, F_OK) == 0 }

  /// Writes a file aside; it takes its place later, by ``place(_:at:)``.
  func draft(_ bytes: [UInt8], as name: String) throws(BrowsingError) {
    try write(bytes, to: Self.drafts + "/" + name)
  }

  func clearDrafts() throws(BrowsingError) {
    try makeFolder(Self.drafts)
    for name in try names(in: Self.drafts) ?? [] where name != "." && name != ".." {
      unlink("\(path)/\(Self.drafts)/\(name)")
    }
  }

  func dropDrafts() throws(BrowsingError) {
    try clearDrafts()
    rmdir(path + "/" + Self.drafts)
  }

  /// Puts a draft in its place, whole: at no time is there half a file.
  func place(_ name: String, at file: String) throws(BrowsingError) {
    if let slash = file.lastIndex(of: "/") { try makeFolder(String(file[..<slash])) }
    guard rename("\(path)/\(Self.drafts)/\(name)", "\(path)/\(file)") == 0 else {
      throw .cannotWrite(path: file, reason: Self.reason)
    }
  }

  func save(_ manifest: SiteManifest) throws(BrowsingError) {
    let draft = SiteManifest.path + ".next"
    try write(manifest.bytes, to: draft)
    guard rename(path + "/" + draft, path + "/" + SiteManifest.path) == 0 else {
      throw .cannotWrite(path: SiteManifest.path, reason: Self.reason)
    }
  }

  /// Removes a file of the site, and the folders that are empty without it.
  func remove(_ file: String) throws(BrowsingError) {
    guard unlink(path + "/" + file) == 0 || errno == ENOENT else {
      throw .cannotWrite(path: file, reason: Self.reason)
    }
    var parts = file.split(separator: "/").dropLast()
    while !parts.isEmpty, rmdir(path + "/" + parts.joined(separator: "/")) == 0 { parts.removeLast() }
  }

  // MARK: The system

  private static var reason: String { strerror(errno).map { String(cString: $0) } ?? "error \(errno)" }

  /// Makes a folder and those above it, from the site's root on; for the root itself, from the top.
  private func makeFolder(_ folder: String) throws(BrowsingError) {
    let full = folder.isEmpty ? path : path + "/" + folder
    if mkdir(full, 0o777) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let slash = full.dropFirst().lastIndex(of: "/") else {
      throw .cannotWrite(path: full, reason: Self.reason)
    }
    try SiteFolder(path: String(full[..<slash])).makeFolder("")
    guard mkdir(full, 0o777) == 0 || errno == EEXIST else { throw .cannotWrite(path: full, reason: Self.reason) }
  }

  private func names(in folder: String = "") throws(BrowsingError) -> Set<String>? {
    guard let stream = opendir(path + "/" + folder) else { throw .cannotWrite(path: path, reason: Self.reason) }
    defer { closedir(stream) }
    var names: Set<String> = []
    while let entry = readdir(stream) {
      withUnsafePointer(to: &entry.pointee.d_name) { name in
        name.withMemoryRebound(to: CChar.self, capacity: 256) { _ = names.insert(String(cString: $0)) }
      }
    }
    return names
  }

  private func read(_ file: String) throws(BrowsingError) -> [UInt8]? {
    let descriptor = Glibc.open(path + "/" + file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw .cannotWrite(path: file, reason: Self.reason)
    }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count == 0 { return bytes }
      guard count > 0 else { throw .cannotWrite(path: file, reason: Self.reason) }
      bytes.append(contentsOf: chunk[..<count])
    }
  }

  private func write(_ bytes: [UInt8], to file: String) throws(BrowsingError) {
    let descriptor = Glibc.open(path + "/" + file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .cannotWrite(path: file, reason: Self.reason) }
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { throw .cannotWrite(path: file, reason: Self.reason) }
      rest = rest.dropFirst(count)
    }
  }
}
