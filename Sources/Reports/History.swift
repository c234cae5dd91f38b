package import Archives
package import Changes
import ValueStreams

extension Archive {
  /// The versions of a stream as what can be learnt from, the latest `limit` of them, oldest first; a version without a valid map is passed over.
  package func past(
    of stream: String, from newest: Int? = nil, limit: Int = .max
  ) throws(ReportError) -> [PastVersion] {
    var walk = try archive { () throws(ArchiveError) in try self.walk(stream, from: newest) }
    var result: [PastVersion] = []
    while result.count < limit, let version = try archive({ () throws(ArchiveError) in try walk.next() }) {
      guard let map = try mapIfValid(of: version) else { continue }
      result.append(
        PastVersion(
          provenance: map.provenance, measured: map.measured, isCorrection: version.isCorrection,
          subject: version.subject))
    }
    return result.reversed()
  }
}
