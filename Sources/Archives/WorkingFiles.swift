import Git
import ValueStreams

extension Archive {
  /// Writes a working file that is not there yet; false, and nothing written, when it is.
  package func writeNewFile(_ path: String, _ bytes: [UInt8]) throws(ArchiveError) -> Bool {
    guard let files = workingTree else { throw .bareRepository }
    if try git({ () throws(GitError) in try files.read(path, limit: Self.mapLimit) }) != nil { return false }
    try git { () throws(GitError) in try files.write(bytes, to: path) }
    return true
  }

  /// Replaces a working file if it still holds what was `seen`.
  ///
  /// - Throws: ``ArchiveError/fileChanged(path:)`` when somebody has saved it meanwhile.
  package func replaceFile(_ path: String, seen: [UInt8], with bytes: [UInt8]) throws(ArchiveError) {
    guard let files = workingTree else { throw .bareRepository }
    guard try git({ () throws(GitError) in try files.read(path, limit: Self.mapLimit) }) == seen else {
      throw .fileChanged(path: path)
    }
    try git { () throws(GitError) in try files.write(bytes, to: path) }
  }

  /// The bytes of a file beside the maps; nil when there is none.
  package func file(at path: String) throws(ArchiveError) -> [UInt8]? {
    guard let files = workingTree else { throw .bareRepository }
    return try git { () throws(GitError) in try files.read(path, limit: Self.mapLimit) }
  }

  /// Puts a file beside the maps, as a whole.
  package func putFile(_ bytes: [UInt8], at path: String) throws(ArchiveError) {
    guard let files = workingTree else { throw .bareRepository }
    try git { () throws(GitError) in try files.write(bytes, to: path) }
  }

  /// Removes a file, if it is there.
  package func removeFile(_ path: String) throws(ArchiveError) {
    guard let files = workingTree else { throw .bareRepository }
    try git { () throws(GitError) in try files.remove(path) }
  }

  /// Writes the working files that are gone and that the main line's tip has; gives their paths.
  package func bringBackMissingFiles(of stream: String) throws(ArchiveError) -> [String] {
    guard let files = workingTree else { return [] }
    var brought: [String] = []
    for state in Provenance.State.allCases where try fileState(of: stream, state) == .removed {
      guard let bytes = try tipBytes(of: stream, state) else { continue }
      let path = "\(stream)/\(state.fileName)"
      try git { () throws(GitError) in try files.write(bytes, to: path) }
      brought.append(path)
    }
    return brought
  }

  /// The editor that Git's configuration names; nil when it names none.
  package var configuredEditor: String? {
    get throws(ArchiveError) { try git { () throws(GitError) in try repository.setting("core.editor") } }
  }

  /// What Git's configuration runs for ssh; nil when it says nothing.
  package var configuredSSH: String? {
    get throws(ArchiveError) { try git { () throws(GitError) in try repository.setting("core.sshCommand") } }
  }
}
