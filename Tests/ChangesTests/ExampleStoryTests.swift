import CanonicalJSON
import Changes
import Foundation
import Testing
import ValueStreams

@Suite("What the example tells") struct ExampleStoryTests {
  static func map(_ name: String) throws -> ValueStreamMap {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../examples").standardized
    return try #require(MapReader.read([UInt8](try Data(contentsOf: root.appending(path: "\(name).json")))).map)
  }

  let fromThreeToFive: Difference

  init() throws {
    fromThreeToFive = try Difference(from: Self.map("content/v3"), to: Self.map("content/v5"))
  }

  @Test("From version 3 to 5 lead time falls by a fifth, and the largest part is the wait for legal")
  func leadTime() throws {
    let percent = try #require(fromThreeToFive[.leadTime]?.percent)
    #expect((-21 ... -19).contains(percent))
    let largestWait = try #require(fromThreeToFive.waits.first)
    #expect(largestWait.steps.after == ["legal"] && largestWait.kind == .shrank)
    #expect(fromThreeToFive.isComparable && fromThreeToFive.warnings.isEmpty)
  }

  @Test("Two handoffs go inside a merge, and one loop is cut")
  func handoffsAndLoops() {
    #expect(fromThreeToFive.handoffs.gone.count == 2 && fromThreeToFive.handoffs.new.isEmpty)
    #expect(fromThreeToFive.handoffs.kept == 5 && fromThreeToFive.handoffs.changed.count == 1)
    #expect(fromThreeToFive.rework.gone.map(\.rework.from) == ["product"])
    let merge = fromThreeToFive.steps.first { $0.kind == .merged }
    #expect(merge?.steps == Sides(before: ["build", "seo-check"], after: ["build-page"]))
  }

  @Test("One thing is still worse: design waits longer")
  func stillWorse() {
    let worse = fromThreeToFive.waits.filter { $0.kind == .grew || $0.kind == .appeared }
    #expect(worse.map(\.steps.after) == [["design"]])
  }

  @Test("The second read makes version 4 worse, and version 5 does without it")
  func takenBack() throws {
    let worse = try Difference(from: Self.map("content/v3"), to: Self.map("content/v4"))
    #expect(worse.steps.contains { $0.kind == .added && $0.steps.after == ["second-read"] })
    #expect(worse.headline.change > 0)
    let better = try Difference(from: Self.map("content/v4"), to: Self.map("content/v5"))
    #expect(better.steps.contains { $0.kind == .removed && $0.steps.before == ["second-read"] })
  }

  @Test("What was measured for the first time in version 2 is marked as no evidence")
  func firstMeasured() throws {
    let measured = try Difference(from: Self.map("content/v1"), to: Self.map("content/v2"))
    #expect(measured.warnings.contains { $0.code == "basis" })
    #expect(measured.headline.newlyMeasured != nil)
  }

  @Test("A state to aim at is not held against today's for want of a basis")
  func aim() throws {
    let provenance = Sides(before: Provenance(label: "today"), after: Provenance(state: .future, label: "aim"))
    let gap = try Difference(from: Self.map("content/v5"), to: Self.map("content/future"), provenance: provenance)
    #expect(gap.warnings.isEmpty && gap.headline.newlyMeasured == nil)
    #expect(gap.headline.change < 0)
  }
}
