import Changes
import TestSupport
import Testing

@Suite("Rounding by largest remainder")
struct LargestRemainderTests {
  @Test(
    "parts add up to the rounded sum",
    arguments: [
      ([1.4, 1.4, 1.4], [2.0, 1, 1]), ([0.5, 0.5], [1, 0]), ([-0.6, -0.6, -0.6], [-1, -1, 0]), ([], []),
      ([2.5, -2.5], [3, -3]),
    ])
  func worked(parts: [Double], expected: [Double]) {
    #expect(LargestRemainder.rounded(parts, to: 1).sorted() == expected.sorted())
  }

  @Test("on random parts the sum is exact, no part is a unit off, and the sign does not matter")
  func laws() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<caseCount(10_000) {
      let parts = (0..<Int.random(in: 1...12, using: &generator)).map { _ in
        Double.random(in: -1e6...1e6, using: &generator)
      }
      let units: [Double] = [1, 60, 3600]
      let unit: Double = units.randomElement(using: &generator) ?? 1
      let rounded = LargestRemainder.rounded(parts, to: unit)
      let sum: Double = parts.reduce(0, +)
      #expect(rounded.reduce(0, +) == (sum / unit).rounded() * unit)
      #expect(zip(parts, rounded).allSatisfy { abs($0 - $1) < unit })
      let negated: [Double] = parts.map { -$0 }
      #expect(LargestRemainder.rounded(negated, to: unit) == rounded.map { 0 - $0 })
    }
  }
}
