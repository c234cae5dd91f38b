package import Archives
package import Changes
import ValueStreams

extension Archive {
  /// The versions of a stream as what can be learnt from, oldest first: the latest `limit` of them, up to the number `newest` and
  /// after the number `oldest`. A version without a valid map is passed over.
  package func past(
    of stream: String, from newest: Int? = nil, after oldest: Int = 0, limit: Int = .max
  ) throws(ReportError) -> [PastVersion] {
    var walk = try archive { () throws(ArchiveError) in try self.walk(stream, from: newest) }
    var result: [PastVersion] = []
    var reader = VersionReader()
    while result.count < limit, let version = try archive({ () throws(ArchiveError) in try walk.next() }),
      version.number > oldest
    {
      if let past = try past(version, &reader) { result.append(past) }
    }
    return result.reversed()
  }

  /// The same for all versions, handed over one at a time: a hundred thousand of them need no more memory than a thousand.
  package func forEachPast(of stream: String, _ body: (PastVersion) -> Void) throws(ReportError) {
    var walk = try archive { () throws(ArchiveError) in try self.walk(stream, isOldestFirst: true) }
    while true {
      var stretches: [VersionStretch] = []
      while stretches.count < 4,
        let stretch = try archive({ () throws(ArchiveError) in try walk.nextStretch(Self.stretchLength) })
      {
        stretches.append(stretch)
      }
      if stretches.isEmpty { return }
      for versions in try onAllCores(stretches, { archive, stretch throws(ReportError) in try archive.past(stretch) }) {
        versions.forEach(body)
      }
    }
  }

  /// So many versions are worth opening the archive for.
  private static let stretchLength = 100

  private func past(_ stretch: VersionStretch) throws(ReportError) -> [PastVersion] {
    var walk = walk(stretch)
    var reader = VersionReader()
    var result: [PastVersion] = []
    while let version = try archive({ () throws(ArchiveError) in try walk.next() }) {
      if let past = try past(version, &reader) { result.append(past) }
    }
    return result
  }

  private func past(_ version: Version, _ reader: inout VersionReader) throws(ReportError) -> PastVersion? {
    try mapIfValid(of: version, &reader).map { map in
      PastVersion(
        provenance: map.provenance, measured: map.measured, isCorrection: version.isCorrection,
        subject: version.subject)
    }
  }
}
