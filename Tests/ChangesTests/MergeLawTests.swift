import CanonicalJSON
import Changes
import TestSupport
import Testing
import ValueStreams

@Suite("Laws of a merge")
struct MergeLawTests {
  private static let triples = (1...UInt64(caseCount(10_000))).map { RandomTriple(seed: $0) }

  @Test("where one side changed nothing, the other is the result; where both did the same, that is")
  func oneSided() {
    for triple in Self.triples {
      let (base, side) = (triple.base, triple.ours)
      for (ours, theirs) in [(base, side), (side, base), (side, side)] {
        let merge = Merge(base: base, ours: ours, theirs: theirs)
        #expect(merge.document == side.json, "seed \(triple.seed)")
        #expect(merge.isSettled, "seed \(triple.seed): \(merge.conflicts.map(\.address))")
      }
    }
  }

  @Test("swapping the sides mirrors the result, and every change is in or named as a conflict")
  func bothSided() {
    var settled = 0
    for triple in Self.triples {
      let merge = Merge(base: triple.base, ours: triple.ours, theirs: triple.theirs)
      let swapped = Merge(base: triple.base, ours: triple.theirs, theirs: triple.ours)
      #expect(
        merge.contentConflicts == swapped.contentConflicts.map(\.swapped), "seed \(triple.seed)")
      #expect(merge.conflicts.isEmpty == swapped.conflicts.isEmpty, "seed \(triple.seed)")
      guard merge.conflicts.isEmpty else { continue }
      settled += 1
      #expect(merge.document == swapped.document, "seed \(triple.seed)")
      let base = triple.base.json.leaves
      let merged = merge.document.leaves
      for side in [triple.ours.json.leaves, triple.theirs.json.leaves] {
        for path in Set(side.keys).union(base.keys) where side[path] != base[path] {
          #expect(merged[path] == side[path], "seed \(triple.seed): \(path)")
        }
      }
      #expect(merge.map?.json == merge.document, "seed \(triple.seed)")
    }
    #expect(settled > 20)
  }

  @Test("taking one side everywhere settles all but broken rules, and a half-done merge survives being written down")
  func resolution() throws {
    for triple in Self.triples {
      let merge = Merge(base: triple.base, ours: triple.ours, theirs: triple.theirs)
      let side = triple.seed % 2 == 0 ? Choice.Side.ours : .theirs
      var resolved = merge
      for _ in 0..<3 { resolved = resolved.resolvingAll(by: side) }
      #expect(resolved.conflicts.allSatisfy { $0.kind == .rule || $0.kind == .flow }, "seed \(triple.seed)")
      let again = try Merge(state: resolved.state)
      #expect(again.document == resolved.document && again.conflicts == resolved.conflicts, "seed \(triple.seed)")
    }
  }
}

extension Merge {
  /// Those that do not depend on what stands provisionally at other conflicts.
  fileprivate var contentConflicts: [Conflict] {
    conflicts.filter { $0.kind != .flow && $0.kind != .rule }
  }
}

extension Conflict {
  fileprivate var swapped: Conflict {
    Conflict(kind, address, values.swapped, problem: problem)
  }
}
