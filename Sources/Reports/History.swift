package import Archives
package import Changes
import ValueStreams

extension Archive {
  /// The versions of a stream as what can be learnt from, the latest `limit` of them, oldest first; a version without a
  /// valid map is passed over.
  package func past(
    of stream: String, from newest: Int? = nil, limit: Int = .max
  ) throws(ReportError) -> [PastVersion] {
    var walk = try archive { () throws(ArchiveError) in try self.walk(stream, from: newest) }
    var result: [PastVersion] = []
    while result.count < limit, let version = try archive({ () throws(ArchiveError) in try walk.next() }) {
      if let past = try past(version) { result.append(past) }
    }
    return result.reversed()
  }

  /// The same for all versions, handed over one at a time: ten thousand of them need no more memory than one.
  package func forEachPast(of stream: String, _ body: (PastVersion) -> Void) throws(ReportError) {
    var walk = try archive { () throws(ArchiveError) in try self.walk(stream, isOldestFirst: true) }
    while let version = try archive({ () throws(ArchiveError) in try walk.next() }) {
      if let past = try past(version) { body(past) }
    }
  }

  private func past(_ version: Version) throws(ReportError) -> PastVersion? {
    try mapIfValid(of: version).map { map in
      PastVersion(
        provenance: map.provenance, measured: map.measured, isCorrection: version.isCorrection,
        subject: version.subject)
    }
  }
}
