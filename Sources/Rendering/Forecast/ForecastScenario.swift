import CanonicalJSON
package import Changes
package import ValueStreams

/// One forecast among those that are looked at together: of a version, or of a map as it might be.
package struct ForecastScenario: Sendable {
  package let measured: MeasuredMap
  package let provenance: Provenance
  /// The figures that are not those of the map, as they were written.
  package let whatIfs: [String]
  package let forecast: Forecast

  package init(_ measured: MeasuredMap, _ provenance: Provenance, whatIfs: [String] = [], _ forecast: Forecast) {
    self.measured = measured
    self.provenance = provenance
    self.whatIfs = whatIfs
    self.forecast = forecast
  }

  /// `v5`, or `what if` for a map that is nowhere written down.
  var label: String { whatIfs.isEmpty ? provenance.label : "what if" }

  var leadTime: LeadTimes { forecast.leadTime }

  /// The types in the order of the map's members, each with its name.
  var workTypes: [(name: String, times: LeadTimes)] {
    let names = Names(measured.map)
    return forecast.workTypes.map { (names.workType($0.key).string, $0.value) }
  }

  /// How far the mean may be off: in 95 of 100 forecasts it is not further, in seconds.
  static func margin(_ times: LeadTimes) -> Double { 1.96 * times.standardError }

  /// The mean is longer than the lead time of the metrics by more than chance explains.
  var exceedsMetrics: Bool {
    leadTime.mean - measured.metrics.figures.leadTime > 3 * leadTime.standardError + 1
  }

  /// Some step waits for several others.
  var hasBranches: Bool { measured.map.steps.indices.contains { measured.flow.predecessors[$0].count > 1 } }
}
