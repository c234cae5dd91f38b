package import ValueStreams

/// One metric over all versions of a stream.
package struct Trend: Sendable {
  package struct Point: Sendable {
    package let provenance: Provenance
    /// Nil where it cannot be known.
    package let value: Double?
    package let isCorrection: Bool
    /// What keeps the point from being compared with the one before it.
    package let warnings: [ComparabilityWarning]
    /// Against the last known value before; nil for the first.
    package let change: Double?
  }

  package let metric: Metric
  /// Oldest first.
  package private(set) var points: [Point] = []

  /// The version of the last point.
  private var previous: PastVersion?
  private var lastKnown: Double?

  package init(_ metric: Metric) {
    self.metric = metric
  }

  /// - Parameter versions: oldest first.
  package init(_ metric: Metric, over versions: some Sequence<PastVersion>) {
    self.init(metric)
    for version in versions { add(version) }
  }

  /// Adds the point of the version after those before.
  package mutating func add(_ version: PastVersion) {
    let value = version.measured.metrics.figures[metric]
    points.append(
      Point(
        provenance: version.provenance, value: value, isCorrection: version.isCorrection,
        warnings: previous.map { ComparabilityWarning.between($0.measured, version.measured) } ?? [],
        change: lastKnown.flatMap { known in value.map { $0 - known } }))
    previous = version
    lastKnown = value ?? lastKnown
  }

  private var known: [Double] { points.compactMap(\.value) }

  package var first: Double? { known.first }
  package var latest: Double? { known.last }

  package var best: Double? { metric.isBetterWhenHigher ? known.max() : known.min() }

  package var total: Double? {
    guard let first, let latest else { return nil }
    return latest - first
  }

  /// The mean change from one version to the next; nil with fewer than two known values.
  package var perCycle: Double? {
    known.count > 1 ? total.map { $0 / Double(known.count - 1) } : nil
  }
}

extension Metric {
  /// Whether a team wants more of it.
  package var isBetterWhenHigher: Bool {
    switch self {
    case .activityRatio, .processCycleEfficiency, .rolledPercentCompleteAccurate, .stepsWithAccuracy, .stepsWithWait,
      .stepsWithProcess:
      true
    default: false
    }
  }
}
