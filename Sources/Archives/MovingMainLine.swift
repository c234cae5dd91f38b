import Git

extension Archive {
  /// Moves the main line from `old` (nil: it has no commit yet) to `new`, working files and index with it. `uncommitted` where a
  /// file that would change holds what is in no commit, `movedMeanwhile` where the branch moved; then all is as before.
  func moveMainLine(
    _ line: MainLine, from old: ObjectID?, to new: ObjectID, by who: Signature, log: String
  ) throws(ArchiveError) {
    let trees = (try tree(of: old), try git { () throws(GitError) in try repository.outline(of: new).tree })
    let files = try git { () throws(GitError) in try repository.differences(from: trees.0, to: trees.1) }
    guard let working = workingTree else { return try moveBranch(line, from: old, to: new, by: who, log: log) }
    let area = try git { () throws(GitError) in try StagingArea(of: repository, patience: patience) }
    // Whoever commits now waits for the lock; who did just before is seen here.
    guard try git({ () throws(GitError) in try repository.target(of: line.reference) }) == old else {
      throw .movedMeanwhile
    }
    for file in files where try !git({ () throws(GitError) in try repository.isUntouched(file.path) }) {
      throw .uncommitted(path: file.path)
    }
    let paths = files.map(\.path)
    do throws(ArchiveError) {
      try git { () throws(GitError) in
        try checkOut(paths, of: trees.1, insteadOf: trees.0)
        // The index before the branch: a crash in between leaves the new state staged, never taken back unasked.
        try area.stage(
          Self.values(files, \.new), modes: Self.values(files, \.newMode), workingTree: working)
      }
      try moveBranch(line, from: old, to: new, by: who, log: log)
    } catch {
      try git { () throws(GitError) in
        let before = if let old = trees.0 { old } else { try repository.replacing([:], inTree: nil) }
        try checkOut(paths, of: before, insteadOf: trees.1)
        try area.stage(Self.values(files, \.old), modes: Self.values(files, \.oldMode), workingTree: working)
      }
      throw error
    }
  }

  private static func values<Value>(
    _ files: [FileDifference], _ side: KeyPath<FileDifference, Value>
  ) -> [String: Value] {
    Dictionary(files.map { ($0.path, $0[keyPath: side]) }, uniquingKeysWith: { $1 })
  }

  private func checkOut(
    _ paths: [String], of target: ObjectID, insteadOf baseline: ObjectID?
  ) throws(GitError) {
    // A few hundred at a time: each name is a C string that lives through the call.
    for start in stride(from: 0, to: paths.count, by: 200) {
      try repository.checkOut(
        Array(paths[start..<min(start + 200, paths.count)]), of: target, insteadOf: baseline)
    }
  }

  private func moveBranch(
    _ line: MainLine, from old: ObjectID?, to new: ObjectID, by who: Signature, log: String
  ) throws(ArchiveError) {
    guard try move(line.reference, from: old, to: new, by: who, log: log) else { throw .movedMeanwhile }
    if durable { try git { () throws(GitError) in try repository.syncFolders(ofReferences: [line.reference]) } }
  }
}
