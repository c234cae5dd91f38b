package import Archives
package import ValueStreams

/// Why something cannot be told about an archive.
package enum ReportError: Error {
  case archive(ArchiveError)
  /// The map is there and breaks a rule; `problems` holds its errors only.
  case invalidMap(name: String, problems: [Problem])
  case noSuchState(label: String, state: Provenance.State)
}

/// Calls into `Archives` and passes its errors on.
func archive<Result>(_ body: () throws(ArchiveError) -> Result) throws(ReportError) -> Result {
  do {
    return try body()
  } catch {
    throw .archive(error)
  }
}
