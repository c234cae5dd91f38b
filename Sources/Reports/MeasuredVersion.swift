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
    try self.init(MapReader.read(bytes), provenance, name: name)
  }

  /// Measures what was read.
  ///
  /// - Throws: ``ReportError/invalidMap(name:problems:)`` with every error of the document.
  package init(_ reading: MapReader.Reading, _ provenance: Provenance, name: String) throws(ReportError) {
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
    try map(of: revision, state) { MapReader.read($0) }
  }

  private func map(
    of revision: Revision, _ state: Provenance.State?, _ read: ([UInt8]) -> MapReader.Reading
  ) throws(ReportError) -> NamedMap {
    let state = revision.state ?? state ?? .current
    let provenance = revision.provenance(state)
    let name = "\(revision.stream) \(revision.label)"
    guard let bytes = try archive({ () throws(ArchiveError) in try bytes(of: revision, state) }) else {
      throw .noSuchState(label: name, state: state)
    }
    let isFile = revision.version == nil
    return try NamedMap(read(bytes), provenance, name: isFile ? "\(revision.stream)/\(state.fileName)" : name)
  }

  /// The map of a version on the main line.
  package func map(of version: Version, _ state: Provenance.State = .current) throws(ReportError) -> NamedMap {
    try map(of: Revision(version, state))
  }

  /// The same for one version after the other.
  package func map(
    of version: Version, _ state: Provenance.State, _ reader: inout VersionReader
  ) throws(ReportError) -> NamedMap {
    try map(of: Revision(version, state), nil) { reader.read($0) }
  }

  /// The same, nil where there is no version, or it has no such map or an invalid one: for views that go on without.
  package func mapIfValid(of version: Version?, _ state: Provenance.State = .current) throws(ReportError) -> NamedMap? {
    guard let version else { return nil }
    return try ifValid { () throws(ReportError) in try map(of: version, state) }
  }

  /// The same for one version after the other.
  func mapIfValid(of version: Version, _ reader: inout VersionReader) throws(ReportError) -> NamedMap? {
    try ifValid { () throws(ReportError) in try map(of: version, .current, &reader) }
  }

  private func ifValid(_ map: () throws(ReportError) -> NamedMap) throws(ReportError) -> NamedMap? {
    do {
      return try map()
    } catch {
      switch error {
      case .invalidMap, .noSuchState: return nil
      case .archive(.damaged), .archive(.tooLarge): return nil
      case .archive: throw error
      }
    }
  }
}

extension Revision {
  fileprivate init(_ version: Version, _ state: Provenance.State) {
    self.init(stream: version.stream, state: state, place: .version(version), label: version.name)
  }
}
