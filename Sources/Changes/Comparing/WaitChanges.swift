import CanonicalJSON
import ValueStreams

extension WaitChange {
  /// The waits that moved, largest first: the steps' own, then those that a work type states for itself.
  static func between(_ measured: Sides<MeasuredMap>, _ matching: Matching) -> [WaitChange] {
    let calendars = measured.map { DurationText($0.map.calendar) }
    let stated = measured.map(\.statedWaits)
    let (before, after, sameCalendar) = (stated.before, stated.after, !calendars.differ)
    var changes: [WaitChange] = []
    for group in matching.groups {
      // Most waits stay what they were.
      if sameCalendar, let pair = group.pair, before[pair.before] == after[pair.after] { continue }
      if let change = WaitChange(group, in: matching, waits: stated, calendars: calendars) { changes.append(change) }
    }
    for type in measured.workTypeIDs {
      guard measured.before.has(type), measured.after.has(type) else { continue }
      let own = measured.map { $0.ownWaits(of: type) }
      if own.before.isEmpty && own.after.isEmpty { continue }
      let touched = Set(own.before.keys.map { matching.groupOf.before[$0] })
        .union(own.after.keys.map { matching.groupOf.after[$0] })
      let effective = Sides(
        before: Self.overlaid(stated.before, by: own.before), after: Self.overlaid(stated.after, by: own.after))
      for group in touched.sorted() {
        guard
          var change = WaitChange(matching.groups[group], in: matching, waits: effective, calendars: calendars)
        else { continue }
        change.workType = type
        changes.append(change)
      }
    }
    return changes.sorted { abs($0.difference) > abs($1.difference) }
  }

  private static func overlaid(_ waits: [Double?], by own: [Int: Double]) -> [Double?] {
    var result = waits
    for (place, wait) in own { result[place] = wait }
    return result
  }

  /// Nil where nothing moved, where a side exists but states no wait (that is coverage), and where the two calendars
  /// differ but the text of the wait does not.
  private init?(
    _ group: Matching.Group, in matching: Matching, waits: Sides<[Double?]>, calendars: Sides<DurationText>
  ) {
    let members = Sides(
      before: group.members.before.compactMap { waits.before[$0] },
      after: group.members.after.compactMap { waits.after[$0] })
    if group.isOnBothSides && (members.before.isEmpty || members.after.isEmpty) { return nil }
    let sums = members.map { $0.reduce(0, +) }
    guard abs(sums.after - sums.before) > 1e-6 else { return nil }
    if calendars.differ && calendars.before.reads(sums.before, like: sums.after, under: calendars.after) { return nil }
    kind =
      switch (sums.before > 0, sums.after > 0) {
      case (true, false): .vanished
      case (false, _): .appeared
      case (true, true): sums.after < sums.before ? .shrank : .grew
      }
    steps = matching.ids(group.members)
    workType = nil
    seconds = sums
    counts = members.map { $0.count { $0 > 0 } }
  }
}

extension DurationText {
  /// Whether two durations have the same text, each in its own calendar: as many days and the same rest.
  fileprivate func reads(_ seconds: Double, like other: Double, under calendar: DurationText) -> Bool {
    let rests = (
      seconds.truncatingRemainder(dividingBy: Double(day)),
      other.truncatingRemainder(dividingBy: Double(calendar.day))
    )
    let days = ((seconds - rests.0) / Double(day), (other - rests.1) / Double(calendar.day))
    return abs(days.0 - days.1) < 0.5 && abs(rests.0 - rests.1) < 1e-6
  }
}
