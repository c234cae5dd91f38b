import Glibc

/// A seeded source of random numbers for forecasts: xoshiro256++ (Blackman and Vigna 2019), which fills its state from
/// the seed by a linear congruence. The same seed gives the same forecast on every machine.
struct ForecastRandom {
  private var state: SIMD4<UInt64>
  private var spareNormal: Double?

  init(seed: UInt64) {
    var filler = seed
    state = SIMD4<UInt64>()
    for index in 0..<4 {
      filler = filler &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      state[index] = filler ^ (filler >> 31)
    }
    for _ in 0..<16 { _ = next() }
  }

  private mutating func next() -> UInt64 {
    func rotated(_ word: UInt64, _ count: UInt64) -> UInt64 { word << count | word >> (64 - count) }
    let result = rotated(state[0] &+ state[3], 23) &+ state[0]
    let shifted = state[1] << 17
    state[2] ^= state[0]
    state[3] ^= state[1]
    state[1] ^= state[2]
    state[0] ^= state[3]
    state[2] ^= shifted
    state[3] = rotated(state[3], 45)
    return result
  }

  /// Uniform, 0 < u < 1.
  mutating func uniform() -> Double {
    (Double(next() >> 12) + 0.5) * 0x1p-52
  }

  /// Standard normal, by the polar method, which yields two at a time.
  mutating func normal() -> Double {
    if let spare = spareNormal {
      spareNormal = nil
      return spare
    }
    while true {
      let (x, y) = (2 * uniform() - 1, 2 * uniform() - 1)
      let square = x * x + y * y
      guard square < 1, square > 0 else { continue }
      let factor = (-2 * log(square) / square).squareRoot()
      spareNormal = y * factor
      return x * factor
    }
  }
}
