import Git

/// An archive of value stream maps: a Git repository seen as versions of streams.
///
/// It holds the open repository, and what it decoded of the history's index; whatever it tells is what stands there at that moment.
package struct Archive {
  let repository: Repository
  let index = HistoryIndex.Memory()
  var patience = Patience()
  var durable = true

  /// The largest map that is read, in bytes; the same as the reader's own limit.
  package static let mapLimit = 16 << 20
  /// Where `init` puts the schema for editors.
  package static let schemaPath = ".vsmrepo/map.schema.json"

  /// Opens the archive that `path` lies in, looking upwards.
  package static func open(at path: String) throws(ArchiveError) -> Archive {
    let repository = try git { () throws(GitError) in try Repository.discover(from: path) }
    return Archive(repository: repository)
  }

  /// How long a held lock is waited for, in seconds.
  package mutating func setPatience(seconds: Double) {
    patience = Patience(seconds: seconds)
  }

  /// Whether a write is on the disk before it is reported. On by default; off makes bulk work faster and less safe.
  package mutating func setDurable(_ durable: Bool) throws(ArchiveError) {
    try git { () throws(GitError) in try Library.setDurable(durable) }
    self.durable = durable
  }

  /// From here on this process reads objects as git does, without hashing each one again: that is a quarter of the time of a
  /// walk through thousands of versions. `verify` is for those who want to know.
  package func readInBulk() throws(ArchiveError) {
    try git { () throws(GitError) in try Library.setHashing(false) }
  }

  package var isBare: Bool { repository.isBare }

  /// The root of the working copy, with a slash at its end; nil in a bare repository.
  package var workingDirectory: String? { repository.workingDirectory }

  /// The folder with Git's own files, with a slash at its end.
  package var gitDirectory: String { repository.commonDirectory }

  var workingTree: WorkingTree? {
    repository.workingDirectory.map {
      WorkingTree(root: $0, drafts: repository.commonDirectory + "vsmrepo", durable: durable)
    }
  }
}
