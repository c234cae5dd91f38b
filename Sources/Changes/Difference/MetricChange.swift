package import ValueStreams

/// One figure before and after; nil where it cannot be known.
package struct MetricChange: Equatable, Sendable {
  package var metric: Metric
  package var values: Sides<Double?>

  package init(_ metric: Metric, before: Double?, after: Double?) {
    self.metric = metric
    values = Sides(before: before, after: after)
  }

  /// After − before, in the unit of the metric.
  package var change: Double? {
    guard let before = values.before, let after = values.after else { return nil }
    return after - before
  }

  /// The change in percent of the figure before; nil when that is 0, and for ratios and %C&A, which change in points.
  package var percent: Double? {
    switch metric.unit {
    case .ratio, .percent: return nil
    case .seconds, .count:
      guard let change, let before = values.before, before != 0 else { return nil }
      return change / before * 100
    }
  }
}

/// The figures of one work type. A side that has no work types at all counts as having this one, with all its steps.
package struct WorkTypeChange: Equatable, Sendable {
  package var id: WorkTypeID
  /// Normalised shares; nil on a side that does not have the type.
  package var shares: Sides<Double?>
  /// One entry for each ``Metric``, in its order.
  package var metrics: [MetricChange]
}
