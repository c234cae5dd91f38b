import Git
import ValueStreams

extension Archive {
  /// What `word` names (nil or empty: the working copy, or the latest version in a bare archive). `stream` is what
  /// `-s` said; `directory` is where the user stands. Files and pairs are not for here: see ``RevisionWords``.
  package func resolve(
    _ word: String?, stream: String? = nil, directory: String? = nil
  ) throws(ArchiveError) -> Revision {
    var (rest, state) = RevisionWords.state(of: word ?? "")
    var chosen = stream
    if let at = rest.firstIndex(of: "@") {
      let prefix = String(rest[..<at])
      if try isStream(prefix) {
        chosen = prefix
        rest = String(rest[rest.index(after: at)...])
      } else if StreamName.isValid(prefix), try !isBranch(rest) {
        try checkExists(prefix)
      }
    }
    // A stream's bare name is the stream as it is now, unless something of that stream is called so.
    if chosen == nil, try isStream(rest), try !isBranch(rest), try !isBranch("experiment/" + rest) {
      chosen = rest
      rest = ""
    }
    let name: String
    if let chosen {
      name = chosen
      try checkExists(name)
    } else {
      name = try impliedStream(from: directory)
    }
    let place: Revision.Place
    if !rest.isEmpty {
      place = try self.place(of: rest, in: name)
    } else if isBare {
      place = .version(try latestOrThrow(name))
    } else {
      place = .workingCopy
    }
    return Revision(stream: name, state: state, place: place, label: label(of: place, word: rest))
  }

  private func label(of place: Revision.Place, word: String) -> String {
    switch place {
    case .workingCopy: "working copy"
    case .version(let version): version.name
    case .commit(let version):
      word == String(version.commit.prefix(word.count)) ? String(version.commit.prefix(7)) : word
    }
  }

  private func isStream(_ name: String) throws(ArchiveError) -> Bool {
    guard StreamName.isValid(name) else { return false }
    if try streams().contains(name) { return true }
    return try history()?.streams.contains(name) ?? false
  }

  func latestOrThrow(_ stream: String) throws(ArchiveError) -> Version {
    guard let latest = try latest(of: stream) else { throw .noVersions(stream: stream) }
    return latest
  }

  /// Tries the rules in their order.
  private func place(of word: String, in stream: String) throws(ArchiveError) -> Revision.Place {
    if word == "latest" { return .version(try latestOrThrow(stream)) }
    if let number = StreamName.versionNumber(word) { return .version(try version(number, of: stream)) }
    if word.hasPrefix("v-"), let steps = Int(word.dropFirst(2)), steps >= 0, word.dropFirst(2).first?.isNumber == true {
      return .version(try version(before: steps, latestOf: stream, word: word))
    }
    if let day = Day(word) { return .version(try version(inForceOn: day, of: stream)) }
    if let commit = try experimentCommit(word, of: stream) { return try place(of: commit, stream: stream) }
    if word.utf8.count >= 7, word.utf8.count <= 40, word.utf8.allSatisfy({ ObjectID.value(hexDigit: $0) != nil }),
      let commit = try git({ () throws(GitError) in try repository.commitID(abbreviated: word) })
    {
      return try place(of: commit, stream: stream)
    }
    if let commit = try branchTip(word) { return try place(of: commit, stream: stream) }
    throw .unknownRevision(word, nearest: try namesNear(word, stream: stream))
  }

  private func version(before steps: Int, latestOf stream: String, word: String) throws(ArchiveError) -> Version {
    let history = try history()
    let records = history?.records(of: stream) ?? History.Records()
    guard let last = records.last else { throw .noVersions(stream: stream) }
    guard steps < records.count else {
      if history?.gap == .shallow { throw .shallow(word) }
      throw .unknownVersion(word, stream: stream, first: records[0].number, latest: try version(last, of: stream))
    }
    return try version(records[records.count - 1 - steps], of: stream)
  }

  /// What a commit holds of the stream: its version where it is on the main line, in force there if it made none itself.
  func place(of id: ObjectID, stream: String) throws(ArchiveError) -> Revision.Place {
    if let history = try history() {
      if let number = history.number(of: id, stream: stream) {
        return .version(try version(id, number: number, of: stream))
      }
      if let record = try inForce(at: id, stream: stream, history: history) {
        return .version(try version(record, of: stream))
      }
    }
    return .commit(try version(id, number: 0, of: stream))
  }

  /// The version in force at a commit of the main line that made none of this stream; nil off the main line.
  private func inForce(at id: ObjectID, stream: String, history: History) throws(ArchiveError) -> History.Record? {
    let records = history.records(of: stream)
    var next: ObjectID? = history.tip
    // Walks the main line down to the commit, and past it to the version below.
    var isBelow = false
    while let commit = next {
      isBelow = isBelow || commit == id
      if isBelow, let record = records.last(where: { $0.commit == commit }) { return record }
      next = try git { () throws(GitError) in try repository.outline(of: commit).firstParent }
    }
    return nil
  }

  private func isBranch(_ word: String) throws(ArchiveError) -> Bool { try branchTip(word) != nil }

  /// The newest commit of a branch or remote branch of exactly that name.
  func branchTip(_ word: String) throws(ArchiveError) -> ObjectID? {
    for prefix in ["refs/heads/", "refs/remotes/"] where Repository.isValid(referenceName: prefix + word) {
      if let id = try git({ () throws(GitError) in try repository.target(of: prefix + word) }) { return id }
    }
    return nil
  }

  private func namesNear(_ word: String, stream: String) throws(ArchiveError) -> [String] {
    let branches = try git { () throws(GitError) in try repository.referenceNames(under: "refs/heads/") }
      .map {
        $0.replacing("refs/heads/", with: "", maxReplacements: 1).replacing("experiment/", with: "", maxReplacements: 1)
      }
    return Nearness.nearest(to: word, in: branches + ["latest"] + (try streams()))
  }
}
