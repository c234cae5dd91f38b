package import ValueStreams

/// What an event log says about the steps and loops of a map.
package struct Measurement: Equatable, Sendable {
  package struct StepMeasure: Equatable, Sendable {
    package let id: StepID
    /// How often it was worked on, by the log.
    package let passes: Int
    /// On how many items.
    package let items: Int
    /// In front of it; nil where the log does not tell waiting from work.
    package let wait: Sample?
    package let process: Sample?
    /// In front of it and in it; nil where the log tells the two apart.
    package let both: Sample?
    /// Passes that came back to it from a later step.
    package let returns: Int
    /// Whether a step after it was seen, which could have sent work back.
    package let hasJudge: Bool

    /// %C&A: of 100 passes so many did not come back from a later step; nil where nobody could send them back.
    package var percentCompleteAccurate: Double? {
      guard hasJudge, passes > 0 else { return nil }
      return 100 * (1 - min(1, Double(returns) / Double(passes)))
    }
  }

  /// An activity that is no step of the map.
  package struct Stray: Equatable, Sendable {
    package let activity: String
    package let events: Int
    /// The step after which it is done most often.
    package let after: StepID?
  }

  package struct LoopMeasure: Equatable, Sendable {
    package let from: StepID
    package let to: StepID
    package let count: Int
    /// Of 100 passes that left `from`.
    package let percent: Double
    /// What work that comes back waits on top of what all work waits; nil where that is not more.
    package let extraWait: Double?
  }

  package let kind: EventLog.Kind
  package let hours: WorkingHours
  package let zone: String
  /// Days off between the first and the last day.
  package let holidays: Int
  /// The first and the last day of the log, by the calendar of the place.
  package let period: (first: Day, last: Day)
  package let events: Int
  package let items: Int
  /// One for each step of the map, in its order.
  package let steps: [StepMeasure]
  /// In the order of the map, from the step that sends back.
  package let loops: [LoopMeasure]
  /// From the first moment of an item to its last.
  package let itemTimes: Sample?
  /// Items that came in per second of working time; nil where fewer than two came at different times.
  package let arrivalRate: Double?
  /// Activities that are no step of the map, most frequent first.
  package let unknown: [Stray]
  package let overlapping: Int
  package let open: Int
  package let startless: Int
  package let ignored: Int
  package let invalid: Int

  package static func == (left: Measurement, right: Measurement) -> Bool {
    left.steps == right.steps && left.loops == right.loops && left.itemTimes == right.itemTimes
      && left.arrivalRate == right.arrivalRate && left.items == right.items && left.events == right.events
  }

  /// - Throws: ``MeasuringError/noneKnown(activities:)`` if no activity is a step of the map.
  package init(
    _ log: EventLog, of map: ValueStreamMap, _ flow: Flow, names: ActivityNames, clock: WorkingClock
  ) throws(MeasuringError) {
    guard names.steps.contains(where: { $0 != nil }), let span = log.span else {
      throw .noneKnown(activities: log.activities)
    }
    kind = log.kind
    hours = clock.hours
    zone = clock.zone.name
    let period = (clock.day(of: span.lowerBound), clock.day(of: span.upperBound))
    self.period = period
    holidays = clock.holidays.days.count { period.0 <= $0 && $0 <= period.1 }
    events = log.count
    let tally = Tally(Visits(log), kind: log.kind, steps: names.steps, flow, clock)
    items = tally.arrivals.count
    itemTimes = Sample(tally.durations)
    arrivalRate = Self.rate(tally.arrivals, clock)
    let frequencies = log.frequencies
    unknown = names.unknown.map { number in
      let last = tally.strays[number]?.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
      return Stray(activity: log.activities[number], events: frequencies[number], after: last.map { flow.ids[$0] })
    }.sorted { $0.events > $1.events }
    overlapping = tally.overlapping
    open = tally.open
    startless = tally.startless
    ignored = log.ignored
    invalid = log.invalid

    let waits = Waits(tally)
    let ancestry = Ancestry(flow)
    let seen = flow.ids.indices.filter { tally.steps[$0].passes > 0 }
    steps = flow.ids.indices.map { index in
      let step = tally.steps[index]
      let isSplit = log.kind == .intervals
      let times = Sample(waits.ofStep[index])
      return StepMeasure(
        id: flow.ids[index], passes: step.passes, items: step.items, wait: isSplit ? times : nil,
        process: Sample(step.processes), both: isSplit ? nil : times, returns: step.returns,
        hasJudge: seen.contains { ancestry.leads(from: index, to: $0) })
    }
    let ways = tally.loopCounts.keys.sorted {
      (flow.rank[$0.from], flow.rank[$0.to]) < (flow.rank[$1.from], flow.rank[$1.to])
    }
    loops = ways.map { way in
      let count = tally.loopCounts[way] ?? 0
      let passes = log.kind == .starts ? tally.steps[way.from].passes : tally.steps[way.from].ended
      return LoopMeasure(
        from: flow.ids[way.from], to: flow.ids[way.to], count: count,
        percent: 100 * Double(count) / Double(max(passes, count, 1)), extraWait: waits.extra[way])
    }
  }

  /// Arrivals but the first ÷ the working time from the first to the last.
  private static func rate(_ arrivals: [Int], _ clock: WorkingClock) -> Double? {
    guard let first = arrivals.min(), let last = arrivals.max() else { return nil }
    let time = clock.worked(from: first, to: last)
    return time > 0 ? Double(arrivals.count - 1) / time : nil
  }
}

/// What work waits at each step, and what it waits on top when it comes back.
///
/// A map knows one wait of a step, for every pass, and an extra wait of a loop. Where work that came back waited longer than
/// other work, the difference is the loop's; where it waited no longer, all passes count for the step alike.
private struct Waits {
  private(set) var ofStep: [[Double]]
  private(set) var extra: [Tally.Way: Double] = [:]

  init(_ tally: Tally) {
    func mean(_ times: [Double]) -> Double {
      times.isEmpty ? 0 : times.reduce(0, +) / Double(times.count)
    }
    ofStep = tally.steps.map(\.waits)
    let general = ofStep.map(mean)
    for (way, times) in tally.loops where ofStep[way.to].isEmpty || mean(times) <= general[way.to] {
      ofStep[way.to] += times
    }
    for (way, times) in tally.loops where !tally.steps[way.to].waits.isEmpty && mean(times) > general[way.to] {
      extra[way] = mean(times) - mean(ofStep[way.to])
    }
  }
}
