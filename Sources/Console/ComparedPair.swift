import Archives
import CanonicalJSON
package import Changes
import Rendering
import Reports
package import ValueStreams

/// The two maps that the words of `diff` and `export` name.
package struct ComparedPair {
  package let naming: Naming
  package let state: Provenance.State?

  package init(global: GlobalOptions, stream: String?, state: Provenance.State? = nil) {
    naming = Naming(global: global, stream: stream)
    self.state = state
  }

  /// The difference, narrowed to a step and a work type where they are said.
  package func difference(_ words: [String], step: String? = nil, workType: String? = nil) throws -> Difference {
    let isPlain = words.count == 2 && words.allSatisfy(RevisionWords.isFile)
    let archive = isPlain ? nil : try naming.archive()
    let (before, after): (NamedMap, NamedMap)
    var difference: Difference
    if let archive {
      (before, after) = try sides(words, archive)
      difference = try archive.difference(from: before, to: after)
    } else {
      (before, after) = (try naming.file(words[0]), try naming.file(words[1]))
      difference = Difference(from: before, to: after)
    }
    if let step {
      let steps = (before.map.steps + after.map.steps).map(\.id)
      guard steps.contains(StepID(step)) else {
        throw Failure.unknownName(step, of: "step", known: steps.map(\.string))
      }
      difference = difference.limited(toStep: StepID(step))
    }
    if let workType {
      guard let found = difference.limited(toWorkType: WorkTypeID(workType)) else {
        throw Failure.unknownName(workType, of: "work type", known: difference.workTypes.map(\.id.string))
      }
      difference = found
    }
    return difference
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
      let first = try map(words[0], archive)
      // A second version is one of the stream that the first names, unless it names its own.
      guard naming.stream == nil, words[0].contains("@"), !RevisionWords.isFile(words[1]),
        (try? archive.checkExists(words[1])) == nil
      else { return (first, try map(words[1], archive)) }
      let other = Naming(global: naming.global, stream: first.provenance.stream)
      return (first, try archive.map(of: other.revision(words[1], in: archive), state))
    }
  }

  private func map(_ word: String?, _ archive: Archive) throws -> NamedMap {
    if let word, RevisionWords.isFile(word) { return try naming.file(word) }
    return try archive.map(of: naming.revision(word, in: archive), state)
  }
}
