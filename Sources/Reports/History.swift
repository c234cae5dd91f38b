package import Archives
package import Changes
import ValueStreams

extension Archive {
  /// The versions of a stream as what can be learnt from, oldest first; a version without a valid map is passed over.
  package func past(of stream: String) throws(ReportError) -> [PastVersion] {
    var walk = try archive { () throws(ArchiveError) in try self.walk(stream) }
    var result: [PastVersion] = []
    while let version = try archive({ () throws(ArchiveError) in try walk.next() }) {
      guard let map = try mapIfValid(of: version) else { continue }
      result.append(
        PastVersion(
          provenance: map.provenance, measured: map.measured, isCorrection: version.isCorrection,
          subject: version.subject))
    }
    return result.reversed()
  }
}
