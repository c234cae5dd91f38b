import Git

extension Archive {
  /// Writes a working file that is not there yet; false, and nothing written, when it is.
  package func writeNewFile(_ path: String, _ bytes: [UInt8]) throws(ArchiveError) -> Bool {
    guard let files = workingTree else { throw .bareRepository }
    if try git({ () throws(GitError) in try files.read(path, limit: Self.mapLimit) }) != nil { return false }
    try git { () throws(GitError) in try files.write(bytes, to: path) }
    return true
  }

  /// The editor that Git's configuration names; nil when it names none.
  package var configuredEditor: String? {
    get throws(ArchiveError) { try git { () throws(GitError) in try repository.setting("core.editor") } }
  }
}
