import Glibc

extension WorkingTree {
  /// Folders below the root that hold a file of that name, sorted; folders that start with a dot, links and other
  /// repositories inside are passed over.
  package func folders(withFileNamed name: String) -> [String] {
    var found: [String] = []
    var pending = [""]
    while let folder = pending.popLast() {
      for entry in Self.entries(in: root + folder) {
        let path = folder.isEmpty ? entry.name : "\(folder)/\(entry.name)"
        if entry.isFolder, !entry.name.hasPrefix("."), unsafe access(root + path + "/.git", F_OK) != 0 {
          pending.append(path)
        }
        if !entry.isFolder, entry.name == name { found.append(folder) }
      }
    }
    return found.sorted()
  }

  /// Files and folders right inside a folder; other kinds are left out. A folder that this user may not enter holds
  /// nothing of theirs: it counts as empty.
  static func entries(in folder: String) -> [(name: String, isFolder: Bool)] {
    guard let stream = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(stream) }
    var entries: [(name: String, isFolder: Bool)] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      guard name != ".", name != ".." else { continue }
      var type = unsafe Int(entry.pointee.d_type)
      if type == DT_UNKNOWN {
        var information = stat()
        guard unsafe lstat(folder + "/" + name, &information) == 0 else { continue }
        type =
          switch information.st_mode & S_IFMT {
          case S_IFDIR: DT_DIR
          case S_IFREG: DT_REG
          default: DT_LNK
          }
      }
      if type == DT_DIR || type == DT_REG { entries.append((name, type == DT_DIR)) }
    }
    return entries
  }
}
