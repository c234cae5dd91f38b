import CanonicalJSON
import Changes
import TestSupport
import Testing
import ValueStreams

@Suite("Laws of a difference")
struct DifferenceLawTests {
  private func forEachPair(_ body: (RandomPair) throws -> Void) rethrows {
    for seed in 1...UInt64(caseCount(10_000)) { try body(RandomPair(seed: seed)) }
  }

  @Test("a map does not differ from itself")
  func identity() throws {
    for seed in 1...UInt64(caseCount(10_000)) {
      let map = RandomPair(seed: seed).after
      let difference = try Difference(from: map, to: map)
      #expect(difference.isEmpty, "seed \(seed)")
      #expect(difference.metrics.allSatisfy { $0.values.before == $0.values.after }, "seed \(seed)")
      #expect(difference.bridge.lines.isEmpty && difference.waits.isEmpty && difference.steps.isEmpty, "seed \(seed)")
      #expect(
        difference.handoffs.isEmpty && difference.rework.isEmpty && difference.flow.isEmpty && difference.map.isEmpty,
        "seed \(seed)")
      #expect(difference.warnings.isEmpty, "seed \(seed)")
    }
  }

  @Test("a difference applied to the earlier document gives the later one, and back")
  func application() throws {
    try forEachPair { pair in
      let difference = try Difference(from: pair.before, to: pair.after)
      #expect(try difference.applied(to: pair.before.json) == pair.after.json, "seed \(pair.seed)")
      #expect(try difference.reverted(from: pair.after.json) == pair.before.json, "seed \(pair.seed)")
    }
  }

  @Test("the lines of the bridge sum to the change in lead time")
  func bridge() throws {
    try forEachPair { pair in
      let difference = try Difference(from: pair.before, to: pair.after)
      let times = try #require(difference[.leadTime]).values
      let (before, after) = (try #require(times.before), try #require(times.after))
      let tolerance = max(1e-6, 1e-9 * max(before, after))
      #expect(abs(difference.bridge.total - (after - before)) <= tolerance, "seed \(pair.seed)")
    }
  }

  @Test("swapping the two maps mirrors everything")
  func mirror() throws {
    try forEachPair { pair in
      let forth = try Difference(from: pair.before, to: pair.after)
      let back = try Difference(from: pair.after, to: pair.before)
      #expect(back.isMirror(of: forth), "seed \(pair.seed)")
    }
  }

  @Test("handoffs before are kept, changed or gone; handoffs after are kept, changed or new")
  func handoffs() throws {
    try forEachPair { pair in
      let difference = try Difference(from: pair.before, to: pair.after)
      let paired = difference.handoffs.kept + difference.handoffs.changed.count
      #expect(try Metrics(pair.before).handoffs.count == paired + difference.handoffs.gone.count, "seed \(pair.seed)")
      #expect(try Metrics(pair.after).handoffs.count == paired + difference.handoffs.new.count, "seed \(pair.seed)")
    }
  }

  @Test("the amounts of the headline sum to the change, also as printed")
  func headline() throws {
    try forEachPair { pair in
      let difference = try Difference(from: pair.before, to: pair.after)
      let headline = difference.headline
      let tolerance = max(1e-6, 1e-9 * max(headline.leadTime.before, headline.leadTime.after))
      #expect(
        abs(headline.amounts.reduce(0) { $0 + $1.seconds } - headline.change) <= tolerance, "seed \(pair.seed)")
      for unit in [60.0, 3600] {
        let rounded = headline.rounded(to: unit)
        if rounded.amounts.isEmpty { continue }
        #expect(rounded.amounts.reduce(0) { $0 + $1.seconds } == rounded.change, "seed \(pair.seed)")
      }
    }
  }
}
