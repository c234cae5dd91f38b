package import Archives
package import ArgumentParser
package import CanonicalJSON
import Glibc
package import Reports
package import ValueStreams

/// Which stream is meant where a revision does not say.
package struct StreamOption: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The stream, where it is not clear from the folder.", valueName: "stream"),
    completion: .custom { _, _, _ in Completions.streams() })
  package var stream: String?

  package init() {}
}

/// Turns what users type into maps: files and revisions of the archive that the command works in.
package struct Naming {
  package let global: GlobalOptions
  package var stream: String?

  package init(global: GlobalOptions, stream: String? = nil) {
    self.global = global
    self.stream = stream
  }

  package func archive() throws -> Archive { try Archive.open(at: global.folder) }

  /// The absolute folder that the user stands in; nil where there is none.
  package var directory: String? { Self.absolute(global.folder) }

  package static func absolute(_ folder: String) -> String? {
    guard let path = realpath(folder, nil) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }

  /// What the map of a stream says of its schema: the way to the one that `init` put into the archive.
  package static func schema(of stream: String) -> Text {
    Text(String(repeating: "../", count: stream.split(separator: "/").count) + Archive.schemaPath)
  }

  /// A plain file as a map.
  package func file(_ path: String) throws -> NamedMap {
    let state: Provenance.State = path.hasSuffix("future.json") ? .future : .current
    return try NamedMap(
      InputFile.read(global.path(path)), Provenance(state: state, label: path), name: path)
  }

  package func revision(_ word: String?, in archive: Archive) throws -> Revision {
    try archive.resolve(word, stream: stream, directory: directory)
  }

  /// The map that `word` names; nil names the working copy, or the latest version of a bare archive.
  package func map(_ word: String?, _ state: Provenance.State? = nil) throws -> NamedMap {
    if let word, RevisionWords.isFile(word) { return try file(word) }
    let archive = try archive()
    return try archive.map(of: revision(word, in: archive), state)
  }

  /// The stream whose folder the user stands in, else all of them; at least one.
  package func impliedStreams(in archive: Archive) throws -> [String] {
    do {
      return [try archive.impliedStream(from: directory)]
    } catch {
      guard case .streamNeeded(let streams) = error else { throw error }
      return streams
    }
  }

  /// A stream to commit: one that has versions, or at least a folder with a map.
  package func workingStream(_ word: String, in archive: Archive) throws -> String {
    let name = word.hasSuffix("/") ? String(word.dropLast()) : word
    if let problem = StreamName.problem(with: name) { throw ArchiveError.invalidStreamName(name, reason: problem) }
    try archive.checkExists(name)
    return name
  }

  /// The stream meant by an argument, `-s` or the folder.
  package func streamName(_ word: String?, in archive: Archive) throws -> String {
    if let word = word ?? stream {
      try archive.checkExists(word)
      return word
    }
    return try archive.impliedStream(from: directory)
  }
}
