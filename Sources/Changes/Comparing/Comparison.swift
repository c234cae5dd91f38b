import ValueStreams

/// Two measured maps and which of their steps are the same: what every part of a difference is read from.
struct Comparison {
  let measured: Sides<MeasuredMap>
  let matching: Matching

  init(_ before: MeasuredMap, _ after: MeasuredMap) {
    measured = Sides(before: before, after: after)
    var matching = Matching(before.map, after.map)
    let likeness = Likeness(matching, measured.map(\.map), measured.map(\.flow))
    matching.join(likeness.pairs, capped: likeness.capped)
    self.matching = matching
  }

  var bridge: Bridge { Bridge(measured, matching) }

  var handoffs: Turnover<Handoff> { Turnover(measured.map(\.metrics.handoffs), matching) }

  var warnings: [ComparabilityWarning] { ComparabilityWarning.between(measured, matching) }
}
