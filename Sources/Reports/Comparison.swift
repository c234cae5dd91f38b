package import Archives
package import Changes
import ValueStreams

extension Archive {
  /// Compares two maps; where both are versions of one stream, says how much of the change came from corrections.
  package func difference(from before: NamedMap, to after: NamedMap) throws(ReportError) -> Difference {
    let versions = try versionsBetween(before.provenance, after.provenance)
    let isCorrection = versions.count == 1 && versions[0].isCorrection
    var difference = Difference(from: before, to: after, isCorrection: isCorrection)
    guard before.provenance.stream == after.provenance.stream, before.provenance.version != nil,
      after.provenance.version != nil
    else { return difference }
    difference.corrections = try corrections(among: versions, state: after.provenance.state)
    return difference
  }

  /// The versions after the one and up to the other, oldest first; none unless both are versions of one stream.
  private func versionsBetween(_ before: Provenance, _ after: Provenance) throws(ReportError) -> [Version] {
    guard let stream = before.stream, stream == after.stream, let first = before.version, let last = after.version
    else {
      return []
    }
    let (low, high) = (min(first, last), max(first, last))
    var result: [Version] = []
    var walk = try archive { () throws(ArchiveError) in try self.walk(stream, from: high) }
    while let version = try archive({ () throws(ArchiveError) in try walk.next() }), version.number > low {
      result.append(version)
    }
    return result.reversed()
  }

  private func corrections(
    among versions: [Version], state: Provenance.State
  ) throws(ReportError) -> Corrections {
    var changes: [Corrections.Version] = []
    for version in versions where version.isCorrection {
      guard let before = try archive({ () throws(ArchiveError) in try self.version(before: version) }),
        let from = try mapIfValid(of: before, state), let to = try mapIfValid(of: version, state)
      else { continue }
      let change = to.measured.metrics.figures.leadTime - from.measured.metrics.figures.leadTime
      changes.append(Corrections.Version(number: version.number, isCorrection: true, change: change))
    }
    return Corrections(among: changes)
  }
}

extension Difference {
  /// Compares two maps as they are, whatever lies between.
  package init(from before: NamedMap, to after: NamedMap, isCorrection: Bool = false) {
    self.init(
      from: before.measured, to: after.measured,
      provenance: Sides(before: before.provenance, after: after.provenance), isCorrection: isCorrection)
  }
}
