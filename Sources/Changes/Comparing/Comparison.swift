import ValueStreams

/// Two measured maps and which of their steps are the same: what every part of a difference is read from.
struct Comparison {
  let measured: Sides<MeasuredMap>
  let matching: Matching
  /// By group: false for one step that states the same on both sides, which is what most steps do.
  let differs: [Bool]

  init(_ before: MeasuredMap, _ after: MeasuredMap) {
    measured = Sides(before: before, after: after)
    var matching = Matching(measured)
    let likeness = Likeness(matching, measured.map(\.map), measured.map(\.flow))
    matching.join(likeness.pairs, capped: likeness.capped)
    self.matching = matching
    let sameCalendar = DurationText(before.map.calendar) == DurationText(after.map.calendar)
    let (old, new) = (before.map.steps, after.map.steps)
    differs = matching.groups.map { group in
      guard sameCalendar, let pair = group.pair else { return true }
      return old[pair.before] != new[pair.after]
    }
  }

  var bridge: Bridge { Bridge(measured, matching) }

  var handoffs: Turnover<Handoff> { Turnover(measured.map(\.metrics.handoffs), matching) }

  var warnings: [ComparabilityWarning] { ComparabilityWarning.between(self) }
}
