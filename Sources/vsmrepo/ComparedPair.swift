import Archives
import Changes
import Reports
import ValueStreams

/// The two maps that the words of `diff` and `export` name.
struct ComparedPair {
  let naming: Naming
  let state: Provenance.State?

  init(global: GlobalOptions, stream: String?, state: Provenance.State? = nil) {
    naming = Naming(global: global, stream: stream)
    self.state = state
  }

  func difference(_ words: [String]) throws -> Difference {
    if words.count == 2, words.allSatisfy(RevisionWords.isFile) {
      return Difference(from: try naming.file(words[0]), to: try naming.file(words[1]))
    }
    let archive = try naming.archive()
    let (before, after) = try sides(words, archive)
    return try archive.difference(from: before, to: after)
  }

  private func sides(_ words: [String], _ archive: Archive) throws -> (NamedMap, NamedMap) {
    if words.count == 1, let pair = RevisionWords.pair(words[0]) {
      let right = try naming.revision(pair.right.isEmpty ? nil : pair.right, in: archive)
      let left = try naming.revision(pair.left.isEmpty ? "latest" : pair.left, in: archive)
      let base = pair.fromMergeBase ? try archive.mergeBase(of: left, and: right) : left
      return (try archive.map(of: base, state), try archive.map(of: right, state))
    }
    switch words.count {
    case 0:
      // A bare archive has no working copy: there the last cycle is what changed.
      return (try map(archive.isBare ? "v-1" : "latest", archive), try map(nil, archive))
    case 1:
      let first = try map(words[0], archive)
      if RevisionWords.isFile(words[0]) { return (try map("latest", archive), first) }
      // The other side is of the same stream, whatever folder one stands in.
      let other = Naming(global: naming.global, stream: naming.stream ?? first.provenance.stream)
      return (first, try archive.map(of: other.revision(nil, in: archive), state ?? first.provenance.state))
    default:
      return (try map(words[0], archive), try map(words[1], archive))
    }
  }

  private func map(_ word: String?, _ archive: Archive) throws -> NamedMap {
    if let word, RevisionWords.isFile(word) { return try naming.file(word) }
    return try archive.map(of: naming.revision(word, in: archive), state)
  }
}
