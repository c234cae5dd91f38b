import Glibc

/// How a time varies from item to item around its mean.
package enum Spread: Equatable, Sendable {
  /// Every item takes the mean.
  case none
  /// Most items are quick and some take very long, as waits do.
  case exponential
  /// As work does; `variation` is the standard deviation ÷ the mean.
  case logNormal(variation: Double)
}

/// A time to draw, in seconds.
struct DrawnTime: Equatable, Sendable {
  private enum Law: Equatable, Sendable {
    case fixed(Double)
    case exponential(mean: Double)
    /// `shift` + `factor` · exp(`sigma` · z) for a standard normal z, and never below 0.
    case logNormal(shift: Double, factor: Double, sigma: Double)
  }

  private let law: Law

  init(mean: Double, spread: Spread) {
    switch spread {
    case .none: law = .fixed(mean)
    case .exponential: law = mean > 0 ? .exponential(mean: mean) : .fixed(0)
    case .logNormal(let variation):
      let sigma = log(1 + variation * variation).squareRoot()
      law =
        mean > 0 && sigma > 0
        ? .logNormal(shift: 0, factor: mean / exp(sigma * sigma / 2), sigma: sigma) : .fixed(mean)
    }
  }

  /// Fitted so that one in twenty lies below `low` and one in twenty above `high`. A log-normal law has two
  /// parameters; where a mean is stated as well, a shift makes it the third. A mean too close to an end, or beyond,
  /// yields to the two ends.
  init(low: Double, high: Double, mean: Double?) {
    guard high > low else {
      law = .fixed(low)
      return
    }
    if mean == nil, low > 0 {
      let sigma = log(high / low) / (2 * Self.twentieth)
      law = .logNormal(shift: 0, factor: (low * high).squareRoot(), sigma: sigma)
      return
    }
    let place = ((mean ?? (low + high) / 2) - low) / (high - low)
    let sigma = Self.sigma(place: min(place, 1 - place))
    let (below, above) = (exp(-Self.twentieth * sigma), exp(Self.twentieth * sigma))
    let factor = (high - low) / (above - below)
    law =
      place <= 0.5
      ? .logNormal(shift: low - factor * below, factor: factor, sigma: sigma)
      : .logNormal(shift: high + factor * below, factor: -factor, sigma: sigma)
  }

  /// 95 in 100 standard normal draws lie below this.
  private static let twentieth = 1.644_853_626_951_472_7

  /// The sigma for which the mean lies at `place`, 0 at the 5th percentile and 1 at the 95th, by bisection. It falls from
  /// one half while sigma grows to about 1.5, as skewed as a law with these ends can sensibly be.
  private static func sigma(place: Double) -> Double {
    var (narrow, wide) = (0.01, 1.5)
    for _ in 0..<50 {
      let middle = (narrow + wide) / 2
      let (below, above) = (exp(-twentieth * middle), exp(twentieth * middle))
      if (exp(middle * middle / 2) - below) / (above - below) > place { narrow = middle } else { wide = middle }
    }
    return narrow
  }

  func draw(_ random: inout ForecastRandom) -> Double {
    switch law {
    case .fixed(let time): time
    case .exponential(let mean): -mean * log(random.uniform())
    case .logNormal(let shift, let factor, let sigma): max(0, shift + factor * exp(sigma * random.normal()))
    }
  }

  /// The same law for a mean `scale` times as large.
  func scaled(by scale: Double) -> DrawnTime {
    switch law {
    case .fixed(let time): DrawnTime(.fixed(scale * time))
    case .exponential(let mean): DrawnTime(.exponential(mean: scale * mean))
    case .logNormal(let shift, let factor, let sigma):
      DrawnTime(.logNormal(shift: scale * shift, factor: scale * factor, sigma: sigma))
    }
  }

  private init(_ law: Law) {
    self.law = law
  }
}
