import CanonicalJSON
package import ValueStreams

extension Difference {
  /// Compares two maps.
  ///
  /// - Throws: ``FlowError`` for a map that breaks a rule and so cannot have come from a checked document.
  package init(
    from before: ValueStreamMap, to after: ValueStreamMap, provenance: Sides<Provenance> = .unnamed,
    isCorrection: Bool = false
  ) throws(FlowError) {
    self.init(
      from: try MeasuredMap(before), to: try MeasuredMap(after), provenance: provenance, isCorrection: isCorrection)
  }

  /// Compares two maps whose figures are known.
  package init(
    from before: MeasuredMap, to after: MeasuredMap, provenance: Sides<Provenance> = .unnamed,
    isCorrection: Bool = false
  ) {
    let comparison = Comparison(before, after)
    let (measured, matching) = (comparison.measured, comparison.matching)
    let maps = measured.map(\.map)
    let frames = maps.map(\.frame)

    self.init(
      from: provenance.before, to: provenance.after, calendars: maps.map(\.calendar),
      names: Sides(before: [:], after: [:]),
      metrics: MetricChange.between(measured.map { $0.metrics.figures }))
    self.isCorrection = isCorrection
    workTypes = measured.workTypeIDs.map { type in
      let shares = measured.shares(of: type)
      let figures = measured.map { $0.figures(of: type) }
      return WorkTypeChange(
        id: type,
        shares: Sides(
          before: figures.before == nil ? nil : shares.before, after: figures.after == nil ? nil : shares.after),
        metrics: MetricChange.between(figures))
    }
    bridge = comparison.bridge
    let written = WrittenSteps(comparison)
    waits = WaitChange.between(measured, matching)
    handoffs = comparison.handoffs
    rework = Turnover(measured.map(\.loops), matching)
    steps = StepChange.between(comparison, written)
    flow = Turnover(measured.map(\.flow), matching)
    map = MapChange.between(frames)
    // A state to aim at has no basis, so that nothing is to be said about it there.
    let areObserved = provenance.map(\.state) == Sides(before: .current, after: .current)
    warnings = areObserved ? comparison.warnings : comparison.warnings.filter { $0.code != "basis" }
    edits = EditScript(comparison, written, frames: frames).edits
    names = mentionedNames(in: maps, matching)
    teamNames = maps.map { map in named(map.teams) { $0.name } }
    workTypeNames = maps.map { map in named(map.workTypes) { $0.name } }
  }
}

/// The names of those that have one, by id.
private func named<Value>(_ members: Members<Value>?, _ name: (Value) -> Text?) -> [Text: Text] {
  var result: [Text: Text] = [:]
  for (id, value) in members ?? [:] { result[id] = name(value) }
  return result
}

extension Sides<Provenance> {
  /// For values that stand alone, as in tests.
  package static var unnamed: Sides {
    Sides(before: Provenance(label: "before"), after: Provenance(label: "after"))
  }
}

extension MetricChange {
  static func between(_ figures: Sides<Figures>) -> [MetricChange] {
    between(figures.map { Optional($0) })
  }

  static func between(_ figures: Sides<Figures?>) -> [MetricChange] {
    Metric.allCases.map { MetricChange($0, before: figures.before?[$0], after: figures.after?[$0]) }
  }
}

extension ValueStreamMap {
  /// The canonical document with its list of steps left empty.
  var frame: JSON {
    var copy = self
    copy.steps = []
    return copy.json
  }
}
