import CanonicalJSON
import Changes
import TestSupport
import Testing
import ValueStreams

@Suite("Laws of a difference")
struct DifferenceLawTests {
  private static let compared: [Compared] = (1...UInt64(caseCount(10_000))).compactMap { Compared(seed: $0) }

  @Test("every random pair can be compared, and together they show every kind of change")
  func coverage() {
    #expect(Self.compared.count == caseCount(10_000))
    let kinds = Set(Self.compared.flatMap { $0.difference.steps.map(\.kind) })
    #expect(kinds == Set(StepChange.Kind.allCases))
    let lines = Set(Self.compared.flatMap { $0.difference.bridge.lines.map(\.kind) })
    #expect(lines == Set(BridgeLine.Kind.allCases))
    let waits = Set(Self.compared.flatMap { $0.difference.waits.map(\.kind) })
    #expect(waits == Set(WaitChange.Kind.allCases))
  }

  @Test("a map does not differ from itself")
  func identity() throws {
    for pair in Self.compared {
      let difference = try Difference(from: pair.after, to: pair.after)
      #expect(difference.isEmpty, "seed \(pair.seed)")
      #expect(difference.metrics.allSatisfy { !$0.values.differ }, "seed \(pair.seed)")
      #expect(difference.bridge.lines.isEmpty && difference.waits.isEmpty, "seed \(pair.seed)")
      #expect(difference.handoffs.isEmpty && difference.rework.isEmpty && difference.flow.isEmpty, "seed \(pair.seed)")
      #expect(difference.steps.isEmpty && difference.map.isEmpty && difference.warnings.isEmpty, "seed \(pair.seed)")
    }
  }

  @Test("a difference applied to the earlier document gives the later one, and back")
  func application() throws {
    for pair in Self.compared {
      let difference = pair.difference
      #expect(try difference.applied(to: pair.before.json) == pair.after.json, "seed \(pair.seed)")
      #expect(try difference.reverted(from: pair.after.json) == pair.before.json, "seed \(pair.seed)")
    }
  }

  @Test("the lines of the bridge sum to the change in lead time")
  func bridge() throws {
    for pair in Self.compared {
      let difference = pair.difference
      let times = try #require(difference[.leadTime]).values
      let (before, after) = (try #require(times.before), try #require(times.after))
      let tolerance = max(1e-6, 1e-9 * max(before, after))
      #expect(abs(difference.bridge.total - (after - before)) <= tolerance, "seed \(pair.seed)")
    }
  }

  @Test("a trend warns of what the difference warns of")
  func warnings() throws {
    for pair in Self.compared {
      let versions = try [pair.before, pair.after].map {
        PastVersion(provenance: Provenance(label: ""), measured: try MeasuredMap($0))
      }
      let trend = Trend(.leadTime, over: versions)
      #expect(trend.points.last?.warnings == pair.difference.warnings, "seed \(pair.seed)")
    }
    #expect(Self.compared.contains { $0.difference.warnings.isEmpty && !$0.difference.isEmpty })
  }

  @Test("swapping the two maps mirrors everything")
  func mirror() throws {
    // Among the full number there are three in which the order of a sum once showed in its last bit.
    for pair in Self.compared + [1298, 1522, 3591].compactMap({ Compared(seed: $0) }) {
      let back = try Difference(from: pair.after, to: pair.before)
      #expect(back.isMirror(of: pair.difference), "seed \(pair.seed)")
    }
  }

  @Test("handoffs before are kept, changed or gone; handoffs after are kept, changed or new")
  func handoffs() {
    for pair in Self.compared {
      let difference = pair.difference
      let paired = difference.handoffs.kept + difference.handoffs.changed.count
      #expect(pair.handoffs.before == paired + difference.handoffs.gone.count, "seed \(pair.seed)")
      #expect(pair.handoffs.after == paired + difference.handoffs.new.count, "seed \(pair.seed)")
    }
  }

  @Test("the amounts of the headline sum to the change, also as printed")
  func headline() {
    for pair in Self.compared {
      let difference = pair.difference
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

/// A random pair with its difference, worked out once for all laws.
private struct Compared {
  let seed: UInt64
  let before: ValueStreamMap
  let after: ValueStreamMap
  let difference: Difference
  let handoffs: Sides<Int>

  init?(seed: UInt64) {
    let pair = RandomPair(seed: seed)
    guard let before = try? MeasuredMap(pair.before), let after = try? MeasuredMap(pair.after) else { return nil }
    self.seed = seed
    self.before = pair.before
    self.after = pair.after
    difference = Difference(from: before, to: after)
    handoffs = Sides(before: before.metrics.handoffs.count, after: after.metrics.handoffs.count)
  }
}
