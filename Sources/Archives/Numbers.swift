import Git
package import ValueStreams

extension Archive {
  /// Version `number` of a stream: by its tag where that is reachable, else by counting; the nearest ones otherwise.
  package func version(_ number: Int, of stream: String) throws(ArchiveError) -> Version {
    guard let tip = try mainLine().tip else { throw .noVersions(stream: stream) }
    if case .made(let tag) = try versionTag(stream, number), isReachable(tag, from: tip) {
      return try version(tag.target, number: number, of: stream)
    }
    let history = try history(at: tip)
    let records = history.records(of: stream)
    if let record = records.last(where: { $0.number == number }) { return try version(record, of: stream) }
    if history.gap == .shallow, number < records.first?.number ?? .max { throw .shallow("v\(number)") }
    guard let first = records.first?.number, let last = records.last else { throw .noVersions(stream: stream) }
    throw .unknownVersion("v\(number)", stream: stream, first: first, latest: try version(last, of: stream))
  }

  /// Whether a tag's commit lies in the history of `tip`. The history knows without a walk; where it is not indexed yet, this is
  /// when it is.
  private func isReachable(_ tag: VersionTag, from tip: ObjectID) -> Bool {
    if let history = try? history(at: tip), history.number(of: tag.target, stream: tag.stream) != nil { return true }
    do throws(GitError) {
      return try repository.isAncestor(tag.target, of: tip)
    } catch {
      // Past a gap nothing can be walked; a tag is then the best witness there is.
      return true
    }
  }

  /// The version in force at the end of that day, local time, by committer date.
  package func version(inForceOn day: Day, of stream: String) throws(ArchiveError) -> Version {
    let history = try history()
    let records = history?.records(of: stream) ?? History.Records()
    let end = Moment.endOfDay(year: day.year, month: day.month, day: day.day)
    if let record = records.last(where: { $0.seconds < end }) { return try version(record, of: stream) }
    if history?.gap == .shallow { throw .shallow(day.description) }
    guard let first = records.first else { throw .noVersions(stream: stream) }
    throw .beforeFirstVersion(
      day.description, stream: stream, first: try version(first, of: stream).committer.day)
  }
}
