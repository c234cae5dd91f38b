import Git
import ValueStreams

extension Archive {
  /// The streams at the main line's tip, sorted.
  package func committedStreams() throws(ArchiveError) -> [String] {
    guard let tip = try mainLine().tip else { return [] }
    let tree = try git { () throws(GitError) in try repository.outline(of: tip).tree }
    let known = Set(loadIndex()?.streams ?? [])
    let files = try git { () throws(GitError) in
      try TreeChanges(in: repository, filesNamed: Provenance.State.fileNames).from(nil, to: tree)
    }
    var streams: Set<String> = []
    for file in files where StreamName.isValid(file.folder) && !streams.contains(file.folder) {
      if known.contains(file.folder) || file.new.map(mayBeMap) ?? false { streams.insert(file.folder) }
    }
    return streams.sorted()
  }

  /// What cannot be read is not "somebody else's": a damaged map must not make its stream vanish.
  private func mayBeMap(_ blob: ObjectID) -> Bool {
    (try? repository.blob(blob, limit: Self.mapLimit)).map(claimsToBeMap) ?? true
  }

  /// The streams of the working copy, sorted: folders with a `current.json` that is a map.
  package func workingStreams() throws(ArchiveError) -> [String] {
    guard let files = workingTree else { return [] }
    let folders = files.folders(withFileNamed: Provenance.State.current.fileName)
    let committed = Set(try committedStreams())
    return folders.filter { folder in
      guard StreamName.isValid(folder) else { return false }
      if committed.contains(folder) { return true }
      let bytes = try? files.read("\(folder)/\(Provenance.State.current.fileName)", limit: Self.mapLimit)
      return bytes.map { claimsToBeMap($0) } ?? true
    }
  }

  /// All streams, committed or in the working copy, sorted.
  package func streams() throws(ArchiveError) -> [String] {
    Set(try committedStreams()).union(try workingStreams()).sorted()
  }

  /// The stream that is meant where none was said: the only one, or the one whose folder `directory` (absolute) lies in.
  package func impliedStream(from directory: String? = nil) throws(ArchiveError) -> String {
    let streams = try streams()
    if let root = workingDirectory, let directory, directory.hasPrefix(root) {
      let inside = directory.dropFirst(root.count)
      let holding = streams.filter { inside == $0 || inside.hasPrefix($0 + "/") }
      if let nearest = holding.max(by: { $0.count < $1.count }) { return nearest }
    }
    guard let only = streams.first else { throw .noStreams }
    if streams.count > 1 { throw .streamNeeded(streams) }
    return only
  }

  /// Throws `unknownStream` with the nearest names unless the stream is there, now or in history.
  package func checkExists(_ stream: String) throws(ArchiveError) {
    if try streams().contains(stream) { return }
    let past = try history()?.streams ?? []
    if past.contains(stream) { return }
    throw .unknownStream(stream, nearest: Nearness.nearest(to: stream, in: Set(try streams()).union(past).sorted()))
  }
}
