import Git

/// What an archive can refuse, in the words of people who keep maps. The texts belong to whoever shows them.
package enum ArchiveError: Error, Equatable, Sendable {
  // Finding the archive.
  case notAnArchive(path: String)
  case foreignOwner(path: String, owner: String)
  case unsupported(path: String, feature: String)
  /// Several branches, and nothing says which one is the main line.
  case noMainLine(branches: [String])

  // Naming.
  case unknownStream(String, nearest: [String])
  /// Several streams, and none was said.
  case streamNeeded([String])
  case noStreams
  case invalidStreamName(String, reason: StreamName.Problem)
  /// A stream that is there but has no version yet.
  case noVersions(stream: String)
  case unknownVersion(String, stream: String, first: Int, latest: Version)
  case unknownRevision(String, nearest: [String])
  case ambiguousCommit(String)
  /// No version was in force then: the first one came later.
  case beforeFirstVersion(String, stream: String, first: String)
  /// Two lines of history that never were one.
  case unrelated(String, String)
  /// The clone has no history that far back.
  case shallow(String)

  // Writing.
  case noIdentity(missing: String)
  case badDate(variable: String, text: String)
  case detachedHead(mainLine: String)
  case otherBranch(String, mainLine: String)
  case checkedOutElsewhere(mainLine: String, path: String)
  case unfinished(operation: String)
  /// Another writer made `version` of the same stream meanwhile.
  case overtaken(stream: String, version: Int?)
  case locked(path: String, age: Int?)
  /// The working file is no longer what was read.
  case fileChanged(path: String)
  /// A tag cannot be made because another reference stands in the way.
  case nameTaken(String, by: String)
  /// A file stands where the stream needs a folder, or the other way round.
  case pathTaken(String)
  case bareRepository
  /// The working file holds changes that this would overwrite.
  case uncommitted(path: String)
  case cannotUndo(Obstacle)
  /// Nothing was undone on top of the version that is the latest now.
  case nothingToRedo

  // Experiments.
  case invalidExperimentName(String)
  case experimentExists(String)
  case unknownExperiment(String, nearest: [String])
  /// It was adopted or rejected already.
  case experimentEnded(String)

  // Comments.
  /// A writer that is at work, so that its lock is not dead.
  case writerAtWork(process: Int, command: String)

  /// Why the latest commit cannot be undone.
  package enum Obstacle: Equatable, Sendable {
    /// There is no commit.
    case nothing
    /// The tip is no version.
    case noVersion(subject: String)
    /// A remote has it.
    case published(Version)
  }

  // Sharing.
  case noRemote
  /// Several remotes, and nothing says which one.
  case remoteNeeded([String])
  case unknownRemote(String, known: [String])
  case remoteExists(String)
  case invalidRemoteName(String)
  /// The main line, here or on the remote, leaves out by its first parents a commit that was published: a merge the wrong way round, or
  /// rewritten history.
  case publishedLeftOut(remote: String, branch: String, version: String?, isOurs: Bool)
  /// Somebody committed while versions were taken in.
  case movedMeanwhile
  /// The remote has versions that are not here.
  case behind(remote: String)
  /// A merge commit among what would be replayed.
  case notLinear(subject: String, upstream: String)
  /// Files that are no maps, or maps that cannot be read, changed on both sides.
  case conflictOutsideMaps(paths: [String], subject: String, upstream: String)

  // The world.
  case symbolicLink(path: String)
  case notAFile(path: String)
  case tooLarge(path: String, bytes: Int)
  case damaged(what: String, reason: String)
  case permissionDenied(path: String)
  case readOnly(path: String)
  case outOfSpace(path: String)
  case inputOutput(path: String, reason: String)
  /// Nothing of the above: a defect.
  case unexpected(subject: String, code: Int, reason: String)
}

extension ArchiveError {
  init(_ error: GitError) {
    self =
      switch error {
      case .notARepository(let path): .notAnArchive(path: path)
      case .foreignOwner(let path, let owner): .foreignOwner(path: path, owner: owner)
      case .unsupported(let subject, let feature): .unsupported(path: subject, feature: feature)
      case .notFound(let subject): .damaged(what: subject, reason: "it is missing")
      case .damaged(let subject, let reason): .damaged(what: subject, reason: reason)
      case .ambiguous(let subject): .ambiguousCommit(subject)
      case .locked(let subject): .locked(path: subject, age: LockFile.age(of: subject))
      case .moved(let subject), .exists(let subject): .nameTaken(subject, by: subject)
      case .invalid(let subject, reason: "it is not a file"): .notAFile(path: subject)
      case .tooLarge(let subject, let bytes): .tooLarge(path: subject, bytes: bytes)
      case .otherFileSystem(let subject): .inputOutput(path: subject, reason: "it lies on another file system")
      case .permissionDenied(let subject): .permissionDenied(path: subject)
      case .readOnly(let subject): .readOnly(path: subject)
      case .outOfSpace(let subject): .outOfSpace(path: subject)
      case .symbolicLink(let path): .symbolicLink(path: path)
      case .noIdentity(let missing): .noIdentity(missing: missing)
      case .badDate(let variable, let text): .badDate(variable: variable, text: text)
      case .system(let subject, let reason): .inputOutput(path: subject, reason: reason)
      case .invalid(let subject, let reason): .unexpected(subject: subject, code: 0, reason: reason)
      case .other(let subject, let code, let reason): .unexpected(subject: subject, code: code, reason: reason)
      }
  }
}

/// Calls into `Git` and puts its errors into the archive's words.
func git<Result>(_ body: () throws(GitError) -> Result) throws(ArchiveError) -> Result {
  do {
    return try body()
  } catch {
    throw ArchiveError(error)
  }
}
