import Git
import ValueStreams

extension Archive {
  /// Makes `draft` the stream's next version and gives it; nil when it is what the latest version already holds.
  ///
  /// `overtaken` when another version has come since the draft's base. Whatever it throws, no version was made, and
  /// working files and index are as before.
  package func commit(_ draft: Draft) throws(ArchiveError) -> Version? {
    if let problem = StreamName.problem(with: draft.stream) {
      throw .invalidStreamName(draft.stream, reason: problem)
    }
    let line = try mainLine()
    try checkWritable(line)
    let now = Moment.now()
    let committer = try identity(.committer, now)
    let author = if let author = draft.author { author.signature } else { try identity(.author, now) }
    let files = draft.maps.map { state, bytes in
      let seen = draft.seen.map { FileChange.Working.replacing(seen: $0[state] ?? nil, with: bytes) }
      return FileChange(path: "\(draft.stream)/\(state.fileName)", bytes: bytes, working: seen ?? .ifClean)
    }
    let id = try advance(line) { (tip: ObjectID?) throws(ArchiveError) -> Plan? in
      let known = if let tip { try history(at: tip) } else { nil as History? }
      let latest = known?.latest(of: draft.stream)
      guard latest?.commit == draft.base?.id else {
        throw .overtaken(stream: draft.stream, version: latest?.number)
      }
      if latest == nil { try checkCountsFromOne(draft.stream, in: known) }
      let number = (latest?.number ?? 0) + 1
      try checkNameIsFree(draft.stream, number)
      var message = draft.message
      message.trailers += [Trailer("Stream", draft.stream), Trailer("Version", String(number))]
      if draft.isCorrection { message.trailers.append(Trailer("Nature", "correction")) }
      return Plan(
        files: files, message: message, author: author, committer: committer, log: "vsmrepo: \(message.subject)")
    }
    guard let id else { return nil }
    let grown = try history(at: id)
    let number = grown.number(of: id, stream: draft.stream) ?? 0
    try mendTags(of: draft.stream, in: grown, newest: id, by: committer)
    return try version(id, number: number, of: draft.stream)
  }

  /// Throws `shallow` where the stream has versions past a shallow clone's edge, so that nobody knows its next number.
  func checkCountsFromOne(_ stream: String, in history: History?) throws(ArchiveError) {
    guard let history, history.gap == .shallow else { return }
    if try !blobs(of: stream, inTree: try git({ () throws(GitError) in try repository.outline(of: history.tip).tree }))
      .isEmpty
    {
      throw .shallow("the latest version of \(stream)")
    }
  }

  func identity(_ role: Repository.Role, _ now: Moment) throws(ArchiveError) -> Signature {
    try git { () throws(GitError) in try repository.identity(role, now: now) }
  }
}
