import Archives

/// Words for the shell's completion, read from the archive that the user stands in.
package enum Completions {
  package static func streams() -> [String] {
    // Where there is no archive there is nothing to complete.
    (try? Archive.open(at: ".").streams()) ?? []
  }

  /// Versions and experiments of the stream that the folder implies, `STREAM@` for the others.
  package static func revisions() -> [String] {
    guard let archive = try? Archive.open(at: ".") else { return [] }
    let streams = (try? archive.streams()) ?? []
    var words = ["latest"]
    if let stream = try? archive.impliedStream(from: Naming.absolute(".")) {
      words += ((try? archive.versions(of: stream, limit: 50)) ?? []).map(\.name)
    }
    return words + (streams.count > 1 ? streams.map { $0 + "@" } : [])
  }
}
