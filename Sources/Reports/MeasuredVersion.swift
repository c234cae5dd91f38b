package import Archives
package import Changes
package import ValueStreams

/// A map with its figures and where it comes from.
package struct NamedMap: Sendable {
  package let measured: MeasuredMap
  package let provenance: Provenance

  package var map: ValueStreamMap { measured.map }

  /// Reads and measures a document.
  ///
  /// - Throws: ``ReportError/invalidMap(name:problems:)`` with every error of the document.
  package init(_ bytes: [UInt8], _ provenance: Provenance, name: String) throws(ReportError) {
    let reading = MapReader.read(bytes)
    // The reader gives no map whose figures cannot be worked out.
    guard let measured = (try? MeasuredMap(reading)).flatMap(\.self) else {
      throw .invalidMap(name: name, problems: reading.problems.filter { $0.severity == .error })
    }
    self.measured = measured
    self.provenance = provenance
  }
}

extension Archive {
  /// The map that a revision names; `state` where the revision itself says none.
  package func map(of revision: Revision, _ state: Provenance.State? = nil) throws(ReportError) -> NamedMap {
    let state = revision.state ?? state ?? .current
    let provenance = revision.provenance(state)
    let name = "\(revision.stream) \(revision.label)"
    guard let bytes = try archive({ () throws(ArchiveError) in try bytes(of: revision, state) }) else {
      throw .noSuchState(label: name, state: state)
    }
    let isFile = revision.version == nil
    return try NamedMap(bytes, provenance, name: isFile ? "\(revision.stream)/\(state.fileName)" : name)
  }

  /// The map of a version on the main line.
  package func map(of version: Version, _ state: Provenance.State = .current) throws(ReportError) -> NamedMap {
    try map(of: Revision(stream: version.stream, state: state, place: .version(version), label: version.name))
  }

  /// The same, nil where there is no version, or it has no such map or an invalid one: for views that go on without.
  package func mapIfValid(of version: Version?, _ state: Provenance.State = .current) throws(ReportError) -> NamedMap? {
    guard let version else { return nil }
    do {
      return try map(of: version, state)
    } catch {
      switch error {
      case .invalidMap, .noSuchState: return nil
      case .archive(.damaged), .archive(.tooLarge): return nil
      case .archive: throw error
      }
    }
  }
}
